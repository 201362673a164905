import { memoizeByJson } from "../std/memoize-by-json.js";
import { memoizeByObject } from "../std/memoize-by-object.js";
import { type Entry, isErrorEntry, type Param } from "./entry.js";

/** The params of an error, by name. */
export type Params = Readonly<Record<string, Param>>;

/**
 * Returns the params of each error by its name: the same object while they are equal, so that what
 * is remembered of them holds.
 */
export const paramsByName: (entries: readonly Entry[]) => ReadonlyMap<string, Params> =
  memoizeByObject((entries: readonly Entry[]) =>
    toMap(entries.filter(isErrorEntry).map(({ name, params }) => [name, params])),
  );

const toMap = memoizeByJson(
  (named: readonly (readonly [name: string, params: Params])[]) => new Map(named),
);
