import type { JsonSchema } from "../catalog/catalog.js";
import { importedNames } from "../catalog/own-part.js";
import { nameOfUnit } from "../catalog/text-unit.js";
import { internalPart, publishedPart, withAudiences } from "./audiences.js";
import { type Bump, highestBump } from "./bump.js";
import { BUMP_RULES } from "./bump-rules.js";
import { type Change, toCatalogChange, toChange } from "./change.js";
import { compareEntries } from "./compare-entries.js";
import { compareManifests } from "./compare-manifests.js";
import { compareSubsets } from "./compare-subsets.js";
import { findDifferences, pairUp } from "./find-differences.js";
import { findSharedCodes } from "./find-shared-codes.js";
import { isEqual } from "./is-equal.js";
import type { Snapshot } from "./snapshot.js";

/**
 * Finds what changed between two catalogs, by meaning: the order of files, entries and keys does
 * not count.
 */
export function compare(before: Snapshot, after: Snapshot): readonly Change[] {
  const [one, other] = [publishedPart(before), publishedPart(after)];
  return [
    ...withAudiences(comparePublished(one, other), before, after),
    ...compareSubsets(before, after),
    ...compareInternal(before, after),
  ];
}

/** Finds what changed of internal entries that were internal before, or are new. */
function compareInternal(before: Snapshot, after: Snapshot): Change[] {
  // A generated `catalog.json` has none.
  if (before.manifest === undefined || after.manifest === undefined) return [];
  const [one, other] = [internalPart(before, after), internalPart(after, before)];
  const texts = compareLocales(one, other).filter(({ name }) => name !== "*");
  return [...compareEntries(one.entries, other.entries), ...texts].map((change) => ({
    ...change,
    kind: "internal-changed",
  }));
}

function comparePublished(before: Snapshot, after: Snapshot): Change[] {
  return [
    ...compareEntries(before.entries, after.entries),
    ...findSharedCodes(before.entries, after.entries),
    ...compareVocabularies(before, after),
    ...compareManifests(before, after),
    ...compareSchemas("wire.schema.json", before.wireSchema, after.wireSchema),
    ...compareSchemas("openapi.yaml", before.openapi, after.openapi),
    ...compareLocales(before, after),
  ];
}

/** The bump that several changes require together. */
export function bumpOf(changes: readonly Change[]): Bump {
  return highestBump(changes.map(({ kind }) => BUMP_RULES[kind].bump));
}

function compareSchemas(
  field: string,
  before: JsonSchema | undefined,
  after: JsonSchema | undefined,
): Change[] {
  if (before === undefined || after === undefined || isEqual(before, after)) return [];
  const hasSameShape = isEqual(withoutTexts(before), withoutTexts(after));
  return [toCatalogChange(field, null, null, hasSameShape ? "text-changed" : "contract-changed")];
}

/** A schema without the texts that only people read. */
function withoutTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTexts);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).filter(
    // A property may have such a name; then its value is a schema.
    ([key, member]) =>
      !["title", "description", "$comment", "summary"].includes(key) || typeof member === "object",
  );
  return Object.fromEntries(members.map(([key, member]) => [key, withoutTexts(member)]));
}

function compareLocales(before: Snapshot, after: Snapshot): Change[] {
  if (before.locales === undefined || after.locales === undefined) return [];
  const former = new Set(before.entries.map(({ name }) => name));
  const codes = new Map(after.entries.map(({ name, code }) => [name, code]));
  const imported = before.hasOwnTextsOnly ? importedNames(after) : new Map<string, string>();
  // The texts of an entry that was added or removed are part of it.
  const isCompared = (unit: string) => {
    const name = nameOfUnit(unit);
    if (imported.has(name)) return false;
    return former.has(name) === codes.has(name);
  };
  return pairUp(before.locales, after.locales).flatMap((locale) => {
    const field = `locales.${locale.key}`;
    if (locale.before === undefined)
      return toCatalogChange(field, null, locale.key, "locale-added");
    if (locale.after === undefined)
      return toCatalogChange(field, locale.key, null, "locale-removed");
    return findDifferences(locale.before, locale.after)
      .filter(({ key }) => isCompared(key))
      .map((text) => {
        const name = nameOfUnit(text.key);
        const entry = { name, code: codes.get(name) ?? "" };
        return toChange(entry, field, text.before, text.after, "text-changed");
      });
  });
}

/**
 * A value that was added or removed affects code that compares it; its description affects only
 * readers.
 */
function compareVocabularies(
  { vocabularies: before }: Snapshot,
  { vocabularies: after }: Snapshot,
): Change[] {
  if (before === undefined || after === undefined) return [];
  return findDifferences(before, after).flatMap((vocabulary) =>
    findDifferences(vocabulary.before ?? {}, vocabulary.after ?? {}).map((value) => {
      if (value.before === undefined)
        return toCatalogChange(vocabulary.key, null, value.key, "value-added");
      if (value.after === undefined)
        return toCatalogChange(vocabulary.key, value.key, null, "value-removed");
      const field = `${vocabulary.key}.${value.key}`;
      return toCatalogChange(field, value.before, value.after, "text-changed");
    }),
  );
}
