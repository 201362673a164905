import { isDeepStrictEqual } from "node:util";

/** Whether two values are equal, whatever the order of keys and of list items. */
export function isEqual(one: unknown, other: unknown): boolean {
  // Most of a catalog has not changed at all.
  return isDeepStrictEqual(one, other) || canonical(one) === canonical(other);
}

/**
 * A text that is the same for equal values. The lists of a catalog are sets, so their items are
 * sorted too.
 */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const members = Object.entries(value).map(
    ([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`,
  );
  return `{${members.sort().join()}}`;
}
