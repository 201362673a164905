import type { Entry } from "../catalog/catalog.js";
import { entriesByName } from "../catalog/entry.js";
import { successorOf } from "../catalog/successor.js";
import { groupBy } from "../std/group-by.js";
import { type Change, toChange } from "./change.js";
import { compareEntry } from "./compare-entry.js";

/** Finds what changed between the entries of two catalogs. */
export function compareEntries(before: readonly Entry[], after: readonly Entry[]): Change[] {
  const former = entriesByName(before);
  const current = entriesByName(after);
  const removed = new Set(before.filter(({ name }) => !current.has(name)));
  const removedByResponse = groupBy(removed, responseKey);
  const changes: Change[] = [];
  for (const entry of after) {
    const same = former.get(entry.name);
    // An entry with the code and message of a removed one is that entry, renamed.
    const renamed =
      same === undefined ? removedByResponse.get(responseKey(entry))?.shift() : undefined;
    if (renamed !== undefined) removed.delete(renamed);
    if (same !== undefined) {
      changes.push(...compareEntry(same, entry), ...compareSuccessors(same, before, entry, after));
    } else if (renamed !== undefined) {
      changes.push(toChange(entry, "name", renamed.name, entry.name, "entry-renamed"));
      changes.push(...compareEntry(renamed, entry));
    } else {
      changes.push(toChange(entry, "entry", null, entry, "entry-added"));
    }
  }
  for (const entry of removed) changes.push(toChange(entry, "entry", entry, null, "entry-removed"));
  return changes;
}

function responseKey({ code, message }: Entry): string {
  return JSON.stringify([code, message]);
}

/**
 * An entry that is retired in favor of a successor is renamed for those who receive its responses.
 */
function compareSuccessors(
  before: Entry,
  formerEntries: readonly Entry[],
  after: Entry,
  currentEntries: readonly Entry[],
): Change[] {
  const [one, other] = [successorOf(before, formerEntries), successorOf(after, currentEntries)];
  if (one === other) return [];
  return [toChange(after, "name", one ?? before.name, other ?? after.name, "entry-renamed")];
}
