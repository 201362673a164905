import { mkdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyAcme, type Workspace } from "../acme.js";
import { importText } from "../import/import-text.js";
import { codegen } from "../run.js";
import { printErrors } from "../test-faults.js";

const LINK = "files: is a symbolic link: a catalog has files of its own";
const SECRET = "SECRET-that-nobody-may-read";

test.each<[what: string, spoil: (acme: Workspace) => void, problems: readonly string[]]>([
  [
    "a folder in catalog/",
    (acme) => acme.write("catalog/more/orders.yaml", "entries: []\n"),
    [
      "files: unexpected folder, whose files are not read: catalog/ may hold only .yaml files @ catalog/more: 1:1",
    ],
  ],
  [
    "a folder in locales/",
    (acme) => acme.write("locales/x/fr.json", "{}"),
    [
      "files: unexpected folder, whose files are not read: locales/ may hold only .json files @ locales/x: 1:1",
    ],
  ],
  [
    "two files that are one on disks that ignore case",
    (acme) => {
      acme.write("evidence/Errors.md", "other");
      acme.write("evidence/caf\u00e9.md", "one");
      acme.write("evidence/cafe\u0301.md", "two");
    },
    [
      'files: has the same name as "errors.md" on disks that ignore case @ evidence/Errors.md: 1:1',
      'files: has the same name as "caf\u00e9.md" on disks that ignore case @ evidence/cafe\u0301.md: 1:1',
      'files: has the same name as "cafe\u0301.md" on disks that ignore case @ evidence/caf\u00e9.md: 1:1',
      'files: has the same name as "Errors.md" on disks that ignore case @ evidence/errors.md: 1:1',
    ],
  ],
  [
    "names that Windows reserves",
    (acme) => {
      acme.write("catalog/AUX.yaml", "entries: []\n");
      acme.write("locales/con.json", "{}");
      acme.write("evidence/a:b.md", "");
      acme.write("evidence/con .csv", "");
      acme.write("evidence/COM¹.txt", "");
      acme.write("evidence/nul  .a.b", "");
      acme.write("evidence/end.", "");
    },
    [
      "files: Windows reserves the name for a device @ catalog/AUX.yaml: 1:1",
      "files: Windows reserves the name for a device @ evidence/COM¹.txt: 1:1",
      'files: Windows allows no < > : " | ? * \\ and no control character in a name @ evidence/a:b.md: 1:1',
      "files: Windows reserves the name for a device @ evidence/con .csv: 1:1",
      "files: Windows drops a dot or a space at the end of a name @ evidence/end.: 1:1",
      "files: Windows reserves the name for a device @ evidence/nul  .a.b: 1:1",
      "files: Windows reserves the name for a device @ locales/con.json: 1:1",
    ],
  ],
  [
    "another file in locales/",
    (acme) => acme.write("locales/fr.yaml", "{}"),
    ["files: unexpected file: locales/ may hold only .json files @ locales/fr.yaml: 1:1"],
  ],
  [
    "a link in catalog/",
    (acme) => symlinkSync("payments.yaml", join(acme.catalog, "catalog/linked.yaml")),
    [`${LINK} @ catalog/linked.yaml: 1:1`],
  ],
  [
    "a link in evidence/",
    (acme) => link(acme, "evidence/secret.txt"),
    [`${LINK} @ evidence/secret.txt: 1:1`],
  ],
  [
    "a document that is larger than a text may be",
    (acme) => {
      acme.write("evidence/huge.txt", "");
      truncateSync(join(acme.catalog, "evidence/huge.txt"), 600 * 2 ** 20);
    },
    ["files: is larger than 128 MiB @ evidence/huge.txt: 1:1"],
  ],
])("lint reports %s", async (_, spoil, problems) => {
  const acme = copyAcme();
  spoil(acme);
  expect(await printErrors(acme.catalog)).toEqual(problems);
});

test("lint reports a linked file of a catalog, and prints no line of it", async () => {
  const wrong: string[] = [];
  for (const file of [
    "catalog.yaml",
    "wire.schema.json",
    "openapi.yaml",
    "glossary.yaml",
    "released.json",
  ]) {
    const acme = copyAcme();
    link(acme, file);
    const { status, output } = await codegen(acme, "lint");
    const isReported = output.includes(`${file}:1:1 error is a symbolic link`);
    if (status !== 1 || !isReported || output.includes(SECRET)) wrong.push(`${file}: ${output}`);
  }
  expect(wrong).toEqual([]);
});

test("import reports a file in the place of the folder of entries", async () => {
  const acme = copyAcme();
  rmSync(join(acme.catalog, "catalog"), { recursive: true });
  acme.write("catalog", "");
  const { status, output } = await importText(acme, "errors.csv", "code,message\nE1,Gone\n");
  expect(status).toBe(1);
  expect(output).toContain("catalog:1:1 error cannot be read: ENOTDIR");
});

test("generate reports a link that leads to itself", async () => {
  const acme = copyAcme();
  symlinkSync("loop.yaml", join(acme.catalog, "catalog/loop.yaml"));
  const { status, stderr } = await codegen(acme, "generate");
  expect(status).toBe(1);
  expect(stderr).toContain("catalog/loop.yaml:1:1 error is a symbolic link");
});

test("lint reports a linked folder of a catalog, and prints no line of its files", async () => {
  const wrong: string[] = [];
  for (const folder of ["catalog", "locales", "evidence"]) {
    const acme = copyAcme();
    const outside = join(acme.root, "outside");
    renameSync(join(acme.catalog, folder), outside);
    writeFileSync(join(outside, "id_rsa"), SECRET);
    symlinkSync(outside, join(acme.catalog, folder));
    const { status, output } = await codegen(acme, "lint");
    const isReported = output.includes(`${folder}:1:1 error is a symbolic link`);
    if (status !== 1 || !isReported || output.includes(SECRET)) wrong.push(`${folder}: ${output}`);
  }
  expect(wrong).toEqual([]);
});

test("a file with the name of a folder is reported, not taken for an empty folder", async () => {
  const acme = copyAcme();
  rmSync(join(acme.catalog, "locales"), { recursive: true });
  acme.write("locales", "");
  expect((await codegen(acme, "lint")).output).toMatch(/locales:1:1 error cannot be read: ENOTDIR/);
});

test("a folder with the name of a file is reported", async () => {
  const acme = copyAcme();
  mkdirSync(join(acme.catalog, "openapi.yaml"));
  expect((await codegen(acme, "lint")).output).toContain("openapi.yaml:1:1 error is not a file");
});

function link(acme: Workspace, file: string): void {
  const secret = join(acme.root, "secret");
  writeFileSync(secret, SECRET);
  rmSync(join(acme.catalog, file), { force: true });
  symlinkSync(secret, join(acme.catalog, file));
}
