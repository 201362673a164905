import type { Catalog } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { codegen, generatedFiles } from "../run.js";
import { BUSY, emitFile, NOT_FOUND, tinyCatalog } from "./tiny-catalog.js";

test("a catalog without packages.cli has no command line", async () => {
  const acme = copyAcme();
  await codegen(acme, "generate");
  const files = Object.keys(generatedFiles(acme));
  expect(files.filter((file) => file.startsWith("out/cli/"))).toEqual([]);
});

/** Emits the facts about an API that its command line has beside the errors. */
function emitApi(
  manifest: Partial<Catalog["manifest"]>,
  entries = tinyCatalog().entries,
): Promise<string> {
  const cli = { name: "acme", folder: "../cli/src" };
  const packages = { ...tinyCatalog().manifest.packages, cli };
  const changes = { entries, manifest: { packages, ...manifest } };
  return emitFile("../cli/src/generated/api.ts", tinyCatalog(changes));
}

test.each([
  [{ name: "acme", folder: "../cli/src" }, "acme"],
  [{ name: "@acme/errors", folder: "../cli/src" }, "errors"],
  [{ folder: "../cli/src" }, "acme-errors"],
])("the command of the package %j is %s", async (cli, want) => {
  const packages = { ...tinyCatalog().manifest.packages, cli };
  expect(await emitApi({ packages })).toContain(`"command": "${want}",`);
});

const PLAIN = { ...BUSY, name: "PLAIN", outcome: "rejected", retry: "after-fix" } as const;

test.each([
  ["that leaves open what happened", [PLAIN, BUSY], "SERVER_BUSY"],
  ["without params", [NOT_FOUND, PLAIN], "PLAIN"],
  ["with a text", [{ ...BUSY, message: "" }, PLAIN], "PLAIN"],
  ["that is not retired", [{ ...BUSY, retired: { since: "2", reason: "Gone." } }, PLAIN], "PLAIN"],
  ["with params where all have some", [NOT_FOUND], "ITEM_NOT_FOUND"],
  ["of no catalog where it has none", [], "NAME"],
])("examples of the help ask for an error %s", async (_, entries, want) => {
  expect(await emitApi({}, entries)).toContain(`"example": {\n    "name": "${want}",`);
});

test("an item of a batch whose error is one string has the text there, which has the code in it", async () => {
  const wire = { code: "error", message: "error", codePattern: "^(E[a-z]+):", batch: "items" };
  expect(await emitApi({ wire })).toContain('"errorItem": {\n    "error": "{message}"\n  }');
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
    expect(await emitApi({ wire: { code: "code", message: "text", ...batch } })).toContain(
      `"batchBody": ${want}`,
    );
  },
);
