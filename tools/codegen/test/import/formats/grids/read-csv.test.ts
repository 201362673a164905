import { expect, test } from "vitest";
import { emptyCatalog } from "../../../empty-catalog.js";
import { importText, readDrafts, testDocuments, toLine } from "../../import-text.js";

testDocuments([
  [
    "a byte order mark, quoted cells, a cell of two lines and leading zeros",
    "errors.csv",
    '\ufeffError code,HTTP,Message,Meaning\r\n0001,400,"Say ""please"", will you",Politeness\r\n1,404,"Two\r\nlines",\r\n',
    [],
    ['0001 | 400 | Say "please", will you | Politeness | 2 | ', "1 | 404 | Two lines |  | 3-4 | "],
  ],
  [
    "another delimiter, with columns chosen by heading and number",
    "errors.csv",
    "Was;Nummer;Text\nKarte;card_declined;Karte abgelehnt\n",
    ["--columns", "code=Nummer,message=3"],
    ["card_declined | null | Karte abgelehnt |  | 2 | "],
  ],
  [
    "tabs without a header, with columns chosen by number",
    "errors.txt",
    '10\tA "quoted" word\n20\tNothing left\n',
    ["--columns", "code=1,message=2"],
    ['10 | null | A "quoted" word |  | 1 | ', "20 | null | Nothing left |  | 2 | "],
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
    "codes that a spreadsheet keeps as texts",
    "errors.csv",
    'code,message\n"=""0012""",One\n\'0013,Two\n',
    [],
    ["0012 | null | One |  | 2 | ", "'0013 | null | Two |  | 3 | code"],
  ],
  [
    "spaces before quotation marks, in CSV",
    "errors.csv",
    'code, message, description\n1001, "Late, very late", "Be ""early"""\n1002, Closed, It is closed\n',
    [],
    [
      '1001 | null | Late, very late | Be "early" | 2 | ',
      "1002 | null | Closed | It is closed | 3 | ",
    ],
  ],
  [
    "a comma in the text of a CSV cell, before another column",
    "errors.csv",
    "code,message,http\n71,Low, very low,400\n72,High,500\n",
    [],
    ["71 | 400 | Low, very low |  | 2 | message description", "72 | 500 | High |  | 3 | "],
    [],
  ],
]);

test("readCsv finds the line of each row in a file with mixed line ends and empty lines", async () => {
  const workspace = emptyCatalog({ id: "ends" });
  await importText(workspace, "errors.csv", 'code,message\r\n\r\nE1,"é\nè"\nE2,Two\r\n\nE3,Three');
  expect(readDrafts(workspace).map(toLine)).toEqual([
    "E1 | null | é è |  | 3-4 | ",
    "E2 | null | Two |  | 5 | ",
    "E3 | null | Three |  | 7 | ",
  ]);
});
