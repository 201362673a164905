import type { NoResponse } from "./generated/types.js";
import { hide } from "./hide.js";

/** Returns the failure of a request without an answer. */
export function toNoResponse(cause: unknown, wasSent: boolean): NoResponse {
  const failure: NoResponse = wasSent
    ? { name: "NO_RESPONSE", outcome: "unknown", retry: "after-reconcile" }
    : { name: "NO_RESPONSE", outcome: "rejected", retry: "after-delay" };
  // It holds the whole request.
  hide(failure, "cause", cause);
  return failure;
}
