import { bearersByCode } from "../catalog/bearers.js";
import { type Entry, isInternal } from "../catalog/entry.js";
import { identifiable } from "../catalog/successor.js";
import { publishedPart } from "./audiences.js";
import { type Change, toChange } from "./change.js";
import type { Snapshot } from "./snapshot.js";

/** The errors that a response with a code or alias can be. */
type Bearers = ReadonlyMap<string, readonly Entry[]>;

/**
 * Finds the codes that had one entry, and now have several: a response without the message of one
 * of them is unrecognized, with these entries as its candidates. An internal entry is one of them
 * for users too, who are not told its name.
 */
export function findSharedCodes(before: Snapshot, after: Snapshot): Change[] {
  // A generated `catalog.json` has no internal entries.
  const isWhole = before.manifest !== undefined && after.manifest !== undefined;
  const [former, current] = [before, after].map((snapshot) =>
    bearersByCode(identifiable((isWhole ? snapshot : publishedPart(snapshot)).entries)),
  ) as [Bearers, Bearers];
  return [...former].flatMap(([code, [entry, ...others]]) => {
    const candidates = current.get(code) ?? [];
    if (entry === undefined || isInternal(entry) || others.length > 0 || candidates.length < 2)
      return [];
    const names = candidates.filter((each) => !isInternal(each)).map(({ name }) => name);
    if (names.length === 0) return [];
    return toChange({ name: entry.name, code }, `candidates.${code}`, null, names, "code-shared");
  });
}
