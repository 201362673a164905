import { distance } from "fastest-levenshtein";

/** A file may have very many words that are not among very many. */
const MAX_KNOWN = 2_000;

/**
 * Returns the known word nearest to a misspelled one, as a hint; undefined where none is near.
 * `except` is never it.
 */
export function didYouMean(
  word: string,
  known: readonly string[],
  except?: string,
): string | undefined {
  // In a short word, two changed letters already make another word.
  const limit = word.length < 5 ? 1 : Math.max(2, Math.floor(word.length / 3));
  let nearest: string | undefined;
  let least = limit + 1;
  for (const candidate of known.length > MAX_KNOWN ? [] : known) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const away = distance(word.toLowerCase(), candidate.toLowerCase());
    if (candidate === word || candidate === except || away >= least) continue;
    nearest = candidate;
    least = away;
  }
  return nearest === undefined ? undefined : `did you mean "${nearest}"?`;
}
