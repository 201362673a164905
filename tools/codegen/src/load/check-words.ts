import type { ErrorObject } from "ajv/dist/2020.js";
import type { JsonSchema } from "../catalog/catalog.js";
import { memoizeByObject } from "../std/memoize-by-object.js";

/** A word in a file of entries, as a JSON Pointer and what stands there. */
type Word = readonly [pointer: string, word: unknown];

/** The words of a field, by the name of their definition in the schema of the entries. */
const FIELDS: ReadonlyMap<string, (entry: Readonly<Record<string, unknown>>) => readonly Word[]> =
  new Map([
    ["Category", ({ category }) => [["/category", category]]],
    ["Venue", ({ venue }) => [["/venue", venue]]],
    [
      "Tag",
      ({ tags }) => (Array.isArray(tags) ? tags.map((tag, index) => [`/tags/${index}`, tag]) : []),
    ],
  ]);

/**
 * Adds the violations of the lists of words that a manifest closes, and removes what was found of
 * these words without the lists. They are the one part of a schema that differs between catalogs,
 * so that all others can be compiled ahead.
 */
export function checkWords(
  value: unknown,
  { $defs }: JsonSchema,
  violations: readonly ErrorObject[],
): readonly ErrorObject[] {
  const closed = Object.entries($defs as Readonly<Record<string, JsonSchema>>).filter(
    ([name, definition]) => FIELDS.has(name) && definition.oneOf !== undefined,
  );
  const others = violations.filter(
    ({ schemaPath }) => !closed.some(([name]) => schemaPath.startsWith(`#/$defs/${name}/`)),
  );
  const wrong = entriesIn(value).flatMap((entry, index) =>
    closed.flatMap(([name, definition]) =>
      (FIELDS.get(name)?.(entry) ?? [])
        .filter(([, word]) => word !== undefined && !wordsOf(definition).has(word))
        .map(([pointer, word]) =>
          violationOf(name, definition, `/entries/${index}${pointer}`, word),
        ),
    ),
  );
  return wrong.length > 0 || others.length < violations.length ? [...others, ...wrong] : violations;
}

function entriesIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  const { entries } = (value ?? {}) as { readonly entries?: unknown };
  // `Object` makes an object without words of an entry that is not one.
  return Array.isArray(entries) ? entries.map(Object) : [];
}

/** Returns the words that a definition allows. */
const wordsOf = memoizeByObject(
  ({ oneOf }: JsonSchema): ReadonlySet<unknown> =>
    new Set((oneOf as readonly JsonSchema[]).map((option) => option.const)),
);

/** Returns a violation as Ajv reports it. */
function violationOf(
  name: string,
  definition: JsonSchema,
  instancePath: string,
  data: unknown,
): ErrorObject {
  return {
    instancePath,
    schemaPath: `#/$defs/${name}/oneOf`,
    keyword: "oneOf",
    params: { passingSchemas: null },
    message: "must match exactly one schema in oneOf",
    schema: definition.oneOf,
    parentSchema: definition,
    data,
  };
}
