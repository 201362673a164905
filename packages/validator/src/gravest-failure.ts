import type { Failure } from "./generated/types.js";
import { unpolluted } from "./unpolluted.js";

/** A result, or an item of a batch, that failed. */
interface Failed {
  readonly error: Failure;
  /** Where the API lists errors: all of them. */
  readonly errors?: readonly Failure[];
}

/**
 * Returns the failure that stands for all of a result, as in an exception, which has one. Where the
 * API lists errors, it is the first after which the request, or an earlier one, may have been
 * carried out; without such a one, the first after which it was, and else the first of all.
 */
export function gravestFailure(failed: Failed): Failure {
  const { error, errors = [] } = unpolluted(failed);
  // Not by `??`: it joins the types of all errors, which is too complex where they are thousands.
  for (const decides of [mayStand, wasApplied]) {
    const found = errors.find(decides);
    if (found !== undefined) return found;
  }
  return error;
}

function mayStand({ outcome, retry }: Failure): boolean {
  return outcome === "unknown" || retry === "after-reconcile";
}

function wasApplied({ outcome }: Failure): boolean {
  return outcome === "applied";
}
