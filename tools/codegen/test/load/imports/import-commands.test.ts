import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { lint } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import type { Workspace } from "../../acme.js";
import { git } from "../../git.js";
import { codegen, generate } from "../../run.js";
import {
  COMMON,
  commonCatalog,
  commonEntry,
  ENTRIES,
  importingAcme,
  PACKAGE,
  PUBLISHED,
  writePublished,
} from "./common.js";

const read = ({ root }: Workspace, file: string) => join(root, file);

test("rename says who renames an imported entry, and takes no name of one", async () => {
  const acme = importingAcme();
  expect(await codegen(acme, "rename", "TENANT_LOCKED", "TENANT_FROZEN")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining(
      `TENANT_LOCKED is imported from ${COMMON}: its owner renames it, in the catalog of that package`,
    ),
  });
  expect(await codegen(acme, "rename", "API_ERROR", "TENANT_LOCKED")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining(`TENANT_LOCKED is an entry of ${COMMON}, which is imported`),
  });
});

test("decide says who decides an imported entry", async () => {
  const acme = importingAcme();
  const options = ["--where", "name=TENANT_*", "--set", "outcome=unknown"];
  expect(await codegen(acme, "decide", ...options)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining(
      `TENANT_LOCKED is imported from ${COMMON}: its owner decides it there.`,
    ),
  });
});

test("next-code leaves out the codes of imported entries", async () => {
  const catalog = commonCatalog([commonEntry("TENANT_LOCKED", "2007")]);
  const acme = importingAcme(undefined, { ...PUBLISHED, "generated/catalog.json": catalog });
  const range = '  catalog/orders.yaml: { owner: "@acme/orders", codes: ["2000..2999"] }';
  acme.edit("catalog.yaml", "errorClass:", `ranges:\n${range}\nerrorClass:`);
  expect(await codegen(acme, "next-code", "catalog/orders.yaml")).toMatchObject({
    status: 0,
    stdout: "2008\n",
  });
});

const TABLE = `| code | message | status |
| --- | --- | --- |
| tenant_locked | TENANT_LOCKED happened | 423 |
| tenant_unknown | No such tenant: {tenant} | 404 |
| tenant_moved | The tenant moved away | 410 |
`;

test("import knows the codes of imported entries, and leaves their changes to the owner", async () => {
  const acme = importingAcme();
  const table = join(acme.root, "table.md");
  writeFileSync(table, TABLE);
  const { status, stdout } = await codegen(acme, "import", table, "--partial");
  expect({ status, line: stdout.split("\n")[0] }).toEqual({
    status: 0,
    line: "table.md: 3 rows; 2 known, 0 changed, 1 new, 0 missing",
  });
  const [drafts = ""] = /catalog\/[\w-]*\.yaml/.exec(stdout) ?? [];
  expect(acme.read(drafts)).not.toContain("tenant_locked");
});

test("import proposes no second entry for a code that is imported", async () => {
  const acme = importingAcme();
  const table = join(acme.root, "table.md");
  writeFileSync(table, TABLE.replace("TENANT_LOCKED happened", "An altogether different thing"));
  const { status, stderr } = await codegen(acme, "import", table, "--partial", "--keep-going");
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /table\.md:3:\d+ error .* and TENANT_LOCKED of .* have the same code, "tenant_locked"/,
  );
});

test("the texts of imported entries are not exported for translators", async () => {
  const acme = importingAcme();
  const file = join(acme.root, "pt.xlf");
  await codegen(acme, "locale", "export", "pt-BR", "--out", file);
  const { readFileSync } = await import("node:fs");
  const exported = readFileSync(file, "utf8");
  expect(exported).toContain("CARD_EXPIRED");
  expect(exported).not.toContain("TENANT_");
});

test("locale import keeps the texts of imported entries out of the catalog's own file", async () => {
  const acme = importingAcme();
  const file = join(acme.root, "de.json");
  await codegen(acme, "locale", "export", "de", "--format", "json", "--out", file);
  const { readFileSync } = await import("node:fs");
  writeFileSync(file, readFileSync(file, "utf8").replace("Bitte warten.", "Bitte etwas warten."));
  expect(await codegen(acme, "locale", "import", file)).toMatchObject({ status: 0 });
  expect(acme.read("locales/de.json")).toContain("Bitte etwas warten.");
  expect(acme.read("locales/de.json")).not.toContain("TENANT_");
});

test("check fails when another version of the package is installed, and names both", async () => {
  const acme = importingAcme();
  await generate(acme);
  expect(await codegen(acme, "check")).toMatchObject({ status: 0 });
  writePublished(acme, { "package.json": { ...PACKAGE, version: "1.1.0" } });
  expect(await codegen(acme, "check")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining(
      `${COMMON} is installed as 1.1.0, and the files were generated from 1.0.0.`,
    ),
  });
  await generate(acme);
  expect(await codegen(acme, "check")).toMatchObject({ status: 0 });
});

/** A repository whose one commit imports the first version of the common catalog. */
async function committed(...paths: string[]): Promise<Workspace> {
  const acme = importingAcme();
  await generate(acme);
  git(acme, "init", "--quiet");
  git(acme, "add", ...paths);
  git(acme, "commit", "--quiet", "--message", "first");
  return acme;
}

test("diff compares imported entries with the version that a commit was generated from", async () => {
  const acme = await committed("spec");
  expect((await codegen(acme, "diff", "HEAD")).stdout).toContain("No changes since HEAD.");
  const [unknown] = ENTRIES;
  const catalog = commonCatalog([unknown as object, commonEntry("TENANT_CLOSED", "closed")]);
  writePublished(acme, { "generated/catalog.json": catalog });
  const { stdout } = await codegen(acme, "diff", "HEAD");
  expect(stdout).toContain("TENANT_LOCKED (tenant_locked): TENANT_LOCKED happened");
  expect(stdout).toContain("TENANT_CLOSED (closed): TENANT_CLOSED happened");
  expect(stdout).toContain("require a major release");
});

test("diff takes the installed version for a commit without generated files", async () => {
  const acme = await committed(
    "spec/catalog",
    "spec/catalog.yaml",
    "spec/locales",
    "spec/evidence",
    "spec/wire.schema.json",
  );
  expect((await codegen(acme, "diff", "HEAD")).stdout).toContain("No changes since HEAD.");
});

test("a released entry that is no longer imported is reported with what to do", async () => {
  const acme = importingAcme();
  await codegen(acme, "record");
  acme.edit("catalog.yaml", `"${COMMON}"`, `"${COMMON}"\n    names: [TENANT_LOCKED]`);
  const { problems } = await lint(acme.catalog);
  const released = problems.find(({ rule }) => rule === "released");
  expect(released).toMatchObject({
    message: "TENANT_UNKNOWN was released but is missing from the catalog",
    hint: expect.stringMatching(/^import it again, or restore the entry and retire it/),
  });
});

test("a custom rule gets the catalog's own entries, or all of them if it asks", async () => {
  const acme = importingAcme();
  const rule = (members: string) => `export const rule = {
    name: "every-entry",
    ${members}
    check({ entries }, report, places) {
      for (const [index, { name }] of entries.entries()) report(places.entryAt(index), name);
    },
  };`;
  acme.write("rules/own.mjs", rule(""));
  acme.write("rules/all.mjs", rule("coversImports: true,"));
  const names = async (module: string) => {
    const manifest = acme.read("catalog.yaml");
    acme.write("catalog.yaml", `${manifest}rules: [${module}]\n`);
    const { problems } = await lint(acme.catalog);
    acme.write("catalog.yaml", manifest);
    return problems.filter((one) => one.rule === "every-entry");
  };
  const [own, all] = [await names("rules/own.mjs"), await names("rules/all.mjs")];
  expect(own).toHaveLength(5);
  expect(all.filter(({ message }) => message.startsWith("TENANT_"))).toMatchObject([
    { location: { file: "catalog.yaml", line: 15, column: 14 } },
    { location: { file: "catalog.yaml", line: 15, column: 14 } },
  ]);
});

test("no file of the imported package changes", async () => {
  const acme = importingAcme();
  const files = () =>
    execFileSync("sh", ["-c", "find common -type f | sort | xargs cksum"], {
      cwd: acme.root,
      encoding: "utf8",
    });
  const before = files();
  await generate(acme);
  await codegen(acme, "decide", "--where", "name=*", "--accept", "name", "--write");
  await codegen(acme, "rename", "API_ERROR", "API_FAILED");
  expect(files()).toBe(before);
  expect(read(acme, "common")).not.toBe("");
});
