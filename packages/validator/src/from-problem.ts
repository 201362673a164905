import type { Failure } from "./generated/types.js";
import { errorNamed, toUnrecognized } from "./identify.js";
import { toInvalidResponse } from "./invalid-response.js";
import { type Members, membersOf, NO_MEMBERS } from "./members.js";
import { unpolluted } from "./unpolluted.js";

/**
 * Returns the failure in problem details that `toProblem` made, as they come from JSON: a page
 * behind a gateway can localize it. Undefined where the value is not such problem details.
 *
 * An error that this version of the catalog does not list is `UNRECOGNIZED`, with its code. The
 * text of a known error, a cause, the candidates of an unrecognized error, and the issues and the
 * HTTP status of an invalid response are not in the failure.
 *
 * @example
 * const failure = fromProblem(await response.json());
 * if (failure !== undefined) show(localize(failure, messages));
 */
export function fromProblem(json: unknown): Failure | undefined {
  try {
    const { name, code, outcome, retry, params, msg } = unpolluted(membersOf(json) ?? NO_MEMBERS);
    const outcomes: readonly unknown[] = ["rejected", "unknown", "applied"];
    const retries: readonly unknown[] = ["never", "after-fix", "after-delay", "after-reconcile"];
    if (!outcomes.includes(outcome) || !retries.includes(retry)) return undefined;
    const known = errorNamed(name as string);
    let failure: object | undefined;
    if (known !== undefined) failure = { ...known, params: readParams(params) ?? known.params };
    else if (name === "NO_RESPONSE") failure = { name };
    else if (name === "INVALID_RESPONSE") failure = toInvalidResponse([], null);
    else if (typeof name === "string" && typeof code === "string")
      failure = toUnrecognized(code, typeof msg === "string" ? msg : null);
    return failure && ({ ...failure, outcome, retry } as Failure);
  } catch {
    // No JSON parser returns what cannot be read.
    return undefined;
  }
}

/** Params are texts; anything else did not come from `toProblem`. */
function readParams(params: unknown): Members | undefined {
  const own = { ...membersOf(params) };
  const values = Object.values(own);
  return values.length > 0 && values.every((value) => typeof value === "string") ? own : undefined;
}
