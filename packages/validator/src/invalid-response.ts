import type { InvalidResponse, InvalidResult, Issue } from "./generated/types.js";
import { adviceOf } from "./generated/wire.js";

/**
 * Returns the failure of an answer that is not the API's: the most cautious where nothing is known.
 */
export function toInvalidResponse(
  issues: readonly Issue[],
  httpStatus: number | null,
): InvalidResponse {
  const { outcome, retry } = adviceOf(httpStatus);
  return { name: "INVALID_RESPONSE", httpStatus, issues, outcome, retry };
}

/** Returns the result of reading an answer that is not the API's. */
export function toInvalidResult(
  issues: readonly Issue[],
  body: unknown,
  httpStatus: number | null,
): InvalidResult {
  const error = toInvalidResponse(issues, httpStatus);
  const { outcome, retry } = error;
  return { kind: "invalid", error, issues, outcome, retry, httpStatus, body };
}
