import { bearersByCode } from "../catalog/bearers.js";
import type { Entry } from "../catalog/entry.js";
import { identifiable } from "../catalog/successor.js";
import { type Change, toChange } from "./change.js";

/**
 * Finds the codes that had one entry, and now have several: a response without the message of one
 * of them is unrecognized, with these entries as its candidates.
 */
export function findSharedCodes(before: readonly Entry[], after: readonly Entry[]): Change[] {
  const [former, current] = [namesByCode(before), namesByCode(after)];
  return [...former].flatMap(([code, [name = "", ...others]]) => {
    const candidates = current.get(code) ?? [];
    if (others.length > 0 || candidates.length < 2) return [];
    return toChange({ name, code }, `candidates.${code}`, null, candidates, "code-shared");
  });
}

/**
 * The errors that a response with a code or alias can be. The successor of a renamed entry takes
 * its place.
 */
function namesByCode(entries: readonly Entry[]): ReadonlyMap<string, readonly string[]> {
  const named = ([code, group]: readonly [string, readonly Entry[]]) =>
    [code, group.map(({ name }) => name)] as const;
  return new Map([...bearersByCode(identifiable(entries))].map(named));
}
