import { countEach } from "../../../std/count-each.js";

/** Words that begin a sentence, and are never the second half of an identifier. */
const STARTERS = new Set(
  "A An Incorrect Insufficient Invalid It Our Please The There These This Unable Unsupported You Your".split(
    " ",
  ),
);

/** Comparing the parts of a longer token would take too much time. */
const MAX_TOKEN = 80;

/** The words and identifiers that occur in a document. */
export interface DocumentWords {
  /**
   * Whether a place is inside an identifier such as `orderId` that the document has elsewhere too.
   */
  isInIdentifier(text: string, at: number): boolean;
  /** Whether the document has a word on its own. */
  hasWord(word: string): boolean;
}

/** Learns the words and identifiers of a document from its texts. */
export function learnWords(texts: readonly string[]): DocumentWords {
  const counts = countEach(texts.flatMap((text) => text.match(/[\p{L}\p{N}]+/gu) ?? []));
  return {
    hasWord: (word) => counts.has(word),
    isInIdentifier: (text, at) => isInIdentifier(counts, text, at),
  };
}

function isInIdentifier(counts: ReadonlyMap<string, number>, text: string, at: number): boolean {
  if (isStarter(wordFrom(text, at))) return false;
  const before = wordBefore(text, at);
  const after = text.slice(at, at + lettersIn(text, at, 1));
  const token = before + after;
  if (token.length > MAX_TOKEN) return false;
  for (const part of partsAcross(before, after)) {
    // The token itself is counted once, at this place.
    if ((counts.get(part) ?? 0) > (part === token ? 1 : 0)) return true;
  }
  return false;
}

/** Whether a word begins a sentence. */
export function isStarter(word: string): boolean {
  return STARTERS.has(word);
}

/** The word that begins at a place, up to the next capital letter. */
export function wordFrom(text: string, at: number): string {
  return /^\p{Lu}[\p{Ll}\p{N}]*/u.exec(text.slice(at, at + MAX_TOKEN))?.[0] ?? "";
}

/** The word that ends before a place; of a longer one than any identifier, its end. */
export function wordBefore(text: string, at: number): string {
  return text.slice(at - lettersIn(text, at - 1, -1), at);
}

/**
 * Returns the number of letters and digits from a place on, in one direction; not all of very many.
 */
function lettersIn(text: string, from: number, step: 1 | -1): number {
  let count = 0;
  while (count <= MAX_TOKEN && /[\p{L}\p{N}\p{Cs}]/u.test(text[from + count * step] ?? ""))
    count += 1;
  return count;
}

/** Every part of a token that reaches from its first half into its second. */
function* partsAcross(before: string, after: string): Generator<string> {
  for (let from = 0; from < before.length; from++)
    for (let to = 1; to <= after.length; to++) yield before.slice(from) + after.slice(0, to);
}
