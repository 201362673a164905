import { memoizeByObject } from "../std/memoize-by-object.js";
import type { Catalog } from "./catalog.js";
import type { Entry } from "./entry.js";
import { withoutTexts } from "./locale.js";

/**
 * Returns a catalog without the entries that it imports, and without their texts: what its editors
 * can change. The entries keep their places, since the imported ones come last.
 */
export const ownPart: (catalog: Catalog) => Catalog = memoizeByObject((catalog: Catalog) => {
  const imported = importedNames(catalog);
  if (imported.size === 0) return catalog;
  return {
    ...catalog,
    entries: ownEntries(catalog.entries),
    locales: catalog.locales.map((locale) => withoutTexts(locale, (name) => imported.has(name))),
  };
});

/** Returns the entries of the catalog's own files. */
export function ownEntries(entries: readonly Entry[]): readonly Entry[] {
  return entries.filter(({ from }) => from === undefined);
}

/** Returns the package that each imported entry is from, by the entry's name. */
export function importedNames({ entries }: Pick<Catalog, "entries">): ReadonlyMap<string, string> {
  return new Map(
    entries.flatMap(({ name, from }) => (from === undefined ? [] : [[name, from] as const])),
  );
}
