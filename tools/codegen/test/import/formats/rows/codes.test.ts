import { expect, test } from "vitest";
import { emptyCatalog } from "../../../empty-catalog.js";
import { importText, testDocuments } from "../../import-text.js";

testDocuments([
  [
    "footnotes on codes and texts in HTML",
    "errors.html",
    '<table><tr><th>Code</th><th>Message</th></tr>\n<tr><td>4712<sup>1)</sup></td><td>Locked<sup><a href="#2">2</a></sup></td></tr>\n<tr><td>4713*</td><td>The 1<sup>st</sup> one</td></tr></table>',
    [],
    ["4712¹⁾ | null | Locked² |  | 2 | code message", "4713* | null | The 1st one |  | 3 | code"],
  ],
  [
    "footnotes on codes and texts in Markdown",
    "errors.md",
    "| Code | Message |\n|---|---|\n| 4712[^1] | Locked |\n| 4713 | Closed<sup>2</sup> |\n",
    [],
    ["4712[^1] | null | Locked |  | 3 | code", "4713 | null | Closed² |  | 4 | message"],
  ],
  [
    "invisible characters in codes and in empty cells",
    "errors.html",
    "<table><tr><th>Code</th><th>Message</th><th>Description</th></tr>\n<tr><td>ORDER_&#8203;NOT_&shy;FOUND</td><td>None</td><td>&#8203;</td></tr>\n<tr><td>&#8203;</td><td>No more</td><td>x</td></tr>\n<tr><td>&rlm;71</td><td>One</td><td></td></tr></table>",
    [],
    [
      "ORDER_NOT_FOUND | null | None |  | 2 | code",
      "ORDER_NOT_FOUND | null | No more | x | 2-3 | code",
      "71 | null | One |  | 4 | code",
    ],
  ],
  [
    "codes that are ranges, have placeholders, or have digits of other scripts",
    "errors.csv",
    "code,message\nE2000～E2099,One\nE3000-E3099,Two\n80A–80F,Three\nInvalid.{name},Four\n١٠٠٢,Five\nＥ１,Six\n",
    [],
    [
      "E2000～E2099 | null | One |  | 2 | code",
      "E3000-E3099 | null | Two |  | 3 | code",
      "80A–80F | null | Three |  | 4 | code",
      "Invalid.{name} | null | Four |  | 5 | code",
      "١٠٠٢ | null | Five |  | 6 | code",
      "Ｅ１ | null | Six |  | 7 | code",
    ],
  ],
  [
    "ranges and several codes in a list of JSON",
    "errors.json",
    '[{"code":"100-199","message":"Range","description":"x"},\n{"code":"7/8","message":"Both"}]',
    [],
    ["100-199 | null | Range | x | 1 | code", "7/8 | null | Both |  | 2 | code"],
  ],
  [
    "the minus sign of a word processor, which is a guess",
    "errors.md",
    "| Code | Message |\n|---|---|\n| −1001 | Late |\n| -1002 | Closed |\n",
    [],
    ["−1001 | null | Late |  | 3 | code", "-1002 | null | Closed |  | 4 | "],
  ],
  [
    "codes with their names in the same cell",
    "errors.md",
    "| Code | Description |\n|---|---|\n| WSAEINTR<br/>10004 | Stopped |\n| 0x8024000A (WU_E_NOT_CANCELED) | Goes on |\n| `E_ILLEGAL` 0x80090326 | Bad |\n| 504 (GATEWAY TIMEOUT) | Late |\n",
    [],
    [
      "10004 | null | Stopped |  | 3 | code message description",
      "0x8024000A | null | Goes on |  | 4 | code message description",
      "0x80090326 | null | Bad |  | 5 | code message description",
      "504 | null | Late |  | 6 | code message description",
    ],
  ],
  [
    "codes with texts in the same cell",
    "errors.md",
    "| Code | Overview |\n|---|---|\n| 401 - Not allowed | No key. |\n| 429 - Rate limit reached for requests | Slow down. |\n",
    ["--columns", "code=1,description=2"],
    [
      "401 | null | No key. |  | 3 | code message description",
      "429 | null | Slow down. |  | 4 | code message description",
    ],
  ],
  [
    "hyphens of a word processor inside of codes",
    "errores.html",
    "<table><tr><th>Código</th><th>Mensaje</th></tr>\n<tr><td>PAY&#8209;02</td><td>Saldo</td></tr>\n<tr><td>PAY-03</td><td>Tarde</td></tr></table>\n",
    [],
    ["PAY\u201102 | null | Saldo |  | 2 | code", "PAY-03 | null | Tarde |  | 3 | "],
  ],
  [
    "ranges, several codes, a spreadsheet's number and a word among numbers",
    "errors.csv",
    "code,message\n1,One\n2,Two\n3,Three\n4,Four\n5,Five\n6,Six\n7,Seven\n8,Eight\n9,Nine\n10,Ten\n11,Eleven\n12,Twelve\n100-199,Range\n124/125,Both\n1E+05,Many\nOther,Rest\n",
    ["--lines", "14-17"],
    [
      "100-199 | null | Range |  | 14 | code",
      "124/125 | null | Both |  | 15 | code",
      "1E+05 | null | Many |  | 16 | code",
      "Other | null | Rest |  | 17 | code",
    ],
    [],
  ],
  [
    "rows that look like a success",
    "errors.csv",
    "code,message\n0,OK\n71,One\n",
    [],
    ["0 | null | OK |  | 2 | ", "71 | null | One |  | 3 | "],
    [
      'warning the code "0" ("OK") looks like a success, and is imported as an error',
      'write success: [0, "0"] under wire in catalog.yaml',
    ],
  ],
]);

test("a code that ends in zeros is not a success for that", async () => {
  const text = "code,message\n20000,OK then\n22000,Illegal\n2800000,Bad length\n";
  const { output } = await importText(emptyCatalog({ id: "zeros" }), "errors.csv", text);
  expect(output.match(/the code "\d+" \S+ /g)).toEqual(['the code "20000" ("OK ']);
});
