import { distance } from "fastest-levenshtein";
import { groupBy } from "../std/group-by.js";

/** Two codes that may be meant as one. */
export type CodePair = readonly [one: string, other: string];

/** In a short code, one letter makes another code. */
const MIN_LENGTH = 6;

/**
 * Finds codes that differ in nothing but case, separators and leading zeros, or, if they are long
 * enough, in one letter; never in a digit, which counts. Each pair is found once.
 */
export function findNearCodes(codes: readonly string[]): readonly CodePair[] {
  const unique = [...new Set(codes)].sort();
  const pairs = new Map<string, CodePair>();
  const buckets = groupBy(
    unique.flatMap((code) => bucketsOf(code).map((bucket) => ({ bucket, code }))),
    ({ bucket }) => bucket,
  );
  for (const group of buckets.values())
    for (const [index, { code: one }] of group.entries())
      for (const { code: other } of group.slice(index + 1))
        if (one !== other && isNear(one, other))
          pairs.set(JSON.stringify([one, other]), [one, other]);
  return [...pairs.values()];
}

/** Two codes are compared only if they share a bucket: a code without one of its letters. */
function bucketsOf(code: string): readonly string[] {
  const key = keyOf(code);
  if (key.length < MIN_LENGTH) return [key];
  const without = Array.from(key, (_, index) => key.slice(0, index) + key.slice(index + 1));
  return [...new Set([key, ...without])];
}

function isNear(one: string, other: string): boolean {
  const [key, otherKey] = [keyOf(one), keyOf(other)];
  if (key === otherKey) return true;
  return digitsOf(key) === digitsOf(otherKey) && distance(key, otherKey) <= 2;
}

function keyOf(code: string): string {
  const sign = /^-\d/.test(code) ? "-" : "";
  return (
    sign +
    code
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, "")
      .replace(/^0+(?=\d)/, "")
  );
}

function digitsOf(key: string): string {
  return key.replace(/\D+/g, "#");
}
