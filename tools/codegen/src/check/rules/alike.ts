import { type Catalog, isErrorEntry } from "../../catalog/catalog.js";
import { entriesNamed } from "../../catalog/successor.js";
import { didYouMean } from "../../problem/did-you-mean.js";
import type { Rule } from "../rule.js";

/** Entries that no source tells apart are other errors of the catalog, and name each other. */
export const rule: Rule = {
  name: "alike",
  check(catalog, report, places) {
    for (const [index, entry] of catalog.entries.entries()) {
      if (!isErrorEntry(entry)) continue;
      const seen = new Set<string>();
      for (const [position, other] of (entry.alike ?? []).entries()) {
        const fault = seen.has(other)
          ? { message: `${other} appears twice` }
          : findFault(catalog, entry.name, other);
        seen.add(other);
        if (fault === undefined) continue;
        const { message, hint } = fault;
        const place = places.entryAt(index, ["alike", position]);
        report(place, message, { ...(hint !== undefined && { hint }) });
      }
    }
  },
};

interface Fault {
  readonly message: string;
  readonly hint?: string | undefined;
}

function findFault({ entries, complete }: Catalog, name: string, other: string): Fault | undefined {
  if (other === name) return { message: `${name} is alike to itself: expected another error` };
  const [found] = entriesNamed(entries, other);
  if (found === undefined) {
    // The entry may be one of those that could not be read.
    if (!complete) return undefined;
    const hint = didYouMean(
      other,
      entries.map((entry) => entry.name).filter((candidate) => candidate !== name),
    );
    return { message: `${other} is not an entry of the catalog`, hint };
  }
  if (!isErrorEntry(found)) return { message: `${other} is not an error` };
  if (found.alike?.includes(name)) return undefined;
  return {
    message: `${name} is alike to ${other}, but ${other} is not alike to ${name}`,
    hint: `add ${name} to the field alike of ${other}`,
  };
}
