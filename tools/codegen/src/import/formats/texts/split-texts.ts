import { type DocumentWords, isStarter, wordBefore, wordFrom } from "./document-words.js";

/** A message and a description that ran together, split. */
export interface SplitTexts {
  readonly message: string;
  readonly description: string;
  /** Whether no other split is likely. */
  readonly isSure: boolean;
}

/** A place where lower case meets upper case without a space, or `IP` meets `Our`. */
const SEAM = /(?<=[\p{Ll}\p{N})'"%])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=[.!?])(?=\p{Lu})/gu;

/** No row has more: each is compared with all of the text. */
const MAX_SEAMS = 40;

/** No row is longer. */
const MAX_LENGTH = 4000;

/**
 * Splits a message from the description that follows it without a space. The split is sure only if
 * its seam begins a sentence that speaks of the same thing as the message; any other is a guess.
 */
export function splitTexts(joined: string, words: DocumentWords): SplitTexts {
  const all =
    joined.length > MAX_LENGTH ? [] : [...joined.matchAll(SEAM)].map(({ index }) => index);
  if (all.length > MAX_SEAMS) return { message: joined, description: "", isSure: false };
  const seams = all.filter((at) => startsSentence(joined, at) || !words.isInIdentifier(joined, at));
  const [first] = seams;
  if (first !== undefined && startsSentence(joined, first) && isCorroborated(joined, first, words))
    return { message: joined.slice(0, first), description: joined.slice(first), isSure: true };
  const guess = bestSeam(joined, seams.length > 0 ? seams : all);
  return { message: joined.slice(0, guess), description: joined.slice(guess), isSure: false };
}

function startsSentence(text: string, at: number): boolean {
  const rest = text.slice(at);
  // A full stop ends a sentence of the description too.
  if (/[.!?]/.test(text[at - 1] ?? "")) return false;
  if (!/^\S+\s+\S/.test(rest)) return false;
  const first = wordFrom(text, at);
  if (isStarter(first)) return /\s/.test(rest[first.length] ?? "");
  const [pair] = /^\S+\s+\S+/.exec(text) ?? [];
  return (
    pair !== undefined && rest.startsWith(pair) && !/^[\p{L}\p{N}]/u.test(rest.slice(pair.length))
  );
}

/**
 * Whether the message ends in a word of the document, and the description shares a word with it.
 */
function isCorroborated(text: string, at: number, words: DocumentWords): boolean {
  const [message, description] = [text.slice(0, at), text.slice(at)];
  const last = wordBefore(text, at);
  if (last.length < 2 || !words.hasWord(last) || !/\s/.test(message)) return false;
  return countSharedWords(message, description) > 0;
}

/** The number of content words that two texts share, whatever their endings. */
function countSharedWords(message: string, description: string): number {
  const stems = (text: string) =>
    new Set(
      [...text.matchAll(/\p{L}{2,}/gu)]
        .map(([word]) => word)
        .filter((word) => !isStarter(word) && (word.length > 3 || word === word.toUpperCase()))
        .map((word) => word.toLowerCase().slice(0, 5)),
    );
  const others = stems(description);
  return [...stems(message)].filter((stem) => others.has(stem)).length;
}

/** The likeliest of several seams; the end of the text if there is none. */
function bestSeam(text: string, seams: readonly number[]): number {
  const score = (at: number) =>
    (startsSentence(text, at) ? 3 : 0) +
    (isStarter(wordFrom(text, at)) ? 1 : 0) +
    Math.min(2, countSharedWords(text.slice(0, at), text.slice(at)));
  const scored = seams.map((at) => ({ at, score: score(at) }));
  const [first = { at: text.length, score: 0 }, ...others] = scored;
  return others.reduce((best, seam) => (seam.score > best.score ? seam : best), first).at;
}
