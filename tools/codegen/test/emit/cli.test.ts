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

const CLI = { ...tinyCatalog().manifest.packages, cli: { name: "acme", folder: "../cli/src" } };

/** Emits a file of the command line. */
function emitCli(file: string, changes: Parameters<typeof tinyCatalog>[0] = {}): Promise<string> {
  const manifest = { packages: CLI, ...changes.manifest };
  return emitFile(`../cli/src/generated/${file}`, tinyCatalog({ ...changes, manifest }));
}

/** Emits the facts about an API that its command line has beside the errors. */
function emitApi(
  manifest: Partial<Catalog["manifest"]>,
  entries = tinyCatalog().entries,
): Promise<string> {
  return emitCli("api.ts", { entries, manifest });
}

test("the command line has all that it explains of an error, and the first line of its evidence", async () => {
  const entry = {
    ...NOT_FOUND,
    ...{ delay: "PT1M", venue: "north", alike: ["SERVER_BUSY"], documented: false },
    aliases: [{ code: "1003", sources: [] }],
    sources: [...NOT_FOUND.sources, ...BUSY.sources],
    retired: { since: "2.0.0", reason: "Gone." },
  };
  const evidence = { "errors.md": ["# Errors", "", "| 1001 | Item '%s' not found |"] };
  const text = await emitCli("entries.ts", { entries: [entry], evidence });
  const [, line = ""] = /= \[\n {2}(.*),\n\];/.exec(text) ?? [];
  const { kind: _kind, variants: _variants, sources: _sources, ...rest } = entry;
  expect(JSON.parse(line)).toEqual({
    ...rest,
    aliases: ["1003"],
    variants: ["No such item."],
    evidence: [{ document: "errors.md", line: 3, text: "| 1001 | Item '%s' not found |" }],
  });
});

test("the command line loads the texts for developers of each locale that has some", async () => {
  const [german, english] = tinyCatalog().locales;
  if (german === undefined || english === undefined) throw new Error("a locale is missing");
  const locales = [german, { ...english, tag: "en-GB" }];
  expect(await emitCli("developer-loaders.ts", { locales })).toContain(
    'Record<string, string>>>>> = {\n  "en-GB": async () => (await import("@acme/messages/developer/en-GB")).developer,\n};\n',
  );
});

test("bodies of an API are recognized by where it has codes and texts, and by its success codes", async () => {
  const wire = { code: ["error.code", "id"], message: ["error.text"], success: [0, "ok"] };
  const text = await emitApi({ wire });
  const [, keys = ""] = /bodyKeys: BodyKeys = (\{.*?\n\});/s.exec(text) ?? [];
  expect(JSON.parse(keys)).toEqual({
    codeKeys: ["code", "id"],
    messageKeys: ["text"],
    success: [0, "ok"],
  });
});

test.each([
  [{ name: "acme", folder: "../cli/src" }, "acme"],
  [{ name: "@acme/errors", folder: "../cli/src" }, "errors"],
  [{ folder: "../cli/src" }, "acme-errors"],
])("the command of the package %j is %s", async (cli, want) => {
  expect(await emitApi({ packages: { ...CLI, cli } })).toContain(`"command": "${want}",`);
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

test.each([
  ["one string has the text", { code: "error", message: "error" }, { error: "{message}" }],
  [
    "one string may be both has them apart where it can",
    { code: ["error", "code"], message: ["error", "text"] },
    { code: "{code}", text: "{message}" },
  ],
  [
    "one string is the code has no text",
    { error: "errors[]", code: "", message: "text" },
    { errors: ["{code}"] },
  ],
])("an item of a batch in whose error %s", async (_, places, want) => {
  const wire = { ...places, codePattern: "^(E[a-z]+):", batch: "items" };
  const text = await emitApi({ wire });
  const [, item = ""] = /"errorItem": (.*?\n {2}\})/s.exec(text) ?? [];
  expect(JSON.parse(item)).toEqual(want);
});

test.each([
  [{}, "null"],
  [{ batch: "[]" }, '"{items}"'],
  [{ batch: "[]", success: ["0"] }, '"{items}"'],
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

test.each<[wire: object, success: object]>([
  [{ error: "error" }, {}],
  [{ code: "@status", success: [200] }, {}],
  [{ success: ["0", "ok"] }, { code: "0" }],
  [{ error: "error", success: [0] }, { error: { code: 0 } }],
  [{ error: "errors[]", success: ["0"] }, {}],
  [{ success: ["0"], failed: { bad: true } }, { code: "0" }],
  [{ failed: { ok: false, "meta.bad": true } }, { ok: true, meta: { bad: false } }],
  [{ failed: { state: ["ok", "bad"], result: [0, 1] } }, { state: "success", result: 200 }],
])("a success has its code, or the flags that say so: %j", async (more, success) => {
  const text = await emitApi({ wire: { code: "code", message: "text", ...more } });
  const [, body = ""] = /"successBody": (.*?),\n {2}"batchBody"/s.exec(text) ?? [];
  expect(JSON.parse(body)).toEqual(success);
});

test("an item of a batch has its code in its own place", async () => {
  const wire = { code: "code", message: "text", batch: "items", batchCode: "status" };
  expect(await emitApi({ wire })).toContain('"errorItem": {\n    "status": "{code}",');
});
