import { lint } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { copyAcme, type Workspace } from "../acme.js";
import { PAYMENTS } from "../test-faults.js";

async function problemsOf({ catalog }: Workspace): Promise<string[]> {
  const { problems } = await lint(catalog);
  return problems
    .filter(({ severity }) => severity === "error")
    .map(({ rule, message }) => `${rule}: ${message}`);
}

/** A second document as evidence, and an entry that cites lines of it. */
function citing(file: string, text: string, lines: string): Workspace {
  const acme = copyAcme();
  acme.write(`evidence/${file}`, text);
  acme.edit(
    PAYMENTS,
    "sources: [{ document: errors.md, line: 6 }]",
    `sources: [{ document: errors.md, line: 6 }, { document: ${file}, ${lines} }]`,
  );
  return acme;
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

test.each<[what: string, file: string, text: string, lines: string, problems: readonly string[]]>([
  ["a row of HTML over several lines", "page.html", PAGE, "line: 3, lastLine: 5", []],
  [
    "a row of another text",
    "page.html",
    PAGE,
    "line: 7",
    [
      'sources: the text "Slow down." is not in evidence/page.html:7: "<tr><td>rate_limited</td><td>Stop.</td></tr>"',
    ],
  ],
  [
    "too few of its lines",
    "page.html",
    PAGE,
    "line: 3, lastLine: 4",
    [
      'sources: the text "Slow down." is not in evidence/page.html:3: "  <td><code>rate_limited</code></td>   <td>Slow"',
    ],
  ],
  [
    "lines that end before they begin",
    "page.html",
    PAGE,
    "line: 5, lastLine: 3",
    ["sources: lastLine 3 is before line 5"],
  ],
  [
    "lines that the document lacks",
    "page.html",
    PAGE,
    "line: 3, lastLine: 90",
    ["sources: evidence/page.html has no line 90: it has 8 lines"],
  ],
  [
    "a row of Markdown with markup",
    "table.md",
    "| `rate_limited` | Slow *down*\\. |",
    "line: 1",
    [],
  ],
  [
    "a cell of CSV with quotation marks",
    "a.csv",
    '"rate_limited","Slow\ndown."',
    "line: 1, lastLine: 2",
    [],
  ],
  ["JSON with escapes", "a.json", '{ "rate_limited": "Slow\\u0020down" }', "line: 1", []],
  [
    "YAML over several lines",
    "a.yaml",
    "rate_limited: >\n  Slow\n  down",
    "line: 1, lastLine: 3",
    [],
  ],
  // The letters of a text are never markup.
  [
    "a text with tags in it",
    "a.txt",
    "rate_limited <b>Slow</b> down",
    "line: 1",
    ['sources: the text "Slow down." is not in evidence/a.txt:1: "rate_limited <b>Slow</b> down"'],
  ],
])("%s as a source", async (_, file, text, lines, problems) => {
  expect(await problemsOf(citing(file, text, lines))).toEqual(problems);
});

test("where a newer table follows, its description counts, and entries of either are documented", async () => {
  const acme = citing("newer.md", "| rate_limited | Slow down. | Wait a second |", "line: 1");
  acme.edit("catalog.yaml", "table: errors.md", "table: [errors.md, newer.md]");
  expect(await problemsOf(acme)).toEqual([]);
  acme.edit(
    PAYMENTS,
    'message: Slow down.\n    description: ""',
    "message: Slow down.\n    description: Wait",
  );
  expect(await problemsOf(acme)).toEqual([]);
  acme.edit(PAYMENTS, "description: Wait", "description: Hurry");
  expect(await problemsOf(acme)).toEqual([
    'sources: the description "Hurry" is not in evidence/newer.md:1: "| rate_limited | Slow down. | Wait a second |"',
  ]);
  acme.edit("catalog.yaml", "[errors.md, newer.md]", "[errors.md, newest.md]");
  expect(await problemsOf(acme)).toContain("sources: evidence/newest.md does not exist");
});
