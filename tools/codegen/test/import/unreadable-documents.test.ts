import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyCatalog } from "../empty-catalog.js";
import { codegen } from "../run.js";
import { importText } from "./import-text.js";

const documents: readonly [
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
    "an unclosed quotation mark",
    "errors.csv",
    'code,message\nE1,Fine\nE2,"open\nE3,x\n',
    ["errors.csv:4:1 error not a well-formed row: Quote Not Closed"],
  ],
  [
    "a spreadsheet",
    "errors.xlsx",
    Buffer.from("PK\u0003\u0004\u0014\u0000\u0000\u0000", "latin1"),
    ["errors.xlsx is a spreadsheet or another archive, not text: save it as CSV or HTML"],
  ],
  [
    "a PDF",
    "errors.pdf",
    "%PDF-1.7\n1 0 obj\n",
    ["errors.pdf is a PDF, not text: copy its text into a .txt file; nothing was changed"],
  ],
  [
    "a document without a table",
    "errors.md",
    "# Errors\n\nThere are none.\n",
    ["errors.md:1:1 error no table, and no list of codes and texts"],
  ],
  [
    "a table without a column of codes",
    "errors.html",
    "<p>x</p>\n<table><tr><th>What</th></tr><tr><td>x</td></tr></table>\n",
    ["errors.html:2:1 error no table with a column of codes"],
  ],
  [
    "YAML with two syntax errors",
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
    "code of brackets in brackets",
    "errors.ts",
    "[{(\n".repeat(300_000),
    ["errors.ts:667:1 error is nested too deep to be read"],
  ],
  [
    "text that is not a table",
    "errors.txt",
    "Once upon a time\n",
    ["errors.txt:1:1 error no table, and no list of codes and texts"],
  ],
  ["an empty document", "errors.csv", "", ["errors.csv:1:1 error no table, and no list of codes"]],
  [
    "bytes that are not UTF-8",
    "errors.csv",
    Uint8Array.of(0x63, 0xff),
    ["errors.csv is not UTF-8; nothing was changed"],
  ],
  [
    "UTF-16 that breaks off within a character",
    "errors.csv",
    Uint8Array.of(0xff, 0xfe, 0x63),
    ["errors.csv is not UTF-8; nothing was changed"],
  ],
  [
    "a table by a number that the document does not have",
    "errors.csv --table 1,2",
    "code,message\nE1,One\n",
    ["errors.csv:1:1 error no table 2: the document has 1"],
  ],
];

test.each(documents)(
  "importing %s reports each problem at its place, and writes nothing",
  async (_, file, text, problems) => {
    const workspace = emptyCatalog({ id: "broken" });
    const [name = "", ...args] = file.split(" ");
    const { status, output } = await importText(workspace, name, text, args);
    expect(status).toBe(1);
    for (const problem of problems) expect(output).toContain(problem);
    expect(output.match(/:\d+:\d+ error /g) ?? []).toHaveLength(
      problems.filter((problem) => /:\d+ error /.test(problem)).length,
    );
    expect(existsSync(join(workspace.catalog, "catalog"))).toBe(false);
    expect(existsSync(join(workspace.catalog, "evidence"))).toBe(false);
  },
);

test("importing a document that does not exist says so", async () => {
  const workspace = emptyCatalog({ id: "broken" });
  const { status, output } = await codegen(workspace, "import", "missing.html");
  expect(status).toBe(1);
  expect(output.trimEnd()).toBe("there is no file missing.html.");
});
