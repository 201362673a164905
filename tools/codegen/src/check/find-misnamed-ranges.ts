import type { Catalog } from "../catalog/catalog.js";
import { codesOf, isErrorEntry } from "../catalog/entry.js";
import { rangesOf, spansOf } from "../catalog/range.js";
import { indexSpans } from "../catalog/span-index.js";
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
  const createFinder = (kind: "codes" | "names") => {
    const lines = unused.flatMap(([file, range]) =>
      spansOf(range[kind]).map((span) => ({ file, span })),
    );
    const { find } = indexSpans(lines.map(({ span }) => span));
    return (text: string) => lines[find(text) ?? -1]?.file;
  };
  const [byCode, byName] = [createFinder("codes"), createFinder("names")];
  const named = new Set(ranges.map(([file]) => file));
  const misnamed = new Map<string, string>();
  for (const [index, entry] of catalog.entries.entries()) {
    const file = fileOf[index];
    if (file === undefined || named.has(file) || !isErrorEntry(entry)) continue;
    for (const found of [byName(entry.name), ...codesOf(entry).map(byCode)])
      if (found !== undefined && !misnamed.has(found)) misnamed.set(found, file);
  }
  return misnamed;
}
