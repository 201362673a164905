import type { JsonSchema } from "../catalog/catalog.js";

/** The name of the file of the last released catalog, in the catalog's folder. */
export const RELEASED = "released.json";

const named = (field: string): JsonSchema => ({
  type: "array",
  items: { type: "object", required: [field], properties: { [field]: { type: "string" } } },
});

const recordsOf = (value: JsonSchema): JsonSchema => ({
  type: "object",
  additionalProperties: value,
});
const records = recordsOf({ type: "object" });
const texts: JsonSchema = { type: "array", items: { type: "string" } };

/** What is compared of a manifest. */
const manifest: JsonSchema = {
  type: "object",
  required: ["categories", "packages", "wire"],
  properties: {
    categories: records,
    packages: records,
    wire: { type: "object", properties: { statuses: records } },
    tags: records,
    subsets: recordsOf({
      type: "object",
      properties: { names: texts, codes: texts, categories: texts, tags: texts, venues: texts },
    }),
    localeAliases: { type: "object" },
  },
};

/** The schema of a catalog to compare with: `released.json`, or a generated `catalog.json`. */
export const releasedSchema: JsonSchema = {
  type: "object",
  required: ["entries"],
  properties: {
    entries: {
      type: "array",
      items: {
        type: "object",
        required: ["name", "code", "message", "aliases", "variants", "params"],
        properties: {
          name: { type: "string" },
          code: { type: "string" },
          message: { type: "string" },
          aliases: named("code"),
          variants: named("message"),
          params: { type: "object" },
        },
      },
    },
    imports: {
      type: "array",
      items: {
        type: "object",
        required: ["names"],
        properties: { names: { type: "array", items: { type: "string" } } },
      },
    },
    version: { type: "string" },
    manifest,
    locales: recordsOf(records),
    vocabularies: records,
    wireSchema: { type: "object" },
    openapi: { type: "object" },
  },
};
