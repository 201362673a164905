import { readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { copyAcme, type Workspace } from "../acme.js";
import { CODE, PAYMENTS } from "../load/single-edits.js";
import { codegen, generate } from "../run.js";

test("--format json prints one document on stdout, with paths from the current folder", async () => {
  const acme = copyAcme();
  acme.edit(PAYMENTS, "outcome: unknown", "outcome: unknwon");
  const { status, stdout, stderr } = await codegen(acme, "generate", "--format", "json");
  expect(status).toBe(1);
  expect(JSON.parse(stdout).problems[0]).toEqual({
    rule: "schema",
    severity: "error",
    message: '"outcome" must be one of rejected, unknown, applied (it is "unknwon")',
    hint: 'did you mean "unknown"?',
    file: seen(acme, PAYMENTS),
    line: 57,
    column: 14,
  });
  expect(stderr).toContain("1 error, ");
});

test("check prints files that are out of date as escaped annotations for GitHub, and lint does not", async () => {
  const acme = copyAcme();
  await generate(acme);
  acme.edit(PAYMENTS, "httpStatus: 429", "httpStatus: 503");
  writeFileSync(join(acme.catalog, "generated/odd, 100%.txt"), "");
  const json = await codegen(acme, "lint", "--format", "json");
  expect(json.status).toBe(0);
  expect(JSON.parse(json.stdout).problems).toMatchObject([
    { rule: "coverage", severity: "warning", file: seen(acme, "locales/pt-BR.json") },
  ]);
  const { status, stdout } = await codegen(acme, "check", "--format", "github");
  expect(status).toBe(1);
  const lines = stdout.trimEnd().split("\n");
  expect(lines).toContain(
    `::error file=${seen(acme, "generated/catalog.json")},line=1,col=1,title=codegen (generated)::out of date%0Ahelp: Run codegen generate.`,
  );
  expect(lines).toContain(
    `::error file=${seen(acme, "generated/odd%2C 100%25.txt")},line=1,col=1,title=codegen (generated)::no longer generated%0Ahelp: Run codegen generate.`,
  );
  expect(lines.every((line) => /^::(error|warning) file=/.test(line))).toBe(true);
});

test("generate prints many warnings on a line each, and lint prints their lines", async () => {
  const acme = copyAcme();
  for (const tag of ["da", "fr", "nl"]) acme.write(`locales/${tag}.json`, "{}");
  const brief = await codegen(acme, "generate");
  expect(brief).toMatchObject({ status: 0 });
  expect(brief.stderr).toContain(
    `${seen(acme, "locales/nl.json")}:1:1 warning 10 of 10 texts are missing in nl`,
  );
  expect(brief.stderr).toContain(
    "help: codegen lint shows each warning with its lines, and how to fix it\n",
  );
  expect(brief.stderr).not.toContain("> 1 |");
  const full = await codegen(acme, "lint");
  expect(full.stderr).toContain("> 1 | {}");
  expect(full.stderr).toContain("codegen locale export nl");
  // Errors are always printed with their lines.
  acme.edit(PAYMENTS, "outcome: unknown", "outcome: unknwon");
  expect((await codegen(acme, "generate")).stderr).toContain("> 57 |     outcome: unknwon");
});

test.each([["diff"], ["record"], ["locale", "export", "de"]])(
  "%s prints paths from the current folder",
  async (...command) => {
    const acme = copyAcme();
    acme.edit(PAYMENTS, "outcome: unknown", "outcome: unknwon");
    const { status, stderr } = await codegen(acme, ...command);
    expect(status).toBe(1);
    expect(stderr).toContain(`${seen(acme, PAYMENTS)}:57:14 error`);
  },
);

test("lint prints paths from the current folder, and shows invisible characters", async () => {
  const acme = copyAcme();
  acme.edit(PAYMENTS, CODE, `"\\e[31m": 1\n    ${CODE} # \u202e`);
  const { status, stderr } = await codegen(acme, "lint");
  expect(status).toBe(1);
  expect(stderr).toContain(`${seen(acme, PAYMENTS)}:41:5 error unknown field "<U+001B>[31m"`);
  expect(stderr).toContain("> 42 |     code: rate_limited # \ufffd\n");
  expect(await codegen(acme, "lint", "--format", "xml")).toMatchObject({ status: 2 });
});

test("lint prints the part of a long line around the place, with the mark under it", async () => {
  const acme = copyAcme();
  const file = join(acme.catalog, "locales/de.json");
  const texts = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, JSON.stringify(texts).replace('"final"', '"finl"'));
  const { status, stderr } = await codegen(acme, "lint");
  expect(status).toBe(1);
  const [line = "", mark = ""] = stderr.split("\n").filter((each) => each.includes("|"));
  expect(line.length).toBeLessThan(180);
  expect(line.slice(mark.indexOf("^")).startsWith('"finl"')).toBe(true);
});

/** The path of a file of the catalog from the current folder, as terminals and CI look for it. */
function seen({ catalog }: Workspace, file: string): string {
  return relative(process.cwd(), join(catalog, file)).replaceAll("\\", "/");
}
