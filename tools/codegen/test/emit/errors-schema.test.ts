import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { runnableCatalog } from "./build-validators.js";
import { catalogOf, WIRES } from "./path-wires.js";
import { BUSY, emitFile, NOT_FOUND, tinyCatalog } from "./tiny-catalog.js";

async function schemaOf(catalog = tinyCatalog()) {
  return JSON.parse(await emitFile("generated/errors.schema.json", catalog));
}

test("errors.schema.json is the schema of the wire, with one definition more for each error", async () => {
  const { wireSchema } = tinyCatalog();
  const { $defs, ...root } = await schemaOf();
  expect({ ...root, $defs: { ErrorBody: $defs.ErrorBody } }).toEqual(wireSchema);
  expect($defs).toEqual({
    ErrorBody: expect.anything(),
    ITEM_NOT_FOUND: {
      title: "ITEM_NOT_FOUND",
      description: "Check the id of the item.",
      type: "object",
      required: ["code"],
      properties: {
        code: { enum: ["1001", 1001] },
        text: {
          type: ["string", "null"],
          pattern:
            "^\\s*(?:Item '[\\s\\S]+' not found|Item [\\s\\S]+ not found|No such item)\\.?\\s*$",
        },
      },
    },
    SERVER_BUSY: {
      title: "SERVER_BUSY",
      type: "object",
      required: ["code"],
      properties: {
        code: { enum: ["-1002", "1002", -1002, 1002] },
        text: { type: ["string", "null"], pattern: "^\\s*Server busy\\.?\\s*$" },
      },
    },
  });
});

test.each([
  ["the documented message", { code: "1001", text: "Item 'A7' not found" }, true],
  ["unquoted, with a full stop", { code: 1001, text: "Item A7 not found." }, true],
  ["a variant", { code: "1001", text: "No such item" }, true],
  ["no text", { code: "1001" }, true],
  ["another text", { code: "1001", text: "Item not found" }, false],
  ["another code", { code: "1002", text: "No such item" }, false],
])("the definition of an error decides on a body with %s", async (_, body, want) => {
  const ajv = new Ajv2020({ allowUnionTypes: true }).addSchema(await schemaOf(), "errors");
  expect(ajv.validate("errors#/$defs/ITEM_NOT_FOUND", body)).toBe(want);
});

test("the text of an error is checked in each place where it may stand", async () => {
  const wire = { code: "code", message: ["text", "desc"] };
  const ajv = new Ajv2020({ allowUnionTypes: true }).addSchema(
    await schemaOf(tinyCatalog({ manifest: { wire } })),
    "errors",
  );
  const texts = [{ text: "No such item" }, { desc: "No such item" }, { text: "x" }, { desc: "x" }];
  const found = texts.map((text) =>
    ajv.validate("errors#/$defs/ITEM_NOT_FOUND", { code: "1001", ...text }),
  );
  expect(found).toEqual([true, true, false, false]);
});

test("the definition of an error takes the strings of which its code is a part", async () => {
  const wire = { code: "code", message: "text", codePattern: "([^#/:]+)$" };
  const entries = [NOT_FOUND, { ...BUSY, code: "E.1", aliases: [] }];
  const ajv = new Ajv2020({ allowUnionTypes: true }).addSchema(
    await schemaOf(tinyCatalog({ entries, manifest: { wire } })),
    "errors",
  );
  const isOf = (name: string) => (code: unknown) => ajv.validate(`errors#/$defs/${name}`, { code });
  const found = ["ns#1001", "1001", 1001, "ns#1002"].map(isOf("ITEM_NOT_FOUND"));
  expect(found).toEqual([true, true, true, false]);
  expect(["ns#E.1", "ns#E21"].map(isOf("SERVER_BUSY"))).toEqual([true, false]);
});

test.each<[code: string | string[], coded: boolean]>([
  ["@status", true],
  [["code", "@status"], false],
])(
  "where the code is at %j, the definition of an error whose code is a status takes bodies without one",
  async (code, coded) => {
    const missing = { ...NOT_FOUND, code: "item_missing", aliases: [{ code: "404", sources: [] }] };
    const wire = { code, message: "text" };
    const busy = { ...BUSY, code: "5031", aliases: [{ code: "302", sources: [] }] };
    const catalog = runnableCatalog("status", wire, [missing, busy]);
    const ajv = new Ajv2020({ strict: false }).addSchema(await schemaOf(catalog), "errors");
    const takes = (name: string, body: unknown) => ajv.validate(`errors#/$defs/${name}`, body);
    for (const body of [{}, [], { text: "No such item" }, { code: "404" }])
      expect(takes("ITEM_NOT_FOUND", body)).toBe(true);
    for (const body of [{ text: "Server busy" }, "Not found", null])
      expect(takes("ITEM_NOT_FOUND", body)).toBe(false);
    expect(takes("ITEM_NOT_FOUND", { code: "405" })).toBe(coded);
    expect(takes("SERVER_BUSY", { text: "Server busy" })).toBe(false);
    expect(takes("ErrorBody", {})).toBe(false);
    expect(takes("SuccessBody", {})).toBe(true);
  },
);

test("the definition of a retired error is deprecated", async () => {
  const retired = { since: "2.0.0", reason: "Gone." };
  const { $defs } = await schemaOf(tinyCatalog({ entries: [{ ...NOT_FOUND, retired }] }));
  expect($defs.ITEM_NOT_FOUND).toMatchObject({ deprecated: true });
});

test.each(Object.keys(WIRES))(
  "the schema of the wire %j defines nothing but bodies and what they refer to",
  async (name) => {
    const text = await emitFile("generated/errors.schema.json", catalogOf(name));
    const referred = [...text.matchAll(/"#\/\$defs\/(\w+)"/g)].map(([, word]) => word);
    const { $defs } = JSON.parse(text) as { $defs: object };
    const entries = ["ITEM_NOT_FOUND", "SERVER_BUSY"];
    expect(new Set(Object.keys($defs))).toEqual(new Set([...referred, ...entries]));
  },
);
