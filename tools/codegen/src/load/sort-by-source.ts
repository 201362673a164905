import type { Entry } from "../catalog/entry.js";
import type { Manifest } from "../catalog/manifest.js";
import { tablesOf } from "../catalog/manifest.js";

/**
 * Sorts entries by where they are from: the documented ones in the order of the tables, then the
 * others by document and line.
 */
export function sortBySource<Item extends { readonly entry: Entry }>(
  items: readonly Item[],
  manifest: Manifest,
): readonly Item[] {
  const tables = tablesOf(manifest);
  const keyed = items.map((item) => ({ item, key: sortKey(item.entry, tables) }));
  return keyed.sort((one, other) => compareKeys(one.key, other.key)).map(({ item }) => item);
}

type SortKey = readonly [table: number, document: string, line: number, name: string];

function sortKey({ name, sources }: Entry, tables: readonly string[]): SortKey {
  const cited = new Set(sources.map(({ document }) => document));
  const table = tables.findIndex((document) => cited.has(document));
  const source = sources.find(({ document }) => document === tables[table]) ?? sources[0];
  return [table < 0 ? tables.length : table, source?.document ?? "", source?.line ?? 0, name];
}

function compareKeys(one: SortKey, other: SortKey): number {
  const at = one.findIndex((part, index) => part !== other[index]);
  const [left = "", right = ""] = [one[at], other[at]];
  return at < 0 ? 0 : left < right ? -1 : 1;
}
