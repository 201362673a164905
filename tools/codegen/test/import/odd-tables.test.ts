import { expect, test } from "vitest";
import { emptyCatalog } from "../empty-catalog.js";
import { type DocumentCase, expectEntries, importText, readDrafts, toLine } from "./import-text.js";

test.each<DocumentCase>([
  [
    "a table of each error, with the headings in its first column",
    "errors.html",
    "<table><tr><th>Code</th><td>1001</td></tr>\n<tr><th>Message</th><td>Locked</td></tr></table>\n<table><tr><td>Code</td><td>1002</td></tr>\n<tr><td>Note</td><td></td></tr>\n<tr><td>Message</td><td>Empty</td></tr></table>",
    [],
    ["1001 | null | Locked |  | 1-2 | ", "1002 | null | Empty |  | 3-5 | "],
  ],
  [
    "a table of several errors, with the headings in its first column",
    "errors.md",
    "| Code | E-1 | E-2 |\n|---|---|---|\n| HTTP status | 400 | 404 |\n| Message | Bad | Gone |\n",
    [],
    ["E-1 | 400 | Bad |  | 1-4 | ", "E-2 | 404 | Gone |  | 1-4 | "],
  ],
  [
    "titles above the headings of a spreadsheet",
    "errors.csv",
    "Error codes,,\nVersion 2,,\n,,\nCode,Message,HTTP\n71,One,400\n",
    [],
    ["71 | 400 | One |  | 5 | "],
  ],
  [
    "titles without the delimiter of the headings below them",
    "errors.csv",
    'Error codes, as of 2026\r\nShop\r\n\r\nCode;Message;Meaning\r\n71;"One; or two";\r\n72;Two;A, b, c\r\n',
    ["--columns", "description=Meaning"],
    ["71 | null | One; or two |  | 5 | ", "72 | null | Two | A, b, c | 6 | "],
  ],
  [
    "the line that tells a spreadsheet the delimiter",
    "errors.csv",
    "sep=;\r\nCode;Text\r\n71;One, or two\r\n",
    [],
    ["71 | null | One, or two |  | 3 | "],
  ],
  [
    "tab-separated values that a spreadsheet has quoted",
    "errors.tsv",
    'Code\tMessage\tNote\n71\t"Line ""A"" is busy"\tx\n72\t"Two\nlines"\ty\n73\tA "quoted" word\tz\n',
    ["--columns", "description=Note"],
    [
      '71 | null | Line "A" is busy | x | 2 | ',
      "72 | null | Two lines | y | 3-4 | ",
      '73 | null | A "quoted" word | z | 5 | ',
    ],
  ],
  [
    "tab-separated values with quotation marks that nobody paired",
    "errors.tsv",
    'Code\tMessage\n71\t"One\n72\tTwo"\n73\t"" is empty\n',
    [],
    [
      '71 | null | "One |  | 2 | ',
      '72 | null | Two" |  | 3 | ',
      '73 | null | "" is empty |  | 4 | ',
    ],
  ],
  [
    "tab-separated values whose quotation marks are values of two rows",
    "errors.tsv",
    'Code\tMessage\tSign\n71\tOne\t"\n72\tTwo\t"\n',
    [],
    ["71 | null | One |  | 2 | ", "72 | null | Two |  | 3 | "],
  ],
  [
    "a tab-separated value that is a pair of quotation marks",
    "errors.tsv",
    'Code\tMessage\n71\t""\n72\tTwo\n',
    [],
    ['71 | null | "" |  | 2 | ', "72 | null | Two |  | 3 | "],
  ],
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
    "cells that span the columns of the code, the message and the description",
    "errors.html",
    "<table><tr><th>Code</th><th>Message</th><th>Description</th></tr>\n<tr><td>71</td><td colspan=2>Both</td></tr>\n<tr><td colspan=2>72</td><td>Only this</td></tr></table>",
    [],
    ["71 | null | Both |  | 2 | description", "72 | null | Only this |  | 3 | message description"],
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
    "signs that may stand for a value",
    "errors.csv",
    "code,message\n1,$amount$ is too low\n2,Customer %NAME% is locked\n3,%d%% is used\n4,No &1 in &2\n5,R&D costs $ 5\n",
    [],
    [
      "1 | null | $amount$ is too low |  | 2 | message",
      "2 | null | Customer %NAME% is locked |  | 3 | message",
      "3 | null | {value}%% is used |  | 4 | message",
      "4 | null | No &1 in &2 |  | 5 | message",
      "5 | null | R&D costs $ 5 |  | 6 | ",
    ],
  ],
  [
    "a list of codes with dots and capital hexadecimal digits, with bars in its texts",
    "errors.md",
    "# Error codes\n\n- `auth.token_expired`: Use a \\| b\n- `0x8007006B`: Use a | b\n- `E_DB.10`: Three\n",
    [],
    [
      "auth.token_expired | null | Use a | b |  | 3 | message",
      "0x8007006B | null | Use a | b |  | 4 | message",
      "E_DB.10 | null | Three |  | 5 | message",
    ],
  ],
  [
    "headings that are codes with dots",
    "errors.md",
    "# Errors\n\n## auth.token\n\nOne \\| two\n\n## Forbidden.RAM\n\nTwo\n\n## card.limit.day\n\nThree\n",
    [],
    [
      "auth.token | null | One | two |  | 3-5 | message description",
      "Forbidden.RAM | null | Two |  | 7-9 | message description",
      "card.limit.day | null | Three |  | 11-13 | message description",
    ],
  ],
  [
    "tables of plain text with bars around their lines",
    "errors.txt",
    "+------+---------------+------+\n| Code | Message       | HTTP |\n+------+---------------+------+\n| -204 | Not  defined  | 404  |\n| -803 | Duplicate key | 409  |\n+------+---------------+------+\n",
    [],
    ["-204 | 404 | Not defined |  | 4 | ", "-803 | 409 | Duplicate key |  | 5 | "],
  ],
  [
    "the tables of a wiki, with double bars around the headings",
    "errors.txt",
    "||Code||Message||\n|71|One|\n|72|Two|\n",
    [],
    ["71 | null | One |  | 2 | ", "72 | null | Two |  | 3 | "],
  ],
  [
    "codes that a spreadsheet keeps as texts",
    "errors.csv",
    'code,message\n"=""0012""",One\n\'0013,Two\n',
    [],
    ["0012 | null | One |  | 2 | ", "'0013 | null | Two |  | 3 | code"],
  ],
  [
    "numbers of YAML that are not decimal",
    "errors.yaml",
    "errors:\n  - { code: 0x3EB, message: One }\n  - { code: 1e3, message: Two }\n  - { code: 0010, message: Three }\n",
    [],
    [
      "0x3EB | null | One |  | 2 | code",
      "1e3 | null | Two |  | 3 | code",
      "0010 | null | Three |  | 4 | ",
    ],
  ],
  [
    "a bar in a column of a text",
    "errors.txt",
    "Code    Status   Message\n71      400      Use a | b\n72      404      Gone\n",
    [],
    ["71 | 400 | Use a | b |  | 2 | message description", "72 | 404 | Gone |  | 3 | "],
  ],
])("import reads %s", async (_, file, text, args, entries) => {
  await expectEntries(file, text, args, entries);
});

test("import lists the titles above the headings as not read", async () => {
  const workspace = emptyCatalog({ id: "titles" });
  const text =
    "<table><tr><td colspan=2>Errors 2024</td></tr>\n<tr><td>Code</td><td>Message</td></tr>\n<tr><td>71</td><td>One</td></tr></table>";
  const { output } = await importText(workspace, "errors.html", text);
  expect(output).toContain('not read line 1: "above the headings: \\"Errors 2024\\""');
  expect(readDrafts(workspace).map(toLine)).toEqual(["71 | null | One |  | 3 | "]);
});

test("import lists a range among the lines of a text as not read", async () => {
  const workspace = emptyCatalog({ id: "ranges" });
  const text = "1 = One\n2 = Two\n100 - 199 = Reserved\n3 - Three\n";
  const { output } = await importText(workspace, "errors.txt", text);
  expect(output).toContain('not read line 3: "100 - 199 = Reserved"');
  expect(readDrafts(workspace).map(({ code }) => code)).toEqual(["1", "2", "3"]);
});

test("import cites the lines of a text and of its description in an OpenAPI document", async () => {
  const workspace = emptyCatalog({ id: "cited", manifest: { table: "openapi.yaml" } });
  const text = `components:
  examples:
    Locked: { value: { code: LOCKED, message: It is locked } }
  schemas:
    ErrorCode:
      enum: [LOCKED, GONE]
      x-enum-descriptions: [The account is locked, The account is gone]
`;
  const { output } = await importText(workspace, "openapi.yaml", text);
  expect(output).not.toMatch(/ error /);
  expect(readDrafts(workspace).map(toLine)).toEqual([
    "GONE | null | The account is gone |  | 6-7 | message",
    "LOCKED | null | It is locked | The account is locked | 3-7 | message description",
  ]);
});

test("import says which column is missing, of those that --columns names", async () => {
  const workspace = emptyCatalog({ id: "columns" });
  const args = ["--columns", "code=1,message=Text"];
  for (const [text, rows] of [
    ["Kod,Opis\n71,One\n", "2 rows"],
    ["Kod,Opis\n", "1 row"],
  ] as const) {
    const { output } = await importText(workspace, "errors.csv", text, args);
    expect(output).toContain(
      `errors.csv:1:1 error no column "Text": the columns are "Kod", "Opis" (${rows})`,
    );
  }
});

test("import reports a description that a newer list no longer has", async () => {
  const workspace = emptyCatalog({ id: "newer" });
  await importText(
    workspace,
    "errors.json",
    '[{"code":"71","message":"One","description":"x"},\n{"code":"72","message":"Two","description":"y"}]',
  );
  const newer = '[{"code":"71","message":"One"},\n{"code":"72","message":"Two","description":"y"}]';
  const { output } = await importText(workspace, "errors.json", newer);
  expect(output).toContain('changed  ONE (71), line 1, description: "x" -> ""');
});
