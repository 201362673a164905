import { memoizeByObject } from "../std/memoize-by-object.js";
import { type Entry, wordingsOf } from "./entry.js";
import { findClashes } from "./find-clashes.js";
import { byLiteralText } from "./literal-length.js";

/** The fields that the order of an entry depends on. */
type Wordings = Pick<Entry, "message" | "variants">;

/**
 * Returns the entries of one code in the order in which they gain, the strongest last. The order of
 * the catalog stays where no text fits two of them.
 */
export function inMatchingOrder<E extends Wordings>(sharing: readonly E[]): readonly E[] {
  return sharing.length < 2 ? sharing : (orderSharing(sharing) as readonly E[]);
}

/** Several outputs ask for the order of the same entries. */
const orderSharing = memoizeByObject((sharing: readonly Wordings[]): readonly Wordings[] => {
  const { clashes, isComplete } = findClashes(sharing.map(wordingsOf));
  return clashes.length === 0 && isComplete ? sharing : byLiteralText(sharing);
});
