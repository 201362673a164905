import { bearersByCode } from "../catalog/bearers.js";
import type { Entry, ErrorEntry } from "../catalog/catalog.js";
import { codesOf, isErrorEntry, wordingsOf } from "../catalog/entry.js";
import { successorOf } from "../catalog/successor.js";
import { groupBy } from "../std/group-by.js";
import { memoizeByObject } from "../std/memoize-by-object.js";

/** The most errors that a page lists: where thousands share a code, all would fill every page. */
const MOST_LISTED = 20;

/** An error that is easily taken for another, and why. */
interface Confusion {
  readonly name: string;
  readonly code: string;
  readonly message: string;
  readonly why: "alike" | "sameCode" | "sameText";
}

/** The errors that are easily taken for one: the first of them, where there are many. */
export interface Confusions {
  readonly confused: readonly Confusion[];
  readonly hasMoreConfused: boolean;
}

/** Returns the errors that are easily taken for an entry's, in the order of the catalog. */
export function findConfused(entry: ErrorEntry, entries: readonly Entry[]): Confusions {
  const reasons = new Map<ErrorEntry, Confusion["why"]>();
  const own = [entry.name, successorOf(entry, entries)];
  for (const [other, why] of candidatesFor(entry, entries)) {
    if (own.includes(other.name) || reasons.has(other)) continue;
    // No response has the name of an error that was renamed.
    if (successorOf(other, entries) !== undefined) continue;
    // One more than is listed shows that there are more.
    if (reasons.size > MOST_LISTED) break;
    reasons.set(other, why);
  }
  const { places } = indexErrors(entries);
  const confused = [...reasons]
    .slice(0, MOST_LISTED)
    .sort(([one], [other]) => (places.get(one) ?? 0) - (places.get(other) ?? 0))
    .map(([{ name, code, message }, why]) => ({ name, code, message, why }));
  return { confused, hasMoreConfused: reasons.size > MOST_LISTED };
}

/** Yields errors, some of them several times: the most telling reason comes first. */
function* candidatesFor(
  entry: ErrorEntry,
  entries: readonly Entry[],
): Iterable<readonly [ErrorEntry, Confusion["why"]]> {
  const { byName, byCode, byText } = indexErrors(entries);
  for (const name of entry.alike ?? []) {
    const other = byName.get(name);
    if (other !== undefined) yield [other, "alike"];
  }
  for (const code of codesOf(entry))
    for (const other of byCode.get(code) ?? []) yield [other, "sameCode"];
  for (const text of wordingsOf(entry))
    for (const { error: other } of byText.get(text) ?? []) yield [other, "sameText"];
}

/** The errors by name, code and wording, and the place of each in the catalog. */
const indexErrors = memoizeByObject((entries: readonly Entry[]) => {
  const errors = entries.filter(isErrorEntry);
  const worded = errors.flatMap((error) => wordingsOf(error).map((text) => ({ text, error })));
  return {
    places: new Map(errors.map((error, place) => [error, place])),
    byName: new Map(errors.map((error) => [error.name, error])),
    byCode: bearersByCode(errors),
    byText: groupBy(worded, ({ text }) => text),
  };
});
