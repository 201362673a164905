import { escapePattern } from "../../std/escape-pattern.js";

/** Two texts that ran together, parted. */
export interface Parted {
  readonly message: string;
  readonly description: string;
  /** Whether nothing else is likely. */
  readonly isSure: boolean;
}

/** The words that begin a sentence and no second half of an identifier. */
const STARTERS = new Set(
  "A An Incorrect Insufficient Invalid It Our Please The There These This Unable Unsupported You Your".split(
    " ",
  ),
);

/** Where lower case meets upper case without a space, or `IP` meets `Our`. */
const SEAM = /(?<=[\p{Ll}\p{N})'"%])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=[.!?])(?=\p{Lu})/gu;

/** No row is longer, and a hostile one would take time by its square. */
const MAX_LENGTH = 4000;
const MAX_TOKEN = 80;

/**
 * Parts a message and its description that stand together without a space, with all such texts of the document to
 * learn its identifiers from. It is sure only where one seam begins a sentence that speaks of the same thing: the rest
 * is a guess, and says so.
 */
export function partTexts(joined: string, vocabulary: Vocabulary): Parted {
  if (joined.length > MAX_LENGTH) return { message: joined, description: "", isSure: false };
  const all = [...joined.matchAll(SEAM)].map(({ index }) => index);
  const seams = all.filter(
    (at) => startsSentence(joined, at) || !vocabulary.isInIdentifier(joined, at),
  );
  const [first] = seams;
  if (
    first !== undefined &&
    startsSentence(joined, first) &&
    isCorroborated(joined, first, vocabulary)
  )
    return { message: joined.slice(0, first), description: joined.slice(first), isSure: true };
  const guess = bestSeam(joined, seams.length > 0 ? seams : all);
  return { message: joined.slice(0, guess), description: joined.slice(guess), isSure: false };
}

/** What a document's texts tell of its words. */
export interface Vocabulary {
  /** Whether a place is inside a word such as `orderId`, which the document has elsewhere too. */
  isInIdentifier(text: string, at: number): boolean;
  /** Whether the document has a word on its own. */
  hasWord(word: string): boolean;
}

/** Learns the words and the identifiers of a document. */
export function learnVocabulary(texts: readonly string[]): Vocabulary {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return {
    hasWord: (word) => counts.has(word),
    isInIdentifier(text, at) {
      if (STARTERS.has(wordFrom(text, at))) return false;
      const start = at - (/[\p{L}\p{N}]*$/u.exec(text.slice(0, at))?.[0].length ?? 0);
      const end = at + (/^[\p{L}\p{N}]*/u.exec(text.slice(at))?.[0].length ?? 0);
      const token = text.slice(start, end);
      if (token.length > MAX_TOKEN) return false;
      for (let from = 0; from < at - start; from++) {
        for (let to = at - start + 1; to <= token.length; to++) {
          const part = token.slice(from, to);
          // The word itself, where it stands here, is no witness.
          const seen = (counts.get(part) ?? 0) - (part === token ? 1 : 0);
          if (seen > 0) return true;
        }
      }
      return false;
    },
  };
}

/** The word that begins at a place, up to the next capital letter. */
function wordFrom(text: string, at: number): string {
  return /^\p{Lu}[\p{Ll}\p{N}]*/u.exec(text.slice(at))?.[0] ?? "";
}

function startsSentence(text: string, at: number): boolean {
  const rest = text.slice(at);
  // A full stop parts sentences, and so it may be inside the description.
  if (/[.!?]$/.test(text.slice(0, at))) return false;
  if (!/^\S+\s+\S/.test(rest)) return false;
  const first = wordFrom(text, at);
  if (STARTERS.has(first)) return /^\s/.test(rest.slice(first.length));
  const [pair] = /^\S+\s+\S+/.exec(text) ?? [];
  return (
    pair !== undefined && new RegExp(`^${escapePattern(pair)}(?![\\p{L}\\p{N}])`, "u").test(rest)
  );
}

/** Whether the last word of the message is one, and the description speaks of what the message speaks of. */
function isCorroborated(text: string, at: number, vocabulary: Vocabulary): boolean {
  const [message, description] = [text.slice(0, at), text.slice(at)];
  const [last = ""] = /[\p{L}\p{N}]+$/u.exec(message) ?? [];
  if (last.length < 2 || !vocabulary.hasWord(last) || !/\s/.test(message)) return false;
  return overlap(message, description) > 0;
}

/** How many content words two texts share; endings do not count. */
function overlap(message: string, description: string): number {
  const stems = (text: string) =>
    new Set(
      [...text.matchAll(/\p{L}{2,}/gu)]
        .map(([word]) => word)
        .filter((word) => !STARTERS.has(word) && (word.length > 3 || word === word.toUpperCase()))
        .map((word) => word.toLowerCase().slice(0, 5)),
    );
  const others = stems(description);
  return [...stems(message)].filter((stem) => others.has(stem)).length;
}

/** The likeliest of several seams; the end of the text where there is none. */
function bestSeam(text: string, seams: readonly number[]): number {
  const score = (at: number) =>
    (startsSentence(text, at) ? 3 : 0) +
    (STARTERS.has(wordFrom(text, at)) ? 1 : 0) +
    Math.min(2, overlap(text.slice(0, at), text.slice(at)));
  const [first = text.length, ...others] = seams;
  return others.reduce((best, at) => (score(at) > score(best) ? at : best), first);
}
