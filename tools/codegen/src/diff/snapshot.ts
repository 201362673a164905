import type { Catalog, Entry, JsonSchema, Manifest, Review } from "../catalog/catalog.js";
import { type Texts, unitsOf } from "../catalog/text-unit.js";
import { VOCABULARIES, vocabularyOf } from "../catalog/vocabulary.js";

/** A catalog at one time, as far as later changes are compared with it. */
export interface Snapshot {
  readonly entries: readonly Entry[];
  /** The version that was released with it. */
  readonly version?: string;
  // A generated `catalog.json` has none of these; parts that one side does not have are not
  // compared.
  readonly manifest?: Manifest;
  readonly locales?: Readonly<Record<string, Readonly<Record<string, SnapshotText>>>>;
  /** Whether `locales` lacks the texts of imported entries, which then are not compared. */
  readonly hasOwnTextsOnly?: boolean;
  /** The values of each vocabulary, such as `Outcome`, with their descriptions. */
  readonly vocabularies?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly wireSchema?: JsonSchema;
  readonly openapi?: JsonSchema;
}

/** The texts of one unit of a locale, by field, and their status. */
type SnapshotText = Texts & Pick<Review, "status">;

/** The snapshot of a catalog. */
export function snapshotOf(catalog: Catalog): Snapshot {
  const { manifest, entries, locales, schema, wireSchema, openapi } = catalog;
  const texts = locales.map((locale) => {
    const all = [...unitsOf(locale)].map(([name, { texts, status }]) => [
      name,
      { ...texts, status },
    ]);
    return [locale.tag, Object.fromEntries(all)];
  });
  const vocabularies = VOCABULARIES.map((name) => {
    const { oneOf } = vocabularyOf(schema, name);
    return [name, Object.fromEntries(oneOf.map((word) => [word.const, word.description ?? ""]))];
  });
  return {
    entries,
    manifest,
    locales: Object.fromEntries(texts),
    vocabularies: Object.fromEntries(vocabularies),
    wireSchema,
    ...(openapi && { openapi }),
  };
}
