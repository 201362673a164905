import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { type Fault, PAYMENTS, printErrors, testFaults } from "../test-faults.js";

/** A second document as evidence, and an entry that cites lines of it. */
function citing(
  document: string,
  text: string,
  lines: string,
): Required<Pick<Fault, "edit" | "files">> {
  const former = "{ document: errors.md, line: 6 }";
  return {
    files: { [`evidence/${document}`]: text },
    edit: [PAYMENTS, `[${former}]`, `[${former}, { document: ${document}, ${lines} }]`],
  };
}

const PAGE = `<table>
<tr>
  <td><code>rate_limited</code></td>
  <td>Slow
    <b>down</b>&#46;</td>
</tr>
<tr><td>rate_limited</td><td>Stop.</td></tr>
</table>
`;

testFaults("the rule sources", [
  {
    name: "a row of HTML over several lines",
    ...citing("page.html", PAGE, "line: 3, lastLine: 5"),
    problems: [],
  },
  {
    name: "the row of another text",
    ...citing("page.html", PAGE, "line: 7"),
    problems: [
      'sources: the text "Slow down." is not in evidence/page.html:7: "<tr><td>rate_limited</td><td>Stop.</td></tr>" @ catalog/payments.yaml: { document: page.html, li',
    ],
  },
  {
    name: "too few lines of a row",
    ...citing("page.html", PAGE, "line: 3, lastLine: 4"),
    problems: [
      'sources: the text "Slow down." is not in evidence/page.html:3: "  <td><code>rate_limited</code></td>   <td>Slow" @ catalog/payments.yaml: { document: page.html, li',
    ],
  },
  {
    name: "lines that end before they begin",
    ...citing("page.html", PAGE, "line: 5, lastLine: 3"),
    problems: [
      "sources: lastLine 3 is before line 5 @ catalog/payments.yaml: { document: page.html, li",
    ],
  },
  {
    name: "lines after the end of the document",
    ...citing("page.html", PAGE, "line: 3, lastLine: 90"),
    problems: [
      "sources: evidence/page.html has no line 90: it has 8 lines @ catalog/payments.yaml: { document: page.html, li",
    ],
  },
  {
    name: "a row of Markdown with markup",
    ...citing("table.md", "| `rate_limited` | Slow *down*\\. |", "line: 1"),
    problems: [],
  },
  {
    name: "cells of CSV in quotation marks",
    ...citing("a.csv", '"rate_limited","Slow\ndown."', "line: 1, lastLine: 2"),
    problems: [],
  },
  {
    name: "JSON with escapes",
    ...citing("a.json", '{ "rate_limited": "Slow\\u0020down" }', "line: 1"),
    problems: [],
  },
  {
    name: "YAML over several lines",
    ...citing("a.yaml", "rate_limited: >\n  Slow\n  down", "line: 1, lastLine: 3"),
    problems: [],
  },
  {
    name: "tags in a plain text, where they are letters",
    ...citing("a.txt", "rate_limited <b>Slow</b> down", "line: 1"),
    problems: [
      'sources: the text "Slow down." is not in evidence/a.txt:1: "rate_limited <b>Slow</b> down" @ catalog/payments.yaml: { document: a.txt, line: ',
    ],
  },
]);

const NEWER = "| rate_limited | Slow down. | Wait a second |";

test("an entry that two tables list has the description of the newer one", async () => {
  const acme = copyAcme();
  const { edit, files } = citing("newer.md", NEWER, "line: 1");
  acme.edit(...edit);
  for (const [file, text] of Object.entries(files)) acme.write(file, text);
  acme.edit("catalog.yaml", "table: errors.md", "table: [errors.md, newer.md]");
  expect(await printErrors(acme.catalog)).toEqual([]);
  acme.edit(
    PAYMENTS,
    'message: Slow down.\n    description: ""',
    "message: Slow down.\n    description: Wait",
  );
  expect(await printErrors(acme.catalog)).toEqual([]);
  acme.edit(PAYMENTS, "description: Wait", "description: Hurry");
  expect(await printErrors(acme.catalog)).toEqual([
    'sources: the description "Hurry" is not in evidence/newer.md:1: "| rate_limited | Slow down. | Wait a second |" @ catalog/payments.yaml: { document: newer.md, lin',
  ]);
  acme.edit("catalog.yaml", "[errors.md, newer.md]", "[errors.md, newest.md]");
  expect(await printErrors(acme.catalog)).toContain(
    'sources: evidence/newest.md does not exist | did you mean "newer.md"? @ catalog.yaml: [errors.md, newest.md]',
  );
});
