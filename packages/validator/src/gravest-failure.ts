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
  const mayStand = ({ outcome, retry }: Failure) =>
    outcome === "unknown" || retry === "after-reconcile";
  return errors.find(mayStand) ?? errors.find(({ outcome }) => outcome === "applied") ?? error;
}
