import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Entry } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { Workspace } from "../acme.js";
import { emptyCatalog } from "../empty-catalog.js";
import { codegen } from "../run.js";

/** An entry as one line: code, status, message, description, lines, and what of these is unsure. */
type Told = `${string} | ${string} | ${string} | ${string} | ${string} | ${string}`;

const documents: readonly [
  what: string,
  file: string,
  text: string,
  args: readonly string[],
  told: readonly Told[],
][] = [
  [
    "CSV with a byte order mark, quotation marks, a cell of two lines and zeros that stay",
    "errors.csv",
    '\ufeffError code,HTTP,Message,Meaning\r\n0001,400,"Say ""please"", will you",Politeness\r\n1,404,"Two\r\nlines",\r\n',
    [],
    ['0001 | 400 | Say "please", will you | Politeness | 2 | ', "1 | 404 | Two lines |  | 3-4 | "],
  ],
  [
    "CSV of another delimiter, columns said by heading and number",
    "errors.csv",
    "Was;Nummer;Text\nKarte;card_declined;Karte abgelehnt\n",
    ["--columns", "code=Nummer,message=3"],
    ["card_declined | null | Karte abgelehnt |  | 2 | "],
  ],
  [
    "tabs without a heading, columns said by number",
    "errors.txt",
    '10\tA "quoted" word\n20\tNothing left\n',
    ["--columns", "code=1,message=2"],
    ['10 | null | A "quoted" word |  | 1 | ', "20 | null | Nothing left |  | 2 | "],
  ],
  [
    "Markdown with markup, an escaped bar, a placeholder that looks like a tag, and a code for several texts",
    "errors.md",
    [
      "# Errors",
      "",
      "| Code | Message | Description |",
      "| ---- | ------- | ----------- |",
      "| `E-1` | Field <field> is *not* \\| valid | See [the docs](https://example.com) |",
      "|  | Field <field> is missing | |",
      "",
      "| Term | Meaning |",
      "| ---- | ------- |",
      "| code | a word |",
    ].join("\n"),
    [],
    [
      "E-1 | null | Field {field} is not | valid | See the docs | 5 | ",
      "E-1 | null | Field {field} is missing |  | 5-6 | code",
    ],
  ],
  [
    "an HTML table in Markdown",
    "errors.md",
    "# Errors\n\n<table>\n<tr><th>Code</th><th>Message</th></tr>\n\n<tr><td>7</td><td>Seven</td></tr>\n</table>\n",
    [],
    ["7 | null | Seven |  | 6 | "],
  ],
  [
    "HTML with cells over several rows, entities, line breaks, and a table for the layout",
    "errors.html",
    [
      "<table><tr><td><table>",
      "<tr><th>Status</th><th>Code</th><th>Message</th></tr>",
      '<tr><td rowspan="2">422</td><td rowspan="2">1001</td><td>Can&#39;t&nbsp;do &lt;x&gt;</td></tr>',
      "<tr><td>Will<br>not</td></tr>",
      "</table></td></tr></table>",
    ].join("\n"),
    [],
    ["1001 | 422 | Can't do {x} |  | 3 | ", "1001 | 422 | Will not |  | 3-4 | "],
  ],
  [
    "OpenAPI with names and descriptions beside an enum, its status by where it is used",
    "openapi.yaml",
    `openapi: 3.1.0
paths:
  /pay:
    post:
      responses:
        "402":
          content: { application/json: { schema: { $ref: "#/components/schemas/Refusal" } } }
components:
  schemas:
    Colour: { enum: [red, green] }
    Refusal:
      properties:
        code: { $ref: "#/components/schemas/ErrorCode" }
    ErrorCode:
      type: integer
      enum: [10, 020]
      x-enum-varnames: [TenTimes, TwentyTimes]
      x-enum-descriptions:
        - Ten is too few
        - It's twenty
`,
    [],
    [
      "10 | 402 | Ten is too few |  | 16-19 | message",
      "020 | 402 | It's twenty |  | 16-20 | message",
    ],
  ],
  [
    "OpenAPI in JSON with constants, an example of a body, and a success that is none",
    "openapi.json",
    `{
  "components": {
    "schemas": {
      "ErrorCode": {
        "oneOf": [
          { "const": "late", "title": "Late", "description": "The \\"late\\" one" },
          { "const": "early" }
        ]
      }
    },
    "responses": {
      "Late": { "content": { "application/json": { "examples": { "one": { "value": {
        "code": "late",
        "message": "You are late"
      } } } } } }
    }
  }
}`,
    [],
    [
      "early | null | early |  | 7 | message",
      'late | null | You are late | The "late" one | 13-14 | message description',
    ],
  ],
  [
    "OpenAPI where no schema's name tells, and one is chosen",
    "openapi.yaml",
    "components:\n  schemas:\n    Colour:\n      enum: [red, green]\n      description: |\n        - red: stop\n        | `green` | go |\n",
    ["--enum", "schemas/Colour"],
    ["red | null | stop |  | 6 | message", "green | null | go |  | 7 | message"],
  ],
  [
    "run-together columns: a text over two lines, and digits that may be the code's or the message's",
    "errors.txt",
    "Errors\n1001400Order not foundThe order does not exist\n1002400Order too largeThe order exceeds what\nis allowed\n100340030 days are over\n\nThe end\n",
    [],
    [
      "1001 | 400 | Order not found | The order does not exist | 2 | message description",
      "1002 | 400 | Order too large | The order exceeds what is allowed | 3-4 | message description",
      "1003 | 400 | 30 days are over |  | 5 | code httpStatus message description",
    ],
  ],
];

test.each(documents)("%s", async (_, file, text, args, told) => {
  const workspace = emptyCatalog({ id: "formats" });
  const { status, output } = await importText(workspace, file, text, args);
  expect(output).not.toContain(" error ");
  expect(status).toBe(0);
  const { entries } = parse(workspace.read("catalog/imported.yaml"));
  expect(entries.map(tell)).toEqual(told);
  // Each entry cites lines that bear it.
  expect((await codegen(workspace, "lint")).output).not.toContain(" error ");
  expect((await importText(workspace, file, text, args)).output).toContain(
    " 0 changed, 0 new, 0 missing",
  );
});

function tell(entry: Record<string, never>): string {
  const { code, httpStatus, message, description, sources, draft } = entry as unknown as {
    code: string;
    httpStatus: number | null;
    message: string;
    description: string;
    sources: [{ line: number; lastLine?: number }];
    draft: string[];
  };
  const [{ line, lastLine }] = sources;
  const lines = lastLine === undefined ? line : `${line}-${lastLine}`;
  const read = draft.filter((field) => /code|httpStatus|message|description/.test(field)).join(" ");
  return [code, `${httpStatus}`, message, description, lines, read].join(" | ");
}

async function importText(
  workspace: Workspace,
  file: string,
  text: string | Uint8Array,
  args: readonly string[] = [],
) {
  const path = join(workspace.root, file);
  writeFileSync(path, text);
  const { output, ...rest } = await codegen(workspace, "import", path, ...args);
  return { ...rest, output: output.replaceAll(path, file) };
}

test.each([
  ["Required field '%s' missing", "Required field '{field}' missing", { field: "field" }],
  [
    "limit is %s orders per %1$s",
    "limit is {limit} orders per {orders}",
    { limit: "limit", orders: "orders" },
  ],
  [
    "{{ user_name }} and $" + "{order.id}",
    "{userName} and {orderId}",
    { userName: "userName", orderId: "orderId" },
  ],
  [
    "<API-Key> is not :key, at 12:30",
    "{apiKey} is not {key}, at 12:30",
    { apiKey: "apiKey", key: "key" },
  ],
  [
    "%d of {0} and {0}",
    "{value} of {value2} and {value3}",
    { value: "value", value2: "value2", value3: "value3" },
  ],
  ["a < b, and 50% of c > d", "a < b, and 50% of c > d", {}],
])("the placeholders of %j", async (text, message, params) => {
  const workspace = emptyCatalog({ id: "placeholders" });
  await importText(workspace, "errors.tsv", `code\tmessage\nE1\t${text}\n`);
  const [entry] = parse(workspace.read("catalog/imported.yaml")).entries;
  expect(entry.message).toBe(message);
  const examples = Object.entries(entry.params ?? {}).map(([name, param]) => [
    name,
    (param as { example: string }).example,
  ]);
  expect(Object.fromEntries(examples)).toEqual(params);
  expect(entry.draft.includes("params")).toBe(Object.keys(params).length > 0);
});

test("what a description shows of a message becomes the example", async () => {
  const workspace = emptyCatalog({ id: "examples" });
  await importText(
    workspace,
    "errors.tsv",
    "code\tmessage\tdescription\nE1\tIllegal parameter '%s'\tBad data. E.g. Illegal parameter symbol\n",
  );
  const [entry] = parse(workspace.read("catalog/imported.yaml")).entries;
  expect(entry.params).toEqual({ parameter: { meaning: "What %s stands for", example: "symbol" } });
});

const broken: readonly [
  what: string,
  file: string,
  text: string | Uint8Array,
  problems: readonly string[],
][] = [
  [
    "a row without a code, and one whose code has a space",
    "errors.csv",
    "code,message\n,Nothing\nnot a code,Text\nE1,Fine\n",
    [
      "errors.csv:2:1 error a row without a code",
      'errors.csv:3:1 error "not a code" is not a code: a code has no spaces',
    ],
  ],
  [
    "quotation marks that are not closed",
    "errors.csv",
    'code,message\nE1,Fine\nE2,"open\nE3,x\n',
    ["errors.csv:4:1 error not a well-formed row: Quote Not Closed"],
  ],
  [
    "no table",
    "errors.md",
    "# Errors\n\nThere are none.\n",
    ["errors.md:1:1 error no table with a column of codes"],
  ],
  [
    "a table without a column of codes",
    "errors.html",
    "<p>x</p>\n<table><tr><th>What</th></tr><tr><td>x</td></tr></table>\n",
    ["errors.html:2:1 error no table with a column of codes"],
  ],
  [
    "bad YAML, every mistake of it",
    "openapi.yaml",
    "a: [1\nb: }\n",
    [
      "openapi.yaml:2:1 error not valid YAML or JSON: ",
      "openapi.yaml:2:4 error not valid YAML or JSON: ",
    ],
  ],
  [
    "an OpenAPI document without an error",
    "openapi.yaml",
    "components: { schemas: { Colour: { enum: [red] } } }\n",
    [
      "openapi.yaml:1:1 error no list of error codes, and no example of an error",
      "help: say which list holds the codes with --enum: components.schemas.Colour",
    ],
  ],
  [
    "text that is no table",
    "errors.txt",
    "Once upon a time\n",
    ["errors.txt:1:1 error no line with a code and an HTTP status"],
  ],
  ["an empty document", "errors.csv", "", ["errors.csv:1:1 error no table with a column of codes"]],
  [
    "what is not UTF-8",
    "errors.csv",
    Uint8Array.of(0x63, 0xff),
    ["errors.csv is not UTF-8; nothing was changed"],
  ],
  [
    "a brace that belongs to no placeholder",
    "errors.csv",
    "code,message\nE1,Send {\n",
    ['errors.csv:2:1 error "Send {" has a brace that does not belong to a placeholder'],
  ],
  [
    "two texts of a code that one answer can fit",
    "errors.csv",
    "code,message\nE1,Bad %s\nE1,Bad day\n",
    ["errors.csv:3:1 error a text can fit both this message and that of "],
  ],
];

test.each(broken)(
  "%s: each problem at its place, and nothing is written",
  async (_, file, text, problems) => {
    const workspace = emptyCatalog({ id: "broken" });
    const { status, output } = await importText(workspace, file, text);
    expect(status).toBe(1);
    for (const problem of problems) expect(output).toContain(problem);
    expect(output.match(/:\d+:\d+ error /g) ?? []).toHaveLength(
      problems.filter((problem) => /:\d+ error /.test(problem)).length,
    );
    expect(existsSync(join(workspace.catalog, "catalog"))).toBe(false);
    expect(existsSync(join(workspace.catalog, "evidence"))).toBe(false);
  },
);

test("--keep-going writes the rows that are well, and reports the others", async () => {
  const workspace = emptyCatalog({ id: "going" });
  const text = "code,message\nnot a code,Text\nE1,Bad %s\nE1,Bad day\nE2,Fine\n";
  const { status, output } = await importText(workspace, "errors.csv", text, ["--keep-going"]);
  expect(status).toBe(1);
  expect(output.match(/ error /g)).toHaveLength(2);
  const { entries } = parse(workspace.read("catalog/imported.yaml"));
  expect(entries.map(({ code }: { code: string }) => code)).toEqual(["E1", "E2"]);
});

test("--lines reads a part, and a second import leaves the first file as it is", async () => {
  const workspace = emptyCatalog({ id: "parts" });
  const text = "code,message\nE1,One\nE2,Two\nE3,Three\n";
  expect((await importText(workspace, "errors.csv", text, ["--lines", "1-3"])).output).toContain(
    "2 new",
  );
  const first = workspace.read("catalog/imported.yaml").replace("E_1", "MINE");
  const rest = await importText(workspace, "errors.csv", text);
  expect(rest.output).toContain("3 rows; 2 known, 0 changed, 1 new");
  expect(workspace.read("catalog/imported.yaml")).toBe(first);
  expect(parse(workspace.read("catalog/imported-2.yaml")).entries).toMatchObject([{ code: "E3" }]);
});

test("a row that stands twice is one entry with two sources; where the two differ, it says so", async () => {
  const workspace = emptyCatalog({ id: "twice" });
  const text = "code,message,status\nE1,One,400\nE1,One,400\nE2,Two,400\nE2,Two,500\n";
  await importText(workspace, "errors.csv", text);
  expect(parse(workspace.read("catalog/imported.yaml")).entries).toMatchObject([
    { code: "E1", sources: [{ line: 2 }, { line: 3 }] },
    {
      code: "E2",
      notes: "Line 5 has the same code and message, but another status or description.",
      draft: expect.arrayContaining(["httpStatus"]),
    },
  ]);
});

test("a code that differs from a known one by its zeros is that one, and is told", async () => {
  const workspace = emptyCatalog({ id: "zeros", numericCodes: true });
  await importText(workspace, "errors.csv", "code,message\n0001,One\n");
  const { output } = await importText(workspace, "eaten.csv", "code,message\n1,One\n", [
    "--dry-run",
  ]);
  expect(output).toContain('code: "0001" -> "1"');
  expect(output).toContain("0 new");
});

test("a file of mixed line ends, with empty lines between, keeps every row and its line", async () => {
  const workspace = emptyCatalog({ id: "ends" });
  await importText(workspace, "errors.csv", 'code,message\r\n\r\nE1,"é\nè"\nE2,Two\r\n\nE3,Three');
  const { entries } = parse(workspace.read("catalog/imported.yaml"));
  expect(entries.map(tell)).toEqual([
    "E1 | null | é è |  | 3-4 | ",
    "E2 | null | Two |  | 5 | ",
    "E3 | null | Three |  | 7 | ",
  ]);
});

test("wrong usage exits 2, a file that is not there 1", async () => {
  const workspace = emptyCatalog({ id: "usage" });
  const statusOf = async (...args: string[]) =>
    (await importText(workspace, "errors.csv", "code,message\nE1,One\n", args)).status;
  expect(await statusOf("--columns", "colour=1")).toBe(2);
  expect(await statusOf("--lines", "all")).toBe(2);
  expect(await statusOf("--from", "pdf")).toBe(2);
  const missing = await codegen(workspace, "import", join(workspace.root, "nope.csv"));
  expect(missing).toMatchObject({ status: 1, stderr: expect.stringContaining("ENOENT") });
});

test.each([
  "a#b.csv",
  "a?b.csv",
  "a%2Fb.csv",
  "100%.csv",
  "a\tb.csv",
  "a b.csv",
  "__proto__",
  "..hidden.csv",
  "é\\:,{}.csv",
])("a document called %j is evidence that lint and generate find", async (name) => {
  const workspace = emptyCatalog({ id: "names" });
  const text = "code,message\nE1,One\n";
  const args = ["--from", "csv"];
  expect(await importText(workspace, name, text, args)).toMatchObject({ status: 0 });
  const [entry] = parse(workspace.read("catalog/imported.yaml")).entries;
  expect(workspace.read(`evidence/${entry.sources[0].document}`)).toBe(text);
  for (const command of ["lint", "generate"])
    expect(await codegen(workspace, command)).toMatchObject({ status: 0 });
  expect((await importText(workspace, name, text, args)).output).toContain("0 new");
});

test.each<[what: string, file: string, text: string]>([
  [
    "values of an enum",
    "oa.yaml",
    "openapi: 3.1.0\ncomponents:\n  schemas:\n    ErrorCode:\n      type: string\n      enum: [not_found, forbidden, rate_limited]\n",
  ],
  [
    "rows of HTML",
    "page.html",
    "<h1>Errors</h1>\n<table><tr><th>Code<th>Message</tr>\n<tr><td>not_found<td>None<tr><td>forbidden<td>No<tr><td>rate_limited<td>Slow down</table>\n",
  ],
])("%s that share a line are entries, all of them", async (_, file, text) => {
  const workspace = emptyCatalog({ id: "shared", manifest: { table: file } });
  expect(await importText(workspace, file, text)).toMatchObject({ status: 0 });
  const { entries } = parse(workspace.read("catalog/imported.yaml")) as { entries: Entry[] };
  expect(entries.map(({ code }) => code)).toEqual(["not_found", "forbidden", "rate_limited"]);
  expect(new Set(entries.map(({ sources }) => sources[0]?.line)).size).toBe(1);
  expect(await codegen(workspace, "lint")).toMatchObject({ status: 0 });
});

test("drafts and evidence are written together or not at all", async () => {
  const workspace = emptyCatalog({ id: "atomic" });
  workspace.write("evidence", "a file where a folder belongs");
  const { status, output } = await importText(workspace, "errors.csv", "code,message\nE1,One\n");
  expect(status).toBe(1);
  expect(output).toContain("cannot write evidence/errors.csv");
  expect(existsSync(join(workspace.catalog, "catalog/imported.yaml"))).toBe(false);
});
