import { distance } from "fastest-levenshtein";

/** Returns the known word nearest to a misspelled one, as a hint; undefined where none is near. */
export function didYouMean(word: string, known: readonly string[]): string | undefined {
  // In a short word, two changed letters already make another word.
  const limit = word.length < 5 ? 1 : Math.max(2, Math.floor(word.length / 3));
  let nearest: string | undefined;
  let least = limit + 1;
  for (const candidate of known) {
    const away = distance(word.toLowerCase(), candidate.toLowerCase());
    if (candidate === word || away >= least) continue;
    nearest = candidate;
    least = away;
  }
  return nearest === undefined ? undefined : `did you mean "${nearest}"?`;
}
