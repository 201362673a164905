import { type Entry, entriesByName, isInternal } from "../catalog/entry.js";
import { nameOfUnit } from "../catalog/text-unit.js";
import { filterMembers } from "../std/filter-members.js";
import { type Change, toChange } from "./change.js";
import type { Snapshot } from "./snapshot.js";

/** Returns what users of the published outputs see of a catalog: nothing of internal entries. */
export function publishedPart(snapshot: Snapshot): Snapshot {
  return withoutEntries(snapshot, namesOf(snapshot, isInternal));
}

/** Returns the internal entries of a catalog without those that are public in the other one. */
export function internalPart(snapshot: Snapshot, other: Snapshot): Snapshot {
  const isPublic = (entry: Entry) => !isInternal(entry);
  const isOther = namesOf(other, isPublic);
  const names = namesOf(snapshot, (entry) => isPublic(entry) || isOther.has(entry.name));
  const { locales, ...rest } = withoutEntries(snapshot, names);
  if (locales === undefined) return rest;
  const internal = new Set(rest.entries.map(({ name }) => name));
  // The texts of failures that are not entries are published.
  const ofEntries = Object.entries(locales).map(([tag, texts]) => [
    tag,
    filterMembers(texts, (unit) => internal.has(nameOfUnit(unit))),
  ]);
  return { ...rest, locales: Object.fromEntries(ofEntries) };
}

/** For entries that only changed their audience, says so: they were not removed or added. */
export function withAudiences(
  changes: readonly Change[],
  before: Snapshot,
  after: Snapshot,
): readonly Change[] {
  const [former, current] = [entriesByName(before.entries), entriesByName(after.entries)];
  return changes.map((change) => {
    const { kind, name } = change;
    if (kind !== "entry-removed" && kind !== "entry-added") return change;
    const isHidden = kind === "entry-removed";
    const entry = (isHidden ? current : former).get(name);
    if (entry === undefined) return change;
    return isHidden
      ? toChange(entry, "audience", "public", "internal", "entry-hidden")
      : toChange(entry, "audience", "internal", "public", "entry-published");
  });
}

function namesOf({ entries }: Snapshot, isOne: (entry: Entry) => boolean): ReadonlySet<string> {
  return new Set(entries.filter(isOne).map(({ name }) => name));
}

function withoutEntries(snapshot: Snapshot, names: ReadonlySet<string>): Snapshot {
  if (names.size === 0) return snapshot;
  const { entries, locales, ...rest } = snapshot;
  const kept = Object.entries(locales ?? {}).map(([tag, texts]) => [
    tag,
    filterMembers(texts, (unit) => !names.has(nameOfUnit(unit))),
  ]);
  return {
    ...rest,
    entries: entries.filter(({ name }) => !names.has(name)),
    ...(locales && { locales: Object.fromEntries(kept) }),
  };
}
