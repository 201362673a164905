import { createRequire } from "node:module";
import type { ValidateFunction } from "ajv/dist/2020.js";
import type { JsonSchema } from "../catalog/catalog.js";
import { glossarySchema, localeSchema, manifestSchema } from "../catalog/file-schemas.js";

/** The schemas that the build compiles, since they are the same for every catalog, and their names. */
export const COMPILED_SCHEMAS: ReadonlyMap<JsonSchema, string> = new Map([
  [manifestSchema, "manifest"],
  [localeSchema, "locale"],
  [glossarySchema, "glossary"],
]);

const require = createRequire(import.meta.url);

/** Returns what the build compiled from a schema, which reports all violations. */
export function compiledValidator(schema: JsonSchema): ValidateFunction | undefined {
  const name = COMPILED_SCHEMAS.get(schema);
  return name === undefined ? undefined : require(`./compiled/${name}.cjs`);
}
