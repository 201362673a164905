import { expect, test } from "vitest";
import { emptyCatalog } from "../../../empty-catalog.js";
import { importText, readDrafts, testDocuments, toLine } from "../../import-text.js";

testDocuments([
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
    "cells that span the columns of the code, the message and the description",
    "errors.html",
    "<table><tr><th>Code</th><th>Message</th><th>Description</th></tr>\n<tr><td>71</td><td colspan=2>Both</td></tr>\n<tr><td colspan=2>72</td><td>Only this</td></tr></table>",
    [],
    ["71 | null | Both |  | 2 | description", "72 | null | Only this |  | 3 | message description"],
  ],
  [
    "tables side by side, under one row of headings",
    "errors.html",
    "<table>\n<tr><th>Code</th><th>Text</th><th></th><th>Code</th><th>Text</th></tr>\n<tr><td>1</td><td>One</td><td></td><td>3</td><td>Three</td></tr>\n<tr><td>2</td><td>Two</td><td></td><td></td><td></td></tr>\n</table>\n",
    [],
    ["1 | null | One |  | 3 | ", "2 | null | Two |  | 4 | ", "3 | null | Three |  | 3 | "],
  ],
  [
    "headings again, the title of a section, and two rows of headings",
    "errors.html",
    "<table><thead><tr><th colspan=2>All</th></tr>\n<tr><th>Code</th><th>Message</th></tr></thead>\n<tr><td colspan=2>Orders</td></tr>\n<tr><td>71</td><td>One</td></tr>\n<tr><th>Code</th><th>Message</th></tr>\n</table>",
    [],
    ["71 | null | One |  | 4 | "],
    ['not read line 3: "in a table: \\"Orders\\""', 'not read line 5: "the headings again"'],
  ],
]);

test("import lists the titles above the headings as not read", async () => {
  const workspace = emptyCatalog({ id: "titles" });
  const text =
    "<table><tr><td colspan=2>Errors 2024</td></tr>\n<tr><td>Code</td><td>Message</td></tr>\n<tr><td>71</td><td>One</td></tr></table>";
  const { output } = await importText(workspace, "errors.html", text);
  expect(output).toContain('not read line 1: "above the headings: \\"Errors 2024\\""');
  expect(readDrafts(workspace).map(toLine)).toEqual(["71 | null | One |  | 3 | "]);
});

test("a row without a code has none from above a row that is not read", async () => {
  const text =
    "| Code | Message |\n|---|---|\n| 1003 | Late |\n| 1004 or 1005 | Shared |\n| | More |\n| 1006 | Closed |\n| | Open |\n";
  const workspace = emptyCatalog({ id: "above" });
  const { output } = await importText(workspace, "errors.md", text, ["--keep-going"]);
  expect(output).toContain("errors.md:5:1 error a row without a code");
  expect(readDrafts(workspace).map(toLine)).toEqual([
    "1003 | null | Late |  | 3 | ",
    "1006 | null | Closed |  | 6 | ",
    "1006 | null | Open |  | 6-7 | code",
  ]);
});
