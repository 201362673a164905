import { literalsAmong, splitTemplate } from "../catalog/template.js";
import { escapePattern } from "../std/escape-pattern.js";

/**
 * Letters of alphabets that write words apart: a word of theirs is not found within a longer one.
 */
const WORD = "[\\p{scx=Latn}\\p{scx=Cyrl}\\p{scx=Grek}\\p{N}]";

/**
 * Returns a function that finds the first of some words in a text, as the text writes it. Whole
 * words match where the script writes words apart, otherwise any part; upper and lower case match
 * each other.
 */
export function createWordFinder(words: readonly string[]): (text: string) => string | undefined {
  if (words.length === 0) return () => undefined;
  const pattern = new RegExp(words.map(patternOf).join("|"), "iu");
  return (text) => pattern.exec(text)?.[0];
}

function patternOf(word: string): string {
  const before = new RegExp(`^${WORD}`, "u").test(word) ? `(?<!${WORD})` : "";
  const after = new RegExp(`${WORD}$`, "u").test(word) ? `(?!${WORD})` : "";
  return `${before}${escapePattern(word)}${after}`;
}

/** Returns a text's own words: a placeholder may stand for any. */
export function withoutPlaceholders(text: string): string {
  return literalsAmong(splitTemplate(text)).join(" ");
}
