import { internalPart, publishedPart, withAudiences } from "./audiences.js";
import { type Bump, highestBump } from "./bump.js";
import { BUMP_RULES } from "./bump-rules.js";
import { type Change, toCatalogChange } from "./change.js";
import { compareEntries } from "./compare-entries.js";
import { compareLocales } from "./compare-locales.js";
import { compareManifests } from "./compare-manifests.js";
import { compareSchemas } from "./compare-schemas.js";
import { compareSubsets } from "./compare-subsets.js";
import { findDifferences } from "./find-differences.js";
import { findSharedCodes } from "./find-shared-codes.js";
import type { Snapshot } from "./snapshot.js";

/**
 * Finds what changed between two catalogs, by meaning: the order of files, entries and keys does
 * not count.
 */
export function compare(before: Snapshot, after: Snapshot): readonly Change[] {
  const [one, other] = [publishedPart(before), publishedPart(after)];
  return [
    ...withAudiences(comparePublished(one, other), before, after),
    ...findSharedCodes(before, after),
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
    ...compareVocabularies(before, after),
    ...compareManifests(before, after),
    ...compareSchemas(before, after),
    ...compareLocales(before, after),
  ];
}

/** The bump that several changes require together. */
export function bumpOf(changes: readonly Change[]): Bump {
  return highestBump(changes.map(({ kind }) => BUMP_RULES[kind].bump));
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
