import { groupBy } from "../std/group-by.js";
import { memoizeByObject } from "../std/memoize-by-object.js";
import type { Entry } from "./catalog.js";

/**
 * The name that an entry was renamed to: it is retired, and what replaces it has the same code and message. Its
 * responses are those of its successor. Undefined for every other entry.
 */
export function successorOf(
  { code, message, retired }: Entry,
  entries: readonly Entry[],
): string | undefined {
  if (retired?.replacedBy === undefined) return undefined;
  const isSuccessor = (other: Entry) => other.code === code && other.message === message;
  return entriesNamed(entries, retired.replacedBy).find(isSuccessor)?.name;
}

/** The entries with a name: one, once a rule has found names unique. The list of entries must not change afterwards. */
export function entriesNamed(entries: readonly Entry[], name: string): readonly Entry[] {
  return groupByName(entries).get(name) ?? [];
}

const groupByName = memoizeByObject((entries: readonly Entry[]) =>
  groupBy(entries, ({ name }) => name),
);
