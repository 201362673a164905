import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { codegen, generatedFiles } from "../run.js";

test("a catalog without packages.cli has no command line", async () => {
  const acme = copyAcme();
  await codegen(acme, "generate");
  const files = Object.keys(generatedFiles(acme));
  expect(files.filter((file) => file.startsWith("out/cli/"))).toEqual([]);
});
