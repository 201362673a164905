import { isEqual } from "./is-equal.js";

/** A key whose value is another; undefined where there is none. */
export interface Difference<Value> {
  readonly key: string;
  readonly before: Value | undefined;
  readonly after: Value | undefined;
}

/** Where two records differ, key by key. */
export function differencesOf<Value>(
  before: Readonly<Record<string, Value>>,
  after: Readonly<Record<string, Value>>,
): readonly Difference<Value>[] {
  const [old, current] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...old.keys(), ...current.keys()])]
    .map((key) => ({ key, before: old.get(key), after: current.get(key) }))
    .filter((each) => !isEqual(each.before, each.after));
}
