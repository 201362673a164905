import { type Entry, wordingsOf } from "./entry.js";
import { literalsAmong, splitTemplate } from "./template.js";

/**
 * The number of characters outside of placeholders in the least literal of an entry's texts. Of the
 * entries that a response text fits, the one that has most is meant.
 */
export function literalLength(wordings: readonly string[]): number {
  const lengths = wordings.map((wording) =>
    literalsAmong(splitTemplate(wording)).reduce((sum, { length }) => sum + length, 0),
  );
  return Math.min(...lengths);
}

/**
 * Returns entries in the order in which they gain: those with more literal text later, and of two
 * with as much, the first of the catalog later.
 */
export function byLiteralText<E extends Pick<Entry, "message" | "variants">>(
  entries: readonly E[],
): readonly E[] {
  return entries
    .map((entry) => ({ entry, length: literalLength(wordingsOf(entry)) }))
    .reverse()
    .sort((a, b) => a.length - b.length)
    .map(({ entry }) => entry);
}
