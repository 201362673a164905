import type { JsonSchema } from "../../catalog/catalog.js";

/**
 * The schema of the parts that an import reads of a generated `catalog.json`, beside its entries.
 */
export const publishedSchema: JsonSchema = {
  type: "object",
  required: ["id", "categories", "entries"],
  properties: {
    id: { type: "string" },
    categories: {
      type: "object",
      additionalProperties: {
        type: "object",
        required: ["status", "description"],
        properties: { status: { type: "integer" }, description: { type: "string" } },
      },
    },
    imports: {
      type: "array",
      items: {
        type: "object",
        required: ["package", "names"],
        properties: {
          package: { type: "string" },
          names: { type: "array", items: { type: "string" } },
        },
      },
    },
    sharedCodes: { type: "array", items: { type: "string" } },
    entries: {
      type: "array",
      items: { type: "object", required: ["name"], properties: { name: { type: "string" } } },
    },
  },
};
