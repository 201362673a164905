import { memoizeByObject } from "../std/memoize-by-object.js";
import { type Entry, entriesByName, isErrorEntry } from "./entry.js";

/**
 * For each error that repeats the texts of others that it is alike to, the first of them in the
 * catalog. Errors with other params cannot have the same texts.
 */
export const alikeModels: (entries: readonly Entry[]) => ReadonlyMap<string, string> =
  memoizeByObject((entries: readonly Entry[]) => {
    const byName = entriesByName(entries);
    const positions = new Map(entries.map(({ name }, index) => [name, index]));
    const models = new Map<string, string>();
    for (const entry of entries.filter(isErrorEntry)) {
      const [first] = (entry.alike ?? [])
        .map((name) => ({ name, other: byName.get(name), position: positions.get(name) ?? 0 }))
        .filter(({ other }) => other !== undefined && haveSameParams(entry, other))
        .sort((a, b) => a.position - b.position);
      if (first !== undefined && first.position < (positions.get(entry.name) ?? 0)) {
        models.set(entry.name, first.name);
      }
    }
    return models;
  });

function haveSameParams({ params }: Entry, other: Entry): boolean {
  const names = Object.keys(params);
  const others = Object.keys(other.params);
  return names.length === others.length && names.every((name) => others.includes(name));
}
