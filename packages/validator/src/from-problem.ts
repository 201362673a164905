import type { Failure, InvalidResponse, KnownError, NoResponse } from "./generated/types.js";
import { errorNamed } from "./identify.js";

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
  const { name, code, outcome, retry, params, msg } = membersOf(json);
  if (typeof name !== "string" || !OUTCOMES.includes(outcome) || !RETRIES.includes(retry)) {
    return undefined;
  }
  const failure = { name, outcome, retry };
  if (name === "NO_RESPONSE") return failure as NoResponse;
  if (name === "INVALID_RESPONSE")
    return { ...failure, httpStatus: null, issues: [] } as unknown as InvalidResponse;
  const known = errorNamed(name);
  if (known !== undefined) {
    const read = readParams(params) ?? known.params;
    return { ...(known as object), ...failure, params: read } as KnownError;
  }
  if (typeof code !== "string") return undefined;
  const text = typeof msg === "string" ? msg : null;
  return { ...failure, name: "UNRECOGNIZED", code, msg: text, candidates: [] } as Failure;
}

function membersOf(json: unknown): Readonly<Record<string, unknown>> {
  return typeof json === "object" && json !== null ? (json as Record<string, unknown>) : {};
}

/** Params are texts; anything else did not come from `toProblem`. */
function readParams(params: unknown): Readonly<Record<string, string>> | undefined {
  const entries = Object.entries(membersOf(params));
  const isTexts = entries.length > 0 && entries.every(([, value]) => typeof value === "string");
  return isTexts ? (Object.fromEntries(entries) as Record<string, string>) : undefined;
}
