import type { Catalog } from "@hashkey-errors/codegen";
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

/** Emits the facts about an API that its mock answers by. */
function emitApi(wire: Catalog["manifest"]["wire"]): Promise<string> {
  const cli = { name: "acme", folder: "../cli/src" };
  const packages = { ...tinyCatalog().manifest.packages, cli };
  return emitFile("../cli/src/generated/api.ts", tinyCatalog({ manifest: { wire, packages } }));
}

test("an item of a batch whose error is one string has the text there, which has the code in it", async () => {
  const wire = { code: "error", message: "error", codePattern: "^(E[a-z]+):", batch: "items" };
  expect(await emitApi(wire)).toContain('"errorItem": {\n    "error": "{message}"\n  }');
});

test.each([
  [{}, "null"],
  [{ batch: "[]" }, '"{items}"'],
  [{ batch: "items", success: ["0"] }, '{\n    "code": "0",\n    "items": "{items}"\n  }'],
  [
    { batch: "pages[].items" },
    '{\n    "pages": [\n      {\n        "items": "{items}"\n      }\n    ]\n  }',
  ],
])(
  "the answer to several requests is a body with the items in their place: %j",
  async (batch, want) => {
    expect(await emitApi({ code: "code", message: "text", ...batch })).toContain(
      `"batchBody": ${want}`,
    );
  },
);
