import type { ErrorResult, Failure, InvalidResult } from "./generated/types.js";
import { unpolluted } from "./unpolluted.js";

/**
 * Returns the failure of a result for an exception, which has one. Where the API lists errors, it is
 * the first after which the request, or an earlier one, may have been carried out; without such a
 * one, the first after which it was, and else the first of all.
 */
export function gravestFailure(result: ErrorResult | InvalidResult): Failure {
  const { error, errors = [] } = unpolluted(result) as {
    readonly error: Failure;
    readonly errors?: readonly Failure[];
  };
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
