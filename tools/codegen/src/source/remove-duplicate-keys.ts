import type { Document, YAMLMap } from "yaml";
import { yamlLibrary } from "./yaml-library.js";

/** A key that an object has twice. */
export interface DuplicateKey {
  readonly name: string;
  /** The offset of the first. */
  readonly first: number;
  /** The offset of the other. */
  readonly again: number;
  /** Whether it is the first key of a list's item: then the dash of the next item is missing. */
  readonly startsItem: boolean;
}

/**
 * Removes the second of two equal keys, so that the first counts and the rest can be checked. The
 * parser would compare each key of an object with all others. Of an item whose dash is missing, the
 * first key is returned: the others are in the item above only for that reason.
 */
export function removeDuplicateKeys(document: Document.Parsed): readonly DuplicateKey[] {
  const { isSeq, visit } = yamlLibrary();
  const duplicates: DuplicateKey[] = [];
  visit(document, {
    Map(_, map, path) {
      for (const duplicate of removeFrom(map, isSeq(path.at(-1)))) {
        duplicates.push(duplicate);
        if (duplicate.startsItem) break;
      }
    },
  });
  return duplicates;
}

function removeFrom(map: YAMLMap, isItem: boolean): readonly DuplicateKey[] {
  const { isScalar } = yamlLibrary();
  const duplicates: DuplicateKey[] = [];
  const seen = new Map<string, number>();
  const start = map.items[0]?.key;
  map.items = map.items.filter(({ key }) => {
    if (!isScalar(key)) return true;
    const [name, again] = [String(key.value), key.range?.[0] ?? 0];
    const first = seen.get(name);
    if (first === undefined) seen.set(name, again);
    else {
      const startsItem = isItem && isScalar(start) && String(start.value) === name;
      duplicates.push({ name, first, again, startsItem });
    }
    return first === undefined;
  });
  return duplicates;
}
