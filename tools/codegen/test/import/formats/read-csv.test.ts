import { expect, test } from "vitest";
import { emptyCatalog } from "../../empty-catalog.js";
import {
  type DocumentCase,
  expectEntries,
  importText,
  readDrafts,
  toLine,
} from "../import-text.js";

test.each<DocumentCase>([
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
])("readCsv reads %s", async (_, file, text, args, entries) => {
  await expectEntries(file, text, args, entries);
});

test("readCsv finds the line of each row in a file with mixed line ends and empty lines", async () => {
  const workspace = emptyCatalog({ id: "ends" });
  await importText(workspace, "errors.csv", 'code,message\r\n\r\nE1,"é\nè"\nE2,Two\r\n\nE3,Three');
  expect(readDrafts(workspace).map(toLine)).toEqual([
    "E1 | null | é è |  | 3-4 | ",
    "E2 | null | Two |  | 5 | ",
    "E3 | null | Three |  | 7 | ",
  ]);
});
