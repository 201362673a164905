import type { JsonSchema } from "../catalog.js";
import { BUMP_RULES, type Bump, greatestBump } from "./bump.js";
import { type Change, catalogChange, changeOf } from "./change.js";
import { compareEntries } from "./compare-entries.js";
import { compareManifests } from "./compare-manifests.js";
import { isEqual } from "./is-equal.js";
import type { Snapshot } from "./snapshot.js";

/** What changed between two catalogs, by meaning: the order of files, entries and keys says nothing. */
export function compare(before: Snapshot, after: Snapshot): readonly Change[] {
  return [
    ...compareEntries(before.entries, after.entries),
    ...compareManifests(before.manifest, after.manifest),
    ...compareSchemas("wire.schema.json", before.wireSchema, after.wireSchema),
    ...compareSchemas("openapi.yaml", before.openapi, after.openapi),
    ...compareLocales(before, after),
  ];
}

/** The bump that several changes call for together. */
export function bumpOf(changes: readonly Change[]): Bump {
  return greatestBump(changes.map(({ kind }) => BUMP_RULES[kind].bump));
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

function compareLocales(
  { locales: before }: Snapshot,
  { entries, locales: after }: Snapshot,
): Change[] {
  if (before === undefined || after === undefined) return [];
  const codes = new Map(entries.map(({ name, code }) => [name, code]));
  const changes: Change[] = [];
  for (const tag of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, current] = [before[tag], after[tag]];
    const field = `locales.${tag}`;
    if (old === undefined || current === undefined) {
      const kind = old === undefined ? "matched" : "unmatched";
      changes.push(
        catalogChange(
          field,
          old === undefined ? null : tag,
          current === undefined ? null : tag,
          kind,
        ),
      );
      continue;
    }
    for (const name of new Set([...Object.keys(old), ...Object.keys(current)])) {
      const [one, other] = [old[name], current[name]];
      if (isEqual(one, other)) continue;
      const entry = { name, code: codes.get(name) ?? "" };
      changes.push(changeOf(entry, field, one ?? null, other ?? null, "wording"));
    }
  }
  return changes;
}
