import { isEqual } from "./is-equal.js";

/**
 * A key whose value differs between two records; a value is undefined if a record has no such key.
 */
export interface Difference<Value> {
  readonly key: string;
  readonly before: Value | undefined;
  readonly after: Value | undefined;
}

/** Finds where two records differ, key by key. */
export function findDifferences<Value>(
  before: Readonly<Record<string, Value>>,
  after: Readonly<Record<string, Value>>,
): readonly Difference<Value>[] {
  const [former, current] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...former.keys(), ...current.keys()])]
    .map((key) => ({ key, before: former.get(key), after: current.get(key) }))
    .filter((each) => !isEqual(each.before, each.after));
}
