import type { EntryInfo } from "../catalog/entry-info.js";
import { entries } from "../generated/entries.js";
import type { Near } from "./finding.js";

const MOST = 5;

/** Returns the entries that are most similar to a question: by code, by name, or by their words. */
export function findNear(asked: string): readonly Near[] {
  const short = asked.slice(0, 200).trim();
  const rate = /^[+-]?\d+$/.test(short) ? rateCode(short) : rateWords(short);
  return entries
    .map((entry) => ({ entry, score: rate(entry) }))
    .filter(({ score }) => score > 0)
    .sort((one, two) => two.score - one.score)
    .slice(0, MOST)
    .map(({ entry: { name, code } }) => ({ name, code }));
}

/** One digit that is wrong, missing, added or swapped is near. */
function rateCode(asked: string): (entry: EntryInfo) => number {
  const digits = asked.replace(/^[+-]/, "");
  return ({ code }) => {
    const distance = distanceOf(digits, code.replace(/^-/, ""));
    return distance <= 1 ? 2 - distance : 0;
  };
}

/** A half of the words is near, those of a code too; a misspelled word counts less. */
function rateWords(asked: string): (entry: EntryInfo) => number {
  const words = wordsOf(asked);
  return ({ name, code, message }) => {
    const own = wordsOf(`${name} ${code} ${message}`);
    let score = 0;
    for (const word of words) {
      if (own.includes(word)) score += 1;
      else if (word.length > 3 && own.some((other) => distanceOf(word, other) <= 1)) score += 0.8;
    }
    return score * 2 >= words.length && score >= 0.8 ? score / Math.sqrt(own.length) : 0;
  };
}

const COMMON = new Set("the a an is was not of to in for error code".split(" "));

function wordsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  return [...new Set(words)].filter((word) => !COMMON.has(word));
}

/**
 * The edits from one word to another, two neighbors that are swapped as one; 2 for more than one.
 */
function distanceOf(one: string, two: string): number {
  if (one === two) return 0;
  if (Math.abs(one.length - two.length) > 1) return 2;
  let start = 0;
  while (start < one.length && one[start] === two[start]) start++;
  const [rest, other] = [one.slice(start), two.slice(start)];
  const isOne =
    rest.slice(1) === other.slice(1) ||
    rest.slice(1) === other ||
    rest === other.slice(1) ||
    (rest[0] === other[1] && rest[1] === other[0] && rest.slice(2) === other.slice(2));
  return isOne ? 1 : 2;
}
