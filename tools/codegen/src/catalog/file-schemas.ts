import { readFileSync } from "node:fs";
import { memoizeByObject } from "../std/memoize-by-object.js";
import type { JsonSchema } from "./catalog.js";
import type { Manifest } from "./manifest.js";

/** The schemas come with codegen, so that an upgrade brings new fields to every catalog. */
const SCHEMAS = new URL("../../schemas/", import.meta.url);

/** The form of `catalog.yaml`. */
export const manifestSchema: JsonSchema = readSchema("manifest.schema.json");

/** The form of a file in `locales/`. */
export const localeSchema: JsonSchema = readSchema("locale.schema.json");

/** The form of `glossary.yaml`. */
export const glossarySchema: JsonSchema = readSchema("glossary.schema.json");

const baseSchema = readSchema("catalog.schema.json");

/** The words that a manifest adds to the schema of the entries. */
type Words = Pick<Manifest, "categories" | "venues" | "tags">;

/** The form of a file in `catalog/`: the categories, venues and tags are the manifest's. */
export const catalogSchema: (manifest: Words) => JsonSchema = memoizeByObject(
  ({ categories, venues = {}, tags = {} }: Words) => {
    const { Venue, Tag, ...$defs } = baseSchema.$defs as Readonly<Record<string, JsonSchema>>;
    const [hasVenues, hasTags] = [venues, tags].map((words) => Object.keys(words).length > 0);
    const described = (words: Readonly<Record<string, { readonly description: string }>>) =>
      Object.entries(words).map(([name, { description }]) => [name, description] as const);
    return {
      ...baseSchema,
      $defs: {
        ...$defs,
        ...(!hasVenues && { Entry: withoutVenue($defs.Entry) }),
        Category: closedList($defs.Category, described(categories)),
        ...(hasVenues && { Venue: closedList(Venue, Object.entries(venues)) }),
        // Without any, a rule says where tags are declared.
        Tag: hasTags ? closedList(Tag, described(tags)) : Tag,
      },
    };
  },
);

/** The form of a file in `catalog/` while the manifest is malformed: any word is a category. */
export const openCatalogSchema: JsonSchema = baseSchema;

/** Returns the schema of a file in `catalog/`: the other members are those of `catalog.json`. */
export const entriesOnly: (schema: JsonSchema) => JsonSchema = memoizeByObject(
  (schema: JsonSchema) => {
    const { $schema, entries } = schema.properties as Readonly<Record<string, JsonSchema>>;
    return { ...schema, properties: { $schema, entries } };
  },
);

/** Returns the schema of each file that is edited by hand, by the name of the schema's file. */
export function editorSchemas(manifest: Words): Readonly<Record<string, JsonSchema>> {
  return {
    "catalog.schema.json": catalogSchema(manifest),
    "glossary.schema.json": glossarySchema,
    "locale.schema.json": localeSchema,
    "manifest.schema.json": manifestSchema,
  };
}

/** The path of the schema from a locale's file. */
export const LOCALE_SCHEMA_PATH = "../generated/locale.schema.json";

function readSchema(file: string): JsonSchema {
  return JSON.parse(readFileSync(new URL(file, SCHEMAS), "utf8")) as JsonSchema;
}

/** A definition that allows only these words. */
function closedList(
  { type: _type, pattern: _pattern, patternErrorMessage: _message, ...definition }: JsonSchema = {},
  words: readonly (readonly [word: string, description: string])[],
): JsonSchema {
  return {
    ...definition,
    oneOf: words.map(([word, description]) => ({ const: word, description })),
  };
}

/** The definition of an entry for catalogs whose entries name no venue. */
function withoutVenue(entry: JsonSchema = {}): JsonSchema {
  return JSON.parse(
    JSON.stringify(entry, (key, value) => (key === "venue" ? undefined : value)),
  ) as JsonSchema;
}
