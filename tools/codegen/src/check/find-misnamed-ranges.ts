import type { Catalog } from "../catalog/catalog.js";
import { codesOf, isErrorEntry } from "../catalog/entry.js";
import { rangesOf, spansOf } from "../catalog/range.js";
import { createSpanFinder } from "../catalog/span-index.js";
import type { Places } from "../load/places.js";

/**
 * Finds the ranges whose file has no entries, while entries of the range are in a file that has no
 * range: the name of the file is misspelled, or old. Each by its file, with the file that is meant.
 */
export function findMisnamedRanges(catalog: Catalog, places: Places): ReadonlyMap<string, string> {
  const ranges = rangesOf(catalog.manifest);
  const fileOf = catalog.entries.map((_, index) => places.fileOf(index));
  const used = new Set(fileOf);
  const unused = ranges.filter(([file]) => !used.has(file));
  if (unused.length === 0) return new Map();
  const linesOf = (kind: "codes" | "names") =>
    unused.flatMap(([file, range]) => spansOf(range[kind]).map((span) => ({ file, span })));
  const [byCode, byName] = [createSpanFinder(linesOf("codes")), createSpanFinder(linesOf("names"))];
  const named = new Set(ranges.map(([file]) => file));
  const misnamed = new Map<string, string>();
  for (const [index, entry] of catalog.entries.entries()) {
    const file = fileOf[index];
    if (file === undefined || named.has(file) || !isErrorEntry(entry)) continue;
    for (const found of [byName(entry.name), ...codesOf(entry).map(byCode)])
      if (found !== undefined && !misnamed.has(found.file)) misnamed.set(found.file, file);
  }
  return misnamed;
}
