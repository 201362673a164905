import type { JsonSchema } from "../catalog/catalog.js";
import { cached } from "./cache.js";

const OPTIONS = {
  bannerComment: "",
  additionalProperties: false,
  // A schema refers to itself alone: the library would read any file and fetch any address.
  $refOptions: { resolve: { file: false, http: false } },
} as const;

/**
 * Returns the types of a JSON Schema and its definitions, by json-schema-to-typescript. `name` is
 * that of the whole schema's type, `cacheName` that of the cached output.
 */
export async function printJsonSchemaTypes(
  schema: JsonSchema,
  name: string,
  cacheName: string,
): Promise<string> {
  const types = await cached({
    name: cacheName,
    library: "json-schema-to-typescript",
    input: [schema, name, OPTIONS],
    produce: async () => {
      const { compile } = await import("json-schema-to-typescript");
      // The library changes the schema that it is given.
      return compile(structuredClone(schema) as object, name, OPTIONS);
    },
  });
  return addReadonly(types);
}

/** Makes every member and array readonly: bodies and catalogs are read, not written. */
function addReadonly(types: string): string {
  return addToObjectLists(
    types
      .replace(/^(\s*)((?:"(?:[^"\\]|\\.)*"|[\w$]+|\[k: string\])\??: )/gm, "$1readonly $2")
      .replace(/([\w$]+|\([^()]*\))\[\]/g, "readonly $1[]"),
  );
}

/** An object that is an item of a list, over several lines: what is in it is indented further. */
const OBJECT_LIST = /^( *)(\S.*[:=] )\{\n((?:(?!\1\}).*\n)*)\1\}\[\]/gm;

function addToObjectLists(types: string): string {
  const marked = types.replace(OBJECT_LIST, "$1$2readonly {\n$3$1}[]");
  // A list within another list's items is seen once the outer one is marked.
  return marked === types ? types : addToObjectLists(marked);
}
