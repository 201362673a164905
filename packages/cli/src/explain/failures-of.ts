import type { Answer } from "../capture/answer.js";
import { entryNamed } from "../catalog/lookup.js";
import type { Failure } from "../generated/types.js";
import { toFailure } from "./to-failure.js";

/**
 * Returns the failures of an answer, each kind of a batch's once; all that a shared code may mean.
 */
export function failuresOf(result: Answer["result"]): readonly Failure[] {
  if (result.kind === "success") return [];
  if (result.kind === "error" && result.error.name === "UNRECOGNIZED") {
    const candidates = result.error.candidates.flatMap((name) => entryNamed(name) ?? []);
    return candidates.length > 0 ? candidates.map((entry) => toFailure(entry)) : [result.error];
  }
  if (result.kind !== "batch") return [result.error];
  return distinct(result.items.flatMap((item) => (item.kind === "success" ? [] : [item.error])));
}

/** Whether the catalog has one of some failures, or it is one that no entry is about. */
export function hasKnown(failures: readonly { readonly name: string }[]): boolean {
  return failures.some(({ name }) => name !== "UNRECOGNIZED");
}

/** Returns each of some failures once. */
export function distinct(failures: readonly Failure[]): readonly Failure[] {
  return [...new Map(failures.map((failure) => [JSON.stringify(failure), failure])).values()];
}
