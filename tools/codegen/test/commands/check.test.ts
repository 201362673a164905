import { appendFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { copyAcme, type Workspace } from "../acme.js";
import { codegen, generate, generatedFiles } from "../run.js";

test("check lists edited, deleted and added files, and generate restores them", async () => {
  const acme = copyAcme();
  await generate(acme);
  const before = textsOf(acme);
  const generated = (file: string) => join(acme.root, "out/types/generated", file);
  appendFileSync(generated("entries.ts"), "// mine\n");
  rmSync(generated("wire.ts"));
  const part = ".codegen-0b6d2c1e-0000-4000-8000-000000000000.part";
  writeFileSync(generated(part), "");
  const found = await codegen(acme, "check");
  expect(found.status).toBe(1);
  const seen = (file: string) => relative(process.cwd(), generated(file));
  expect(found.stderr).toContain(`  out of date         ${seen("entries.ts")}
  not generated yet   ${seen("wire.ts")}
  no longer generated ${seen(part)}
3 generated files are out of date. Run codegen generate.`);
  expect(await codegen(acme, "generate")).toMatchObject({ status: 0 });
  expect(textsOf(acme)).toEqual(before);
  expect(await codegen(acme, "check")).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("all up to date"),
  });
});

test("check fails after an edit of the catalog until generate has run", async () => {
  const acme = copyAcme();
  await generate(acme);
  acme.edit("catalog/payments.yaml", "httpStatus: 429", "httpStatus: 503");
  const { status, stderr } = await codegen(acme, "check");
  expect(status).toBe(1);
  expect(stderr).toMatch(/ {2}out of date {9}.*generated\/catalog.json/);
});

test("check --format json reports each file that is out of date as a problem", async () => {
  const acme = copyAcme();
  await generate(acme);
  const file = join(acme.root, "out/types/generated/wire.ts");
  appendFileSync(file, "// mine\n");
  const { status, stdout } = await codegen(acme, "check", "--format", "json");
  expect(status).toBe(1);
  const { problems } = JSON.parse(stdout) as { problems: readonly { readonly rule: string }[] };
  expect(problems.filter(({ rule }) => rule === "generated")).toEqual([
    {
      rule: "generated",
      severity: "error",
      message: "out of date",
      hint: "Run codegen generate.",
      file: relative(process.cwd(), file),
      line: 1,
      column: 1,
    },
  ]);
});

function textsOf(acme: Workspace) {
  return Object.fromEntries(
    Object.entries(generatedFiles(acme)).map(([file, { text }]) => [file, text]),
  );
}

test.each([
  "check --format text",
  "check --format json",
  "check --format github",
  "generate --verbose",
])("%s prints no name of a file that begins a line or steers the terminal", async (command) => {
  const acme = copyAcme();
  await generate(acme);
  const folder = join(acme.root, "out/types/generated");
  for (const name of ["a\n::error file=x::forged", "b\r::add-mask::c", "d\u001b[2J", "e\u202ef"])
    writeFileSync(join(folder, name), "");
  const { output, raw } = await codegen(acme, ...command.split(" "));
  const lines = output.split(/[\r\n]/);
  expect(lines.filter((line) => /^::(?!(error|warning) file=\.\.\/)/.test(line))).toEqual([]);
  expect(output).toContain("2J");
  expect(["\u001b[2J", "\u202e"].filter((text) => raw.includes(text))).toEqual([]);
});
