import { type Entry, isErrorEntry } from "../catalog/catalog.js";
import { successorOf } from "../catalog/successor.js";
import { groupBy } from "../std/group-by.js";
import { type Change, changeOf } from "./change.js";

/**
 * The codes that told an entry alone, and that several entries bear now: without a text that fits one of them a
 * response is unrecognized, with these as its candidates.
 */
export function findSharedCodes(before: readonly Entry[], after: readonly Entry[]): Change[] {
  const [old, current] = [namesByCode(before), namesByCode(after)];
  return [...old].flatMap(([code, [name = "", ...others]]) => {
    const candidates = current.get(code) ?? [];
    if (others.length > 0 || candidates.length < 2) return [];
    return changeOf({ name, code }, `candidates.${code}`, null, candidates, "shared");
  });
}

/** By code or alias, the errors that a response with it can be: one that was renamed gives way to its successor. */
function namesByCode(entries: readonly Entry[]): ReadonlyMap<string, readonly string[]> {
  const borne = entries
    .filter((entry) => isErrorEntry(entry) && successorOf(entry, entries) === undefined)
    .flatMap(({ name, code, aliases }) =>
      [...new Set([code, ...aliases.map((alias) => alias.code)])].map((each) => ({ each, name })),
    );
  const groups = groupBy(borne, ({ each }) => each);
  return new Map([...groups].map(([code, some]) => [code, some.map(({ name }) => name)]));
}
