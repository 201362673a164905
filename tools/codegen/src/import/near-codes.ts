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
  for (const [first, ...others] of buckets.values())
    for (const { code } of others) if (first !== undefined) join(groups, first.code, code);
  return [...new Set(groups.values())].map((group) => [...group].sort());
}

/** Puts two codes, and all that are near one of them, into one group. */
function join(groups: Map<string, ReadonlySet<string>>, one: string, other: string): void {
  const joined = new Set([...(groups.get(one) ?? [one]), ...(groups.get(other) ?? [other])]);
  for (const code of joined) groups.set(code, joined);
}

/** Codes are near if they share a bucket: digits, and the code or what it is without a letter. */
function bucketsOf(code: string): readonly string[] {
  const key = keyOf(code);
  const digits = key.replace(/\D+/g, "#");
  const letters =
    key.length < MIN_LENGTH ? [] : Array.from(key.matchAll(/\p{L}/gu), ({ index }) => index);
  const without = letters.map((index) => key.slice(0, index) + key.slice(index + 1));
  return [...new Set([key, ...without])].map((form) => `${digits} ${form}`);
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
