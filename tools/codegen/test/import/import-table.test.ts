import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { emptyCatalog } from "../empty-catalog.js";
import { codegen } from "../run.js";
import { importText, readDrafts, toLine } from "./import-text.js";

test("--keep-going imports the valid rows, and reports the others", async () => {
  const workspace = emptyCatalog({ id: "going" });
  const text = "code,message\nnot a code,Text\n,Nothing\nE1,Bad %s\nE2,Fine\n";
  const { status, output } = await importText(workspace, "errors.csv", text, ["--keep-going"]);
  expect(status).toBe(1);
  expect(output.match(/ error /g)).toHaveLength(2);
  expect(readDrafts(workspace).map(({ code }) => code)).toEqual(["E1", "E2"]);
});

test("--lines imports a part of a document, and a second import keeps the first file", async () => {
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

test("a duplicate row becomes one entry with two sources, or a note if the rows differ", async () => {
  const workspace = emptyCatalog({ id: "twice" });
  const text = "code,message,status\nE1,One,400\nE1,One,400\nE2,Two,400\nE2,Two,500\n";
  await importText(workspace, "errors.csv", text);
  expect(readDrafts(workspace)).toMatchObject([
    { code: "E1", sources: [{ line: 2 }, { line: 3 }] },
    {
      code: "E2",
      notes: "Line 5 has the same code and message, but another status or description.",
      draft: expect.arrayContaining(["httpStatus"]),
    },
  ]);
});

test("a code without its leading zeros is reported as a changed code of the known entry", async () => {
  const workspace = emptyCatalog({ id: "zeros", numericCodes: true });
  await importText(workspace, "errors.csv", "code,message\n0001,One\n");
  const { output } = await importText(workspace, "eaten.csv", "code,message\n1,One\n", [
    "--dry-run",
  ]);
  expect(output).toContain('code: "0001" -> "1"');
  expect(output).toContain("0 new");
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
])("%s on one line become one entry each", async (_, file, text) => {
  const workspace = emptyCatalog({ id: "shared", manifest: { table: file } });
  expect(await importText(workspace, file, text)).toMatchObject({ status: 0 });
  const entries = readDrafts(workspace);
  expect(entries.map(({ code }) => code)).toEqual(["not_found", "forbidden", "rate_limited"]);
  expect(new Set(entries.map(({ sources }) => sources[0].line)).size).toBe(1);
  expect(await codegen(workspace, "lint")).toMatchObject({ status: 0 });
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
])("a document named %j becomes evidence that lint and generate find", async (name) => {
  const workspace = emptyCatalog({ id: "names" });
  const text = "code,message\nE1,One\n";
  const args = ["--from", "csv"];
  expect(await importText(workspace, name, text, args)).toMatchObject({ status: 0 });
  const [entry] = readDrafts(workspace);
  expect(workspace.read(`evidence/${entry?.sources[0].document}`)).toBe(text);
  for (const command of ["lint", "generate"])
    expect(await codegen(workspace, command)).toMatchObject({ status: 0 });
  expect((await importText(workspace, name, text, args)).output).toContain("0 new");
});

test("an import writes drafts and evidence together or not at all", async () => {
  const workspace = emptyCatalog({ id: "atomic" });
  // The name is taken, and with a number behind it is too long.
  const name = `${"a".repeat(251)}.csv`;
  workspace.write(`evidence/${name}`, "another document\n");
  const { status, output } = await importText(workspace, name, "code,message\nE1,One\n");
  expect(status).toBe(1);
  expect(output).toMatch(/cannot write \S+\/evidence\/a+-2\.csv/);
  expect(existsSync(join(workspace.catalog, "catalog/imported.yaml"))).toBe(false);
});

test("import exits with 2 for wrong usage, and with 1 for a missing file", async () => {
  const workspace = emptyCatalog({ id: "usage" });
  const statusOf = async (...args: string[]) =>
    (await importText(workspace, "errors.csv", "code,message\nE1,One\n", args)).status;
  expect(await statusOf("--columns", "colour=1")).toBe(2);
  expect(await statusOf("--columns", "code=1", "--columns", "code=2")).toBe(2);
  expect(await statusOf("--lines", "all")).toBe(2);
  expect(await statusOf("--from", "pdf")).toBe(2);
  const missing = await codegen(workspace, "import", join(workspace.root, "nope.csv"));
  expect(missing).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("there is no file "),
  });
});

test.each([
  ["utf-16le", Buffer.from("\ufeffcode\tmessage\n1001\tÜber dem Limit\n", "utf16le")],
  ["utf-16be", Buffer.from("\ufeffcode\tmessage\n1001\tÜber dem Limit\n", "utf16le").swap16()],
])(
  "import reads a document in %s, as spreadsheets write it, and keeps it in UTF-8",
  async (_, bytes) => {
    const workspace = emptyCatalog({ id: "utf16" });
    const { status } = await importText(workspace, "errors.txt", bytes);
    expect(status).toBe(0);
    expect(readDrafts(workspace).map(toLine)).toEqual(["1001 | null | Über dem Limit |  | 2 | "]);
    expect(workspace.read("evidence/errors.txt")).toBe("code\tmessage\n1001\tÜber dem Limit\n");
    expect((await codegen(workspace, "lint")).output).not.toMatch(/:\d+ error /);
    const again = await importText(workspace, "errors.txt", bytes);
    expect(again.output).toContain("already in evidence");
  },
);
