import { createRequire } from "node:module";
import type { ErrorObject, ValidateFunction } from "ajv/dist/2020.js";
import type { JsonSchema } from "../catalog/catalog.js";
import {
  entriesOnly,
  glossarySchema,
  localeSchema,
  manifestSchema,
  openCatalogSchema,
  openEntriesSchema,
  venuelessSchema,
} from "../catalog/file-schemas.js";
import { memoizeByObject } from "../std/memoize-by-object.js";
import { checkWords } from "./check-words.js";
import { publishedSchema } from "./imports/published-schema.js";
import { releasedSchema } from "./released-file.js";
import { validatorOptions } from "./validator-options.js";

/**
 * The extent to which a file is validated. `first` stops at the first violation: it is for files of
 * others, which may have any number of violations, and of which one is reported.
 */
export type Extent = "all" | "first";

/** A schema that is the same for every catalog, which the build compiles. */
interface CompiledSchema {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly extent: Extent;
}

/** The schemas that the build compiles. */
export const COMPILED_SCHEMAS: readonly CompiledSchema[] = [
  { name: "manifest", schema: manifestSchema, extent: "all" },
  { name: "entries", schema: entriesOnly(openCatalogSchema), extent: "all" },
  { name: "venueless-entries", schema: entriesOnly(venuelessSchema), extent: "all" },
  { name: "locale", schema: localeSchema, extent: "all" },
  { name: "glossary", schema: glossarySchema, extent: "all" },
  { name: "released", schema: releasedSchema, extent: "all" },
  { name: "first-of-released", schema: releasedSchema, extent: "first" },
  { name: "first-of-catalog", schema: openCatalogSchema, extent: "first" },
  { name: "first-of-locale", schema: localeSchema, extent: "first" },
  { name: "first-of-published", schema: publishedSchema, extent: "first" },
];

/** Returns the violations of a schema by a value: all of them, or the first. */
export function findViolations(
  value: unknown,
  schema: JsonSchema,
  extent: Extent,
): readonly ErrorObject[] {
  const open = openEntriesSchema(schema);
  const isValid = validatorFor(open ?? schema, extent);
  const violations = isValid(value) ? [] : (isValid.errors ?? []);
  return open === undefined ? violations : checkWords(value, schema, violations);
}

const require = createRequire(import.meta.url);

const validatorFor = memoizeByObject((schema: JsonSchema, extent: Extent): ValidateFunction => {
  const compiled = COMPILED_SCHEMAS.find((one) => one.schema === schema && one.extent === extent);
  if (compiled !== undefined) return require(`./compiled/${compiled.name}.cjs`);
  // Loading Ajv takes longer than reading a small catalog: only texts in JSON that a translator
  // sends back are read with a schema that is not compiled ahead.
  const ajv: typeof import("ajv/dist/2020.js") = require("ajv/dist/2020.js");
  return new ajv.Ajv2020({ ...validatorOptions, allErrors: extent === "all" }).compile(schema);
});
