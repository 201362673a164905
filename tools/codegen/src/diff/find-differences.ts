import { getOwn } from "../std/get-own.js";
import { isEqual } from "./is-equal.js";

/** The values of one key in two records; undefined if a record has no such key. */
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
  return pairUp(before, after).filter((each) => !isEqual(each.before, each.after));
}

/** Pairs the values of two records by key, those of the first one first. */
export function pairUp<Value>(
  before: Readonly<Record<string, Value>>,
  after: Readonly<Record<string, Value>>,
): readonly Difference<Value>[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].map((key) => ({ key, before: getOwn(before, key), after: getOwn(after, key) }));
}
