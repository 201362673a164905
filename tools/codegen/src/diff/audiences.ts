import { type Entry, entriesByName, isInternal } from "../catalog/entry.js";
import { nameOfUnit } from "../catalog/text-unit.js";
import { filterMembers } from "../std/filter-members.js";
import { type Change, toChange } from "./change.js";
import type { Snapshot } from "./snapshot.js";

/** Returns what users of the published outputs see of a catalog: nothing of internal entries. */
export function publishedPart(snapshot: Snapshot): Snapshot {
  const internal = namesOf(snapshot, isInternal);
  // The texts of failures that are not entries are published.
  return internal.size === 0 ? snapshot : partOf(snapshot, (name) => !internal.has(name));
}

/** Returns the internal entries of a catalog without those that are public in the other one. */
export function internalPart(snapshot: Snapshot, other: Snapshot): Snapshot {
  const internal = namesOf(snapshot, isInternal);
  const isPublic = namesOf(other, (entry) => !isInternal(entry));
  return partOf(snapshot, (name) => internal.has(name) && !isPublic.has(name));
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

/** The part of a catalog that has entries, and texts of failures, of some names. */
function partOf(
  { entries, locales, ...rest }: Snapshot,
  isKept: (name: string) => boolean,
): Snapshot {
  const kept = Object.entries(locales ?? {}).map(([tag, texts]) => [
    tag,
    filterMembers(texts, (unit) => isKept(nameOfUnit(unit))),
  ]);
  return {
    ...rest,
    entries: entries.filter(({ name }) => isKept(name)),
    ...(locales && { locales: Object.fromEntries(kept) }),
  };
}
