import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compareFiles, emit, lint, write } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { codegen, generate, generatedFiles } from "../run.js";

test.each<[name: string, file: string]>([
  ["where a generated file goes", "out/validator/identify.ts"],
  ["beside the generated files", "out/validator/mine.ts"],
  ["in a folder of its own", "out/messages/deep/er/notes.md"],
])("a file of the owner %s is reported, and neither replaced nor removed", async (_, file) => {
  const acme = copyAcme();
  const path = join(acme.root, file);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, "// mine\n");
  for (const command of ["generate", "check"]) {
    const { status, stderr } = await codegen(acme, command);
    expect(status).toBe(1);
    expect(stderr).toContain(`${file}:1:1 error would be overwritten`);
  }
  expect(Object.keys(generatedFiles(acme))).toEqual([file]);
  expect(readFileSync(path, "utf8")).toBe("// mine\n");
  const { catalog } = await lint(acme.catalog);
  if (catalog === undefined) throw new Error("the catalog cannot be read");
  const changes = compareFiles(catalog.directory, await emit(catalog));
  expect(() => write(catalog.directory, changes)).toThrow(
    `refusing to overwrite files that codegen did not generate: ../${file}`,
  );
  expect(Object.keys(generatedFiles(acme))).toEqual([file]);
});

test("a file of the owner is safe even if a folder above the packages is named generated", async () => {
  const acme = copyAcme();
  acme.write("catalog.yaml", acme.read("catalog.yaml").replaceAll("../out/", "../out/generated/"));
  const hand = join(acme.root, "out/generated/types/hand.ts");
  mkdirSync(join(hand, ".."), { recursive: true });
  writeFileSync(hand, "// mine\n");
  expect(await codegen(acme, "generate")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("out/generated/types/hand.ts:1:1 error would be overwritten"),
  });
  expect(readFileSync(hand, "utf8")).toBe("// mine\n");
});

test("a file that codegen has written and no longer generates is removed", async () => {
  const acme = copyAcme();
  await generate(acme);
  const old = join(acme.root, "out/validator/old.ts");
  writeFileSync(old, readFileSync(join(acme.root, "out/validator/identify.ts")));
  writeFileSync(`${old}.0b6d2c1e-0000-4000-8000-000000000000.part`, "half");
  expect(await codegen(acme, "generate")).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("2 files changed"),
  });
  expect(existsSync(old)).toBe(false);
});
