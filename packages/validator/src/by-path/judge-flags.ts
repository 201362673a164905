import { findValues, type Located } from "./find-values.js";
import type { PathWire } from "./path-wire.js";

/** A member of a body that says whether the request failed. */
interface FoundFlag extends Located {
  /** Whether it has a value that says so. */
  readonly isFailed: boolean;
  /** Whether it has a value of the type of those. */
  readonly isOfType: boolean;
}

/** Returns what flags and the HTTP status say of a body; undefined where the code decides. */
export function judgeFlags(
  wire: PathWire,
  body: object,
  httpStatus: number,
): "failed" | "succeeded" | undefined {
  if (wire.codeDecides) return undefined;
  const flags = flagsIn(wire, body);
  if (httpStatus >= wire.failedStatus || flags.some(({ isFailed }) => isFailed)) return "failed";
  return httpStatus > 0 || flags.some(({ isOfType }) => isOfType) ? "succeeded" : undefined;
}

/**
 * Returns the first member that says that the request failed, or that says in another type whether
 * it did, and what is wrong with it: a keyword of JSON Schema.
 */
export function findFlag(
  wire: PathWire,
  body: object,
): { readonly place: Located["place"]; readonly keyword: string } | undefined {
  for (const { isFailed, isOfType, place } of flagsIn(wire, body)) {
    if (isFailed) return { place, keyword: "not" };
    if (!isOfType) return { place, keyword: "type" };
  }
  return undefined;
}

function flagsIn({ flags }: PathWire, body: object): readonly FoundFlag[] {
  return flags.flatMap(({ path, values }) =>
    findValues({ value: body, place: [] }, path).map(({ value, place }) => ({
      value,
      place,
      isFailed: values.includes(value),
      isOfType: values.some((each) => typeof each === typeof value),
    })),
  );
}
