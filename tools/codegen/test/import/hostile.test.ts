import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyCatalog } from "../empty-catalog.js";
import { propertyRuns } from "../property-runs.js";
import { codegen } from "../run.js";

/** Pieces of each format that its parser reacts to. */
const PIECES: Readonly<Record<string, readonly string[]>> = {
  csv: ["code,message\n", "E1,", '"', '""', "\r\n", "\n", ",,,", "\ufeff", "%s", "{x}", "{"],
  tsv: ["code\tmessage\n", "E1\t", '"', "\t\t", "\n", "\r", "\u2028"],
  html: [
    "<table>",
    "</table>",
    "<tr>",
    "<td>",
    "<th>Code",
    "<th>Message",
    '<td rowspan="1e9">',
    "<td colspan=1000 rowspan=1000>",
    '<td colspan=-1 rowspan="0">E1',
    "&nbsp;&#0;&bogus;",
    "<script>",
    "<!--",
    "<template>",
  ],
  markdown: [
    "| Code | Message |\n",
    "|---|---|\n",
    "| E1 |",
    "`",
    "\\|",
    "**",
    "<b>",
    "[a](b)",
    "\n\n",
    "> ",
    "<table>",
  ],
  openapi: [
    "enum:",
    " [a, b]",
    "\n",
    "  ",
    "code:",
    "components:\n",
    "- ",
    "{",
    "}",
    '"',
    "&a",
    "*a",
    "oneOf",
    "!!x",
    "? ",
  ],
  text: [
    "1001400Order not found",
    "-1 400",
    "200 200OK",
    "\n",
    "aB",
    "IPOur",
    "E_1",
    "999999999999",
    "%s",
  ],
  rst: [
    ".. list-table::\n",
    ".. csv-table:: x\n",
    "   :header: Code, Message\n",
    "   :header-rows: 1\n",
    "   :delim: ;\n",
    "   :delim:\n",
    "   :file: x.csv\n",
    "   * - ",
    "     - ",
    "   E1, Text\n",
    '"',
    "``",
    "+---+---+\n",
    "| E1 | a |\n",
    "=== ===\n",
    "\n",
  ],
  asciidoc: [
    "|===\n",
    '[cols="1,2*"]\n',
    '[options="header"]\n',
    "[%header]\n",
    "|Code |Message\n",
    "| E1\n",
    "a|",
    ".999+|",
    "999*|",
    "2.3+|",
    "\\|",
    "----\n",
    "include::x[]\n",
    "`",
    "\n",
  ],
  enums: [
    "enum ErrorCode {",
    "enum class ErrorCode(val code: Int) {",
    "E_ONE = 1,",
    "E_ONE = 1 [",
    "E_TWO(2);",
    "case ",
    "#define E_ONE ",
    "const E = ",
    "[(code) = 404]",
    "#[msg(",
    '"""',
    "'",
    "/*",
    "//",
    "}",
    "\n",
  ],
};

/**
 * Any character: fast-check's unit "binary" has the same, and takes a second to prepare. None is a
 * half of a pair.
 */
const CHARACTER = fc
  .nat(0x10ffff - 0x800)
  .map((at) => String.fromCodePoint(at < 0xd800 ? at : at + 0x800));

test.each(Object.keys(PIECES))(
  "any text imported as %s becomes entries or problems at its lines, and never crashes",
  async (format) => {
    const workspace = emptyCatalog({ id: "hostile" });
    const file = join(workspace.root, "document");
    const piece = fc.oneof(
      fc.constantFrom(...(PIECES[format] ?? [])),
      fc.array(CHARACTER, { maxLength: 8 }).map((characters) => characters.join("")),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        writeFileSync(file, pieces.join(""));
        const lines = readFileSync(file, "utf8").split("\n").length;
        const { status, stdout } = await codegen(
          workspace,
          "import",
          file,
          "--from",
          format,
          "--dry-run",
          "--format",
          "json",
        );
        const { rows, problems, files } = JSON.parse(stdout);
        const errors = problems.filter(
          ({ severity }: { severity: string }) => severity === "error",
        );
        expect(status).toBe(errors.length > 0 ? 1 : 0);
        expect(errors.length > 0 ? files : ["some"]).toHaveLength(errors.length > 0 ? 0 : 1);
        expect(rows + errors.length).toBeGreaterThan(0);
        for (const { line } of problems) expect(line).toBeLessThanOrEqual(lines);
      }),
      { numRuns: propertyRuns({ quick: 5, thorough: 100 }) },
    );
  },
);

test.each<[what: string, text: string]>([
  ["lists in brackets", `a: ${"[".repeat(20_000)}`],
  ["lists of dashes", `${"- ".repeat(20_000)}x`],
  ["objects", Array.from({ length: 5_000 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join("")],
])("a document with deeply nested %s is reported without a stack trace", async (_, text) => {
  const workspace = emptyCatalog({ id: "deep" });
  const file = join(workspace.root, "deep.yaml");
  writeFileSync(file, text);
  const { status, output } = await codegen(workspace, "import", file);
  expect(status).toBe(1);
  expect(output).toMatch(/deep\.yaml:\d+:\d+ error is nested too deep to be read \(import\)/);
  expect(output).not.toContain("call stack");
});
