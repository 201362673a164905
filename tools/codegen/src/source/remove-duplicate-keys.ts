import type { Document } from "yaml";
import { yamlLibrary } from "./yaml-library.js";

/** A key that an object has twice. */
export interface DuplicateKey {
  readonly name: string;
  /** The offset of the first. */
  readonly first: number;
  /** The offset of the other. */
  readonly again: number;
}

/**
 * Removes the second of two equal keys, so that the first counts and the rest can be checked. The
 * parser would compare each key of an object with all others.
 */
export function removeDuplicateKeys(document: Document.Parsed): readonly DuplicateKey[] {
  const { isScalar, visit } = yamlLibrary();
  const duplicates: DuplicateKey[] = [];
  visit(document, {
    Map(_, map) {
      const seen = new Map<string, number>();
      map.items = map.items.filter(({ key }) => {
        if (!isScalar(key)) return true;
        const [name, again] = [String(key.value), key.range?.[0] ?? 0];
        const first = seen.get(name);
        if (first === undefined) seen.set(name, again);
        else duplicates.push({ name, first, again });
        return first === undefined;
      });
    },
  });
  return duplicates;
}
