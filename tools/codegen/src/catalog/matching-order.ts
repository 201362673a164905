import { type Entry, wordingsOf } from "./entry.js";
import { findClashes } from "./find-clashes.js";
import { byLiteralText } from "./literal-length.js";

/**
 * Returns the entries of one code in the order in which they gain, the strongest last. The order of
 * the catalog stays where no text fits two of them.
 */
export function inMatchingOrder<E extends Pick<Entry, "message" | "variants">>(
  sharing: readonly E[],
): readonly E[] {
  if (sharing.length < 2) return sharing;
  const { clashes, isComplete } = findClashes(sharing.map(wordingsOf));
  return clashes.length === 0 && isComplete ? sharing : byLiteralText(sharing);
}
