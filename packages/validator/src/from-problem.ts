import type { Failure, InvalidResponse, KnownError, NoResponse } from "./generated/types.js";
import { errorNamed } from "./identify.js";
import { type Members, membersOf, NO_MEMBERS } from "./members.js";
import { unpolluted } from "./unpolluted.js";

const OUTCOMES: readonly unknown[] = ["rejected", "unknown", "applied"];
const RETRIES: readonly unknown[] = ["never", "after-fix", "after-delay", "after-reconcile"];

/**
 * Returns the failure in problem details that `toProblem` made, as they come from JSON: a page
 * behind a gateway can localize it. Undefined where the value is not such problem details.
 *
 * An error that this version of the catalog does not list is `UNRECOGNIZED`, with its code. A text,
 * a cause and the issues of an invalid response are not in problem details, and not in the failure.
 *
 * @example
 * const failure = fromProblem(await response.json());
 * if (failure !== undefined) show(localize(failure, messages));
 */
export function fromProblem(json: unknown): Failure | undefined {
  try {
    return readProblem(json);
  } catch {
    // No JSON parser returns what cannot be read.
    return undefined;
  }
}

function readProblem(json: unknown): Failure | undefined {
  const { name, code, outcome, retry, params, msg } = unpolluted(membersOf(json) ?? NO_MEMBERS);
  if (!OUTCOMES.includes(outcome) || !RETRIES.includes(retry)) return undefined;
  const failure = { name, outcome, retry };
  if (name === "NO_RESPONSE") return failure as NoResponse;
  if (name === "INVALID_RESPONSE")
    return { ...failure, httpStatus: null, issues: [] } as unknown as InvalidResponse;
  const known = errorNamed(name as string);
  if (known !== undefined)
    return {
      ...(known as object),
      ...failure,
      params: readParams(params) ?? known.params,
    } as KnownError;
  if (typeof name !== "string" || typeof code !== "string") return undefined;
  const text = typeof msg === "string" ? msg : null;
  return { ...failure, name: "UNRECOGNIZED", code, msg: text, candidates: [] } as Failure;
}

/** Params are texts; anything else did not come from `toProblem`. */
function readParams(params: unknown): Members | undefined {
  const members = membersOf(params) ?? NO_MEMBERS;
  const values = Object.values(members);
  const isTexts = values.length > 0 && values.every((value) => typeof value === "string");
  return isTexts ? { ...members } : undefined;
}
