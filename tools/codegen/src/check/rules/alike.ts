import type { Catalog } from "../../catalog/catalog.js";
import { type Entry, isErrorEntry } from "../../catalog/entry.js";
import { entriesNamed } from "../../catalog/successor.js";
import { didYouMean } from "../../problem/did-you-mean.js";
import { memoizeByObject } from "../../std/memoize-by-object.js";
import type { Rule } from "../rule.js";

/** Entries that no source tells apart are other errors of the catalog, and name each other. */
export const rule: Rule = {
  name: "alike",
  check(catalog, report, places) {
    for (const [index, entry] of catalog.entries.entries()) {
      if (!isErrorEntry(entry)) continue;
      const { name, alike = [] } = entry;
      const seen = new Set<string>();
      for (const [position, other] of alike.entries()) {
        const isRepeated = seen.has(other);
        seen.add(other);
        const fault = isRepeated
          ? { message: `${other} appears twice`, hint: undefined }
          : findFault(catalog, name, other);
        if (fault === undefined) continue;
        report(places.entryAt(index, ["alike", position]), fault.message, { hint: fault.hint });
      }
    }
  },
};

const namesOf = memoizeByObject((entries: readonly Entry[]) => entries.map(({ name }) => name));

const setOf = memoizeByObject((names: readonly string[]) => new Set(names));

interface Fault {
  readonly message: string;
  readonly hint?: string | undefined;
}

function findFault({ entries, complete }: Catalog, name: string, other: string): Fault | undefined {
  if (other === name) return { message: `${name} cannot list itself in alike` };
  const [found] = entriesNamed(entries, other);
  if (found === undefined) {
    // The entry may be one of those that could not be read.
    if (!complete) return undefined;
    const hint = didYouMean(other, namesOf(entries), name);
    return { message: `${other} is not an entry of the catalog`, hint };
  }
  if (!isErrorEntry(found)) return { message: `${other} is not an error but the success row` };
  if (found.alike !== undefined && setOf(found.alike).has(name)) return undefined;
  return {
    message: `${name} lists ${other} in alike, but ${other} does not list ${name}`,
    hint: `add ${name} to alike in ${other}, or remove ${other} here`,
  };
}
