import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { codegen, generatedFiles } from "../run.js";

test("locale add creates a locale whose bundle falls back to the next one until it has texts", async () => {
  const acme = copyAcme();
  expect(await codegen(acme, "locale", "add", "vi")).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("Vietnamese, 10 texts to translate"),
  });
  const generated = await codegen(acme, "generate");
  expect(generated).toMatchObject({ status: 0 });
  expect(generated.stdout).toContain("vi 0%");
  const files = generatedFiles(acme);
  expect(files["out/messages/generated/bundles/vi.ts"]?.text).toContain('locale: "vi"');
  expect(files["out/messages/generated/loaders.ts"]?.text).toContain("vi: async () =>");
  const file = join(acme.root, "vi.xlf");
  await codegen(acme, "locale", "export", "vi", "--out", file);
  expect(readFileSync(file, "utf8")).not.toMatch(/<target (?!state="new")/);
  for (const [tag, problem] of [
    ["vi", "already exists"],
    ["pt", "is an alias of pt-BR"],
    ["zh_hant", "write zh-Hant"],
    ["not a tag", "is not a canonical BCP 47 tag"],
    ["de-XA", "is the generated pseudo-locale for tests"],
    ["und", "is not a language that people read"],
  ] as const)
    expect(await codegen(acme, "locale", "add", tag)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(problem),
    });
  expect(await codegen(acme, "locale")).toMatchObject({ status: 2 });
});
