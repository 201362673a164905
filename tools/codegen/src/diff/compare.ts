import type { JsonSchema } from "../catalog/catalog.js";
import { BUMP_RULES, type Bump, highestBump } from "./bump.js";
import { type Change, catalogChange, changeOf } from "./change.js";
import { compareEntries } from "./compare-entries.js";
import { compareManifests } from "./compare-manifests.js";
import { differencesOf } from "./differences.js";
import { isEqual } from "./is-equal.js";
import { findSharedCodes } from "./shared-codes.js";
import type { Snapshot } from "./snapshot.js";

/** What changed between two catalogs, by meaning: the order of files, entries and keys says nothing. */
export function compare(before: Snapshot, after: Snapshot): readonly Change[] {
  return [
    ...compareEntries(before.entries, after.entries),
    ...findSharedCodes(before.entries, after.entries),
    ...compareVocabularies(before, after),
    ...compareManifests(before.manifest, after.manifest),
    ...compareSchemas("wire.schema.json", before.wireSchema, after.wireSchema),
    ...compareSchemas("openapi.yaml", before.openapi, after.openapi),
    ...compareLocales(before, after),
  ];
}

/** The bump that several changes call for together. */
export function bumpOf(changes: readonly Change[]): Bump {
  return highestBump(changes.map(({ kind }) => BUMP_RULES[kind].bump));
}

function compareSchemas(
  field: string,
  before: JsonSchema | undefined,
  after: JsonSchema | undefined,
): Change[] {
  if (before === undefined || after === undefined || isEqual(before, after)) return [];
  const isSame = isEqual(withoutWords(before), withoutWords(after));
  return [catalogChange(field, null, null, isSame ? "wording" : "contract")];
}

/** A schema without what only people read. */
function withoutWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutWords);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).filter(
    // A property may bear such a name; then its value is a schema.
    ([key, member]) =>
      !["title", "description", "$comment", "summary"].includes(key) || typeof member === "object",
  );
  return Object.fromEntries(members.map(([key, member]) => [key, withoutWords(member)]));
}

/** The texts of an entry that is new or gone are part of it. */
function compareLocales(
  { entries: oldEntries, locales: before }: Snapshot,
  { entries, locales: after }: Snapshot,
): Change[] {
  if (before === undefined || after === undefined) return [];
  const names = new Set(oldEntries.map(({ name }) => name));
  const codes = new Map(entries.map(({ name, code }) => [name, code]));
  return differencesOf(before, after).flatMap(({ key: tag, before: old, after: current }) => {
    const field = `locales.${tag}`;
    if (old === undefined) return catalogChange(field, null, tag, "matched");
    if (current === undefined) return catalogChange(field, tag, null, "unmatched");
    return differencesOf(old, current)
      .filter(({ key: name }) => names.has(name) === codes.has(name))
      .map(({ key: name, before: one, after: other }) =>
        changeOf(
          { name, code: codes.get(name) ?? "" },
          field,
          one ?? null,
          other ?? null,
          "wording",
        ),
      );
  });
}

/** A word that is gone or new concerns those who compare it; what it means, those who read it. */
function compareVocabularies(
  { vocabularies: before }: Snapshot,
  { vocabularies: after }: Snapshot,
): Change[] {
  if (before === undefined || after === undefined) return [];
  return differencesOf(before, after).flatMap(({ key: name, before: old, after: current }) =>
    differencesOf(old ?? {}, current ?? {}).map(({ key: word, before: one, after: other }) => {
      if (one === undefined) return catalogChange(name, null, word, "widened");
      if (other === undefined) return catalogChange(name, word, null, "narrowed");
      return catalogChange(`${name}.${word}`, one, other, "wording");
    }),
  );
}
