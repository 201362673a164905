import type { NoResponse } from "../../generated/types.js";

/** A request that was sent: nobody knows what became of it. */
export const LOST: NoResponse = {
  name: "NO_RESPONSE",
  outcome: "unknown",
  retry: "after-reconcile",
};

/** A request that was never sent. */
export const UNSENT: NoResponse = {
  name: "NO_RESPONSE",
  outcome: "rejected",
  retry: "after-delay",
};
