import type { Answer } from "../capture/answer.js";
import { errorsOf } from "../capture/bodies/result.js";
import { entryNamed } from "../catalog/lookup.js";
import { toFailure } from "../catalog/to-failure.js";
import type { Failure } from "../generated/types.js";

/**
 * Returns the failures of an answer, each kind of a batch's once; all that a shared code may mean.
 */
export function failuresOf(result: Answer["result"]): readonly Failure[] {
  if (result.kind === "success") return [];
  if (result.kind !== "batch") return distinct(errorsOf(result).flatMap(meaningsOf));
  return distinct(result.items.flatMap((item) => (item.kind === "success" ? [] : errorsOf(item))));
}

function meaningsOf(failure: Failure): readonly Failure[] {
  if (failure.name !== "UNRECOGNIZED") return [failure];
  const candidates = failure.candidates.flatMap((name) => entryNamed(name) ?? []);
  return candidates.length > 0 ? candidates.map((entry) => toFailure(entry)) : [failure];
}

/** Whether the catalog has one of some failures, or it is one that no entry is about. */
export function hasKnown(failures: readonly { readonly name: string }[]): boolean {
  return failures.some(({ name }) => name !== "UNRECOGNIZED");
}

/** Returns each of some failures once. */
export function distinct(failures: readonly Failure[]): readonly Failure[] {
  return [...new Map(failures.map((failure) => [JSON.stringify(failure), failure])).values()];
}
