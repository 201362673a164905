import { distance } from "fastest-levenshtein";
import { groupBy } from "../std/group-by.js";

/** The least length of a similar code: in a short code, one letter makes another code. */
const MIN_LENGTH = 6;

/**
 * Finds groups of codes that differ in nothing but case, separators and leading zeros, or, if they
 * are long enough, in one letter; never in a digit, which counts.
 */
export function findNearCodes(codes: readonly string[]): readonly (readonly string[])[] {
  const unique = [...new Set(codes)].sort();
  const buckets = groupBy(
    unique.flatMap((code) => bucketsOf(code).map((bucket) => ({ bucket, code }))),
    ({ bucket }) => bucket,
  );
  const groups = new Map<string, ReadonlySet<string>>();
  for (const bucket of buckets.values())
    for (const [index, { code: one }] of bucket.entries())
      for (const { code: other } of bucket.slice(index + 1))
        if (one !== other && isNear(one, other)) join(groups, one, other);
  return [...new Set(groups.values())].map((group) => [...group].sort());
}

/** Puts two codes, and all that are near one of them, into one group. */
function join(groups: Map<string, ReadonlySet<string>>, one: string, other: string): void {
  const joined = new Set([...(groups.get(one) ?? [one]), ...(groups.get(other) ?? [other])]);
  for (const code of joined) groups.set(code, joined);
}

/** Two codes are compared only if they share a bucket: a code without one of its letters. */
function bucketsOf(code: string): readonly string[] {
  const key = keyOf(code);
  if (key.length < MIN_LENGTH) return [key];
  const letters = Array.from(key.matchAll(/\p{L}/gu), ({ index }) => index);
  const without = letters.map((index) => key.slice(0, index) + key.slice(index + 1));
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
