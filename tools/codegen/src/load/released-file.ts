import type { JsonSchema } from "../catalog/catalog.js";

/** The name of the file of the last released catalog, in the catalog's folder. */
export const RELEASED = "released.json";

const named = (field: string): JsonSchema => ({
  type: "array",
  items: { type: "object", required: [field], properties: { [field]: { type: "string" } } },
});

const records: JsonSchema = { type: "object", additionalProperties: { type: "object" } };

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
    manifest: {
      type: "object",
      required: ["categories", "packages"],
      properties: { categories: records, packages: records },
    },
    locales: records,
    vocabularies: records,
    wireSchema: { type: "object" },
    openapi: { type: "object" },
  },
};
