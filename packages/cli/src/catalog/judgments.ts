import type { Outcome, Retry } from "../generated/types.js";

/** The outcomes that an error may have, and what each means. */
export const OUTCOMES: Readonly<Record<Outcome, string>> = {
  rejected: "this request was not carried out",
  unknown: "it may have been executed",
  applied: "it was executed",
};

/** What may have to happen before a request is sent again, and what each means. */
export const RETRIES: Readonly<Record<Retry, string>> = {
  never: "nothing can help",
  "after-fix": "the request or the account must change first",
  "after-delay": "waiting alone can help",
  "after-reconcile": "first find out what happened, then decide",
};
