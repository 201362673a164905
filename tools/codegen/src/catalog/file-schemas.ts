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
const baseDefinitions = baseSchema.$defs as Readonly<Record<string, JsonSchema>>;

/** The words that a manifest adds to the schema of the entries. */
type Words = Pick<Manifest, "categories" | "venues" | "tags">;

const { Venue: _, ...withoutVenues } = baseDefinitions;

/**
 * The form of a file in `catalog/` whose entries name no venue; any word is a category or a tag.
 */
export const venuelessSchema: JsonSchema = {
  ...baseSchema,
  $defs: { ...withoutVenues, Entry: withoutVenue(baseDefinitions.Entry) },
};

/** The form of a file in `catalog/`: the categories, venues and tags are the manifest's. */
export const catalogSchema: (manifest: Words) => JsonSchema = memoizeByObject(
  ({ categories, venues = {}, tags = {} }: Words) => {
    const { Category, Venue, Tag } = baseDefinitions;
    const [hasVenues, hasTags] = [venues, tags].map((words) => Object.keys(words).length > 0);
    const described = (words: Readonly<Record<string, { readonly description: string }>>) =>
      Object.entries(words).map(([name, { description }]) => [name, description] as const);
    const open = hasVenues ? baseSchema : venuelessSchema;
    const {
      Venue: _venue,
      Tag: _tag,
      ...$defs
    } = open.$defs as Readonly<Record<string, JsonSchema>>;
    return {
      ...open,
      $defs: {
        ...$defs,
        Category: closedList(Category, described(categories)),
        ...(hasVenues && { Venue: closedList(Venue, Object.entries(venues)) }),
        // Without any, a rule says where tags are declared.
        Tag: hasTags ? closedList(Tag, described(tags)) : Tag,
      },
    };
  },
);

/** The form of a file in `catalog/` while the manifest is malformed: any word is a category. */
export const openCatalogSchema: JsonSchema = baseSchema;

const { $schema, entries } = baseSchema.properties as Readonly<Record<string, JsonSchema>>;
const ENTRIES_ONLY = { $schema, entries };

/** Returns the schema of a file in `catalog/`: the other members are those of `catalog.json`. */
export const entriesOnly: (schema: JsonSchema) => JsonSchema = memoizeByObject(
  (schema: JsonSchema) => ({ ...schema, properties: ENTRIES_ONLY }),
);

/** Returns the schema that any word fits, if a schema is that of a file in `catalog/`. */
export function openEntriesSchema({ properties, $defs }: JsonSchema): JsonSchema | undefined {
  if (properties !== ENTRIES_ONLY) return undefined;
  const hasVenues = Object.hasOwn($defs as object, "Venue");
  return entriesOnly(hasVenues ? openCatalogSchema : venuelessSchema);
}

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
