import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyCatalog } from "../test/empty-catalog.js";
import { importText } from "../test/import/import-text.js";
import { codegenProcess } from "../test/run.js";

/** The times of these documents grew by their square, their cube, or without end. */
const documents: readonly [
  what: string,
  file: string,
  text: string,
  /** The expected message. */
  output: string,
][] = [
  [
    "eight placeholders, and a description that almost has the message",
    "errors.csv",
    `code,message,description\nE1,"X${Array.from({ length: 8 }, (_, at) => `%s${at}`).join("1")} end",${"X1".repeat(200)}\n`,
    "1 row; 0 known, 0 changed, 1 new",
  ],
  [
    "a comment of 200,000 asterisks",
    "errors.ts",
    `export enum OrderErrorCode {\n  /** ${"*".repeat(200_000)} */\n  A_ONE = "a_one",\n  /** Second failed. */\n  B_TWO = "b_two",\n}\n`,
    "2 rows; 0 known, 0 changed, 2 new",
  ],
  [
    "a comment of 45,000 braces that another bracket closes",
    "errors.ts",
    `export enum OrderErrorCode {\n  /** First failed. ${"{@a) ".repeat(45_000)} */\n  A_ONE = "a_one",\n  /** Second failed. */\n  B_TWO = "b_two",\n}\n`,
    "errors.ts:3:1 error the message has 225013 characters: at most 2000 are read (import)",
  ],
  [
    "2,000 lines that begin like a heading and end like none",
    "errors.md",
    `${`# ${"# ".repeat(240)}\u2028x\n`.repeat(2_000)}\n| code | message |\n| --- | --- |\n| 1001 | Bad thing |\n`,
    "1 row; 0 known, 0 changed, 1 new",
  ],
  [
    "1,000 comments with 500 blanks behind them",
    "errors.ts",
    `export enum OrderErrorCode {\n${Array.from({ length: 1_000 }, (_, at) => `  /** Thing ${at} failed. */${" ".repeat(240)}@a ${" ".repeat(240)}@b\n  A_${at} = "a_${at}",\n`).join("")}}\n`,
    "no table, and no list of codes and texts",
  ],
  [
    "a message of 3,000 placeholders",
    "errors.csv",
    `code,message\nE1,${"%s a ".repeat(300)}\n`,
    "errors.csv:2:1 error the message has 300 placeholders: at most 20 are read (import)",
  ],
  [
    "a row of 80,000 misplaced quotation marks",
    "errors.csv",
    `code,message\nE1,a${'"" '.repeat(40_000)}\nE2,b\n`,
    "errors.csv:2:1 error not a well-formed row: Invalid Opening Quote",
  ],
  [
    "40,000 comments in Java that nothing closes",
    "Errors.java",
    `enum ErrorCode { LATE(1001, "Too late"); }${'\n"/*" /*'.repeat(40_000)}`,
    "1 row; 0 known, 0 changed, 1 new",
  ],
  [
    "5,000 assignments in assignments",
    "errors.ts",
    `export enum ErrorCode {\n  LATE = "late",\n  GONE = "gone",\n}\n${"\na=_+".repeat(5_000)}b;\n`,
    "2 rows; 0 known, 0 changed, 2 new",
  ],
  [
    "a text of 3,000 characters",
    "errors.csv",
    `code,message\nE1,${"a".repeat(3_000)}\n`,
    "errors.csv:2:1 error the message has 3000 characters: at most 2000 are read (import)",
  ],
  [
    "two long messages of one code, with placeholders",
    "errors.csv",
    `code,message\n${["b", "c"].map((end) => `E1,${`{x}${"a".repeat(90)}`.repeat(18)}${end}\n`).join("")}`,
    "2 rows; 0 known, 0 changed, 2 new",
  ],
  [
    "a word between colons",
    "errors.csv",
    `code,message\n${`E1,:${"a".repeat(1_900)}:\n`.repeat(500)}`,
    "500 rows; 0 known, 0 changed, 1 new",
  ],
  [
    "20,000 equal rows",
    "errors.csv",
    `code,message\n${"E1,Order not found\n".repeat(20_000)}`,
    "20000 rows; 0 known, 0 changed, 1 new",
  ],
  [
    "130,000 rows",
    "errors.csv",
    `code,message\n${"E1,x\n".repeat(130_000)}`,
    "130000 rows; 0 known, 0 changed, 1 new",
  ],
  [
    "200,000 columns",
    "errors.csv",
    `code,message\n${",".repeat(200_000)}x\n`,
    "errors.csv:2:1 error a row without a code (import)",
  ],
  [
    "20,000 capital letters in words",
    "errors.txt",
    `1001400${"aB".repeat(950)}\n`.repeat(10),
    "10 rows; 0 known, 0 changed, 1 new",
  ],
  [
    "an ordinary Markdown table of 8,000 rows",
    "errors.md",
    `| Code | Message |\n|---|---|\n${Array.from({ length: 8_000 }, (_, at) => `| E${at} | Order ${at} not found |\n`).join("")}`,
    "8000 rows; 0 known, 0 changed, 8000 new",
  ],
  [
    "a Markdown row of stars and underscores",
    "errors.md",
    `| Code | Message |\n|---|---|\n| E1 | ${"_a*b ".repeat(20_000)} |\n`,
    "errors.md:3:1 error the message has 99999 characters: at most 2000 are read (import)",
  ],
  [
    "HTML elements in elements",
    "errors.html",
    `<table><tr><td>${"<div>".repeat(40_000)}`,
    "errors.html:1:1 error is nested too deep to be read (import)",
  ],
  [
    "HTML tables in tables",
    "errors.html",
    "<table><tr><td>\n".repeat(20_000),
    "is nested too deep to be read (import)",
  ],
  [
    "120,000 line breaks in an HTML cell",
    "errors.html",
    `<table><tr><th>code<th>message<tr><td>E1<td>a${"<br>".repeat(60_000)}\n${"<br>".repeat(60_000)}b</table>`,
    "errors.html:1:1 error evidence/errors.html:1 is longer than 250000 characters: cite less",
  ],
  [
    "50,000 attributes of an HTML tag",
    "errors.html",
    `<table${Array.from({ length: 50_000 }, (_, at) => `\na${at}`).join(" ")}><tr><th>code<th>message<tr><td>E1<td>a</table>`,
    "1 row; 0 known, 0 changed, 1 new",
  ],
  [
    "50,000 line breaks in an HTML table, outside of its cells",
    "errors.html",
    `<table>${"<br>\n".repeat(50_000)}<tr><th>code<th>message<tr><td>E1<td>a</table>`,
    "1 row; 0 known, 0 changed, 1 new",
  ],
  [
    "8,000 codes with their descriptions in an object",
    "openapi.yaml",
    `components:\n  schemas:\n    ErrorCode:\n      enum:\n${listOf(8_000, (at) => `        - E${at}`)}      x-enum-descriptions:\n${listOf(8_000, (at) => `        E${at}: Order ${at} not found`)}`,
    "8000 rows; 0 known, 0 changed, 8000 new",
  ],
  [
    "3,000 codes with their texts in a description",
    "openapi.yaml",
    `components:\n  schemas:\n    ErrorCode:\n      description: |\n${listOf(3_000, (at) => `        - E${at}: Order ${at} not found`)}      enum:\n${listOf(3_000, (at) => `        - E${at}`)}`,
    "3000 rows; 0 known, 0 changed, 3000 new",
  ],
  [
    "a description of spaces",
    "openapi.json",
    `{"components":{"schemas":{"ErrorCode":{"enum":["1001"],"description":"1001: x${" ".repeat(9_000)}y"}}}}`,
    "1 row; 0 known, 0 changed, 1 new",
  ],
  [
    "keys that are objects",
    "openapi.yaml",
    `${"? ".repeat(200)}a`,
    "openapi.yaml:1:3 error a key must be plain text, not an alias, a list or an object (import)",
  ],
  [
    "20,000 aliases",
    "openapi.yaml",
    `a:\n${listOf(20_000, (at) => `  - &a${at} x\n  - *a${at}`)}`,
    "error more than 1,000 aliases (import)",
  ],
  [
    "an alias inside of what it names",
    "openapi.yaml",
    "a: &loop\n  b: *loop\n",
    "openapi.yaml:2:6 error *loop is inside &loop (import)",
  ],
  [
    "100,000 declarations in C, and one constant",
    "errors.h",
    `${listOf(100_000, (at) => `extern const int PRICE_${at};`)}const int ERR_GONE = 1001;`,
    "1 row; 0 known, 0 changed, 1 new",
  ],
  [
    "a line that is too long to be cited",
    "errors.html",
    `<table>\n${" ".repeat(250_000)}<tr><td>E1</table>`,
    "errors.html:2:1 error a line of more than 250000 characters cannot be cited (import)",
  ],
];

test.each(documents)("importing %s is quick", async (_, file, text, expected) => {
  const { output } = await importText(emptyCatalog({ id: "large" }), file, text, ["--dry-run"]);
  expect(output).toContain(expected);
});

function listOf(length: number, print: (at: number) => string): string {
  return Array.from({ length }, (_, at) => `${print(at)}\n`).join("");
}

test("import gives up at its time limit, and writes nothing", () => {
  const workspace = emptyCatalog({ id: "slow" });
  const file = join(workspace.root, "errors.csv");
  const rows = Array.from({ length: 100_000 }, (_, at) => `E${at},Order ${at} not found\n`);
  writeFileSync(file, `code,message\n${rows.join("")}`);
  const { status, stderr } = codegenProcess(workspace, "import", file, "--timeout", "0.5");
  expect(status).toBeNull();
  expect(stderr).toBe(
    `${file} takes longer than 0.5 seconds to read; nothing was written. Give it a part of the document, or more time with --timeout.\n`,
  );
  expect(existsSync(join(workspace.catalog, "catalog"))).toBe(false);
});
