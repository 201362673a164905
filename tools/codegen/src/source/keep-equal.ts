import { isDeepStrictEqual } from "node:util";
import { getOwn } from "../std/get-own.js";

/**
 * Returns a value with the parts of an earlier one in the place of those that are equal, such as
 * entries that an edit of their file did not change: what is remembered of them holds.
 */
export function keepEqual(before: unknown, after: unknown): unknown {
  if (!isObject(before) || !isObject(after)) return after;
  if (areEqual(before, after)) return before;
  if (Array.isArray(before) && Array.isArray(after)) return keepItems(before, after);
  if (Array.isArray(before) || Array.isArray(after)) return after;
  const members = Object.entries(after).map(([name, value]) => [
    name,
    keepEqual(getOwn(before, name), value),
  ]);
  return Object.fromEntries(members);
}

/** The items may have moved; each of the earlier ones is taken once. */
function keepItems(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  const known = new Map(before.filter(isObject).map((item) => [JSON.stringify(item), item]));
  return after.map((item) => {
    const json = isObject(item) ? JSON.stringify(item) : "";
    const equal = known.get(json);
    if (equal === undefined || !isObject(item) || !areEqual(equal, item)) return item;
    known.delete(json);
    return equal;
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** Whether values are equal, in the order of their members: JSON alone has no NaN. */
function areEqual(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other) && isDeepStrictEqual(one, other);
}
