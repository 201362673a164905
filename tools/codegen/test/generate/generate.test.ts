import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { generate } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { generatedFiles } from "../run.js";

test("generate returns the catalog and every file that it changed", async () => {
  const acme = copyAcme();
  const { catalog, changed } = await generate(acme.catalog);
  expect(catalog?.manifest.id).toBe("acme-errors");
  expect(changed).toHaveLength(Object.keys(generatedFiles(acme)).length);
  expect(changed).toContainEqual({ path: "generated/catalog.json", change: "added" });

  appendFileSync(join(acme.root, "out/types/generated/wire.ts"), "// mine\n");
  acme.write("generated/stray.json", "{}");
  acme.write("generated/files.txt", `${acme.read("generated/files.txt")}generated/stray.json\n`);
  expect((await generate(acme.catalog)).changed).toEqual([
    { path: "../out/types/generated/wire.ts", change: "updated" },
    { path: "generated/files.txt", change: "updated" },
    { path: "generated/stray.json", change: "removed" },
  ]);
  expect((await generate(acme.catalog)).changed).toEqual([]);
});

test("generate returns the problems of a catalog with errors, and changes no file", async () => {
  const acme = copyAcme();
  await generate(acme.catalog);
  const before = generatedFiles(acme);
  acme.edit("catalog/payments.yaml", "outcome: unknown", "outcome: perhaps");
  const { changed, problems } = await generate(acme.catalog);
  expect(changed).toEqual([]);
  expect(problems).toContainEqual(
    expect.objectContaining({ severity: "error", message: expect.stringContaining("perhaps") }),
  );
  expect(generatedFiles(acme)).toEqual(before);
});

test("generate returns no catalog where a folder has none", async () => {
  const { catalog, changed, problems } = await generate(`${copyAcme().root}/nowhere`);
  expect({ catalog, changed }).toEqual({ catalog: undefined, changed: [] });
  expect(problems).toHaveLength(1);
});
