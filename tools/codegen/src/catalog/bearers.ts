import { memoizeByObject } from "../std/memoize-by-object.js";
import { codesOf, type ErrorEntry } from "./entry.js";

/** Returns the errors that bear each code, as their code or an alias, in the order of the list. */
export const bearersByCode: (
  entries: readonly ErrorEntry[],
) => ReadonlyMap<string, readonly ErrorEntry[]> = memoizeByObject(
  (entries: readonly ErrorEntry[]) => {
    const bearers = new Map<string, ErrorEntry[]>();
    for (const entry of entries)
      for (const code of codesOf(entry)) {
        const group = bearers.get(code);
        if (group === undefined) bearers.set(code, [entry]);
        else if (group.at(-1) !== entry) group.push(entry);
      }
    return bearers;
  },
);
