import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { codegen, generatedFiles } from "../run.js";
import { emitFile, tinyCatalog } from "./tiny-catalog.js";

test("a catalog without packages.cli has no command line", async () => {
  const acme = copyAcme();
  await codegen(acme, "generate");
  const files = Object.keys(generatedFiles(acme));
  expect(files.filter((file) => file.startsWith("out/cli/"))).toEqual([]);
});

test("an item of a batch whose error is one string has the text there, which has the code in it", async () => {
  const cli = { name: "acme", folder: "../cli/src" };
  const packages = { ...tinyCatalog().manifest.packages, cli };
  const wire = { code: "error", message: "error", codePattern: "^(E[a-z]+):", batch: "items" };
  const text = await emitFile(
    "../cli/src/generated/api.ts",
    tinyCatalog({ manifest: { wire, packages } }),
  );
  expect(text).toContain('"errorItem": {\n    "error": "{message}"\n  }');
});
