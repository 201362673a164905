import type { JsonSchema } from "../catalog/catalog.js";
import { cached } from "./cache.js";

const OPTIONS = { bannerComment: "", additionalProperties: false };

/** The types of a JSON Schema and of its definitions, by json-schema-to-typescript. */
export async function printJsonSchemaTypes(schema: JsonSchema, name: string): Promise<string> {
  const types = await cached("json-schema-to-typescript", [schema, name, OPTIONS], async () => {
    const { compile } = await import("json-schema-to-typescript");
    // The library changes the schema that it is given.
    return compile(structuredClone(schema) as object, name, OPTIONS);
  });
  return readonlyMembers(types);
}

/** Bodies and catalogs are read, not written. */
function readonlyMembers(source: string): string {
  return source
    .replace(/^(\s*)((?:"(?:[^"\\]|\\.)*"|[\w$]+|\[k: string\])\??: )/gm, "$1readonly $2")
    .replace(/([\w$]+|\([^()]*\)|\})\[\]/g, "readonly $1[]");
}
