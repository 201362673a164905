import { groupBy } from "../std/group-by.js";
import { memoizeByObject } from "../std/memoize-by-object.js";
import type { Entry } from "./catalog.js";
import { type ErrorEntry, isErrorEntry } from "./entry.js";

/**
 * Returns the name that an entry was renamed to: the entry is retired, and its replacement has the
 * same code and message, so the same responses. Undefined for every other entry.
 */
export function successorOf(
  { code, message, retired }: Entry,
  entries: readonly Entry[],
): string | undefined {
  const name = retired?.replacedBy;
  if (name === undefined) return undefined;
  const hasSameResponses = (other: Entry) => other.code === code && other.message === message;
  return entriesNamed(entries, name).some(hasSameResponses) ? name : undefined;
}

/** Returns the errors without those that were renamed: a response has the new name. */
export const identifiable: (entries: readonly Entry[]) => readonly ErrorEntry[] = memoizeByObject(
  (entries: readonly Entry[]) =>
    entries.filter(isErrorEntry).filter((entry) => successorOf(entry, entries) === undefined),
);

/** Returns the entries with a name: more than one only where a rule reports it. */
export function entriesNamed(entries: readonly Entry[], name: string): readonly Entry[] {
  return groupByName(entries).get(name) ?? [];
}

const groupByName = memoizeByObject((entries: readonly Entry[]) =>
  groupBy(entries, ({ name }) => name),
);
