import type { InvalidResponse, InvalidResult, Issue } from "./generated/types.js";

/** The failure of an answer that is not the API's. */
export function toInvalidResponse(
  issues: readonly Issue[],
  httpStatus: number | null,
): InvalidResponse {
  return {
    name: "INVALID_RESPONSE",
    httpStatus,
    issues,
    outcome: "unknown",
    retry: "after-reconcile",
  };
}

/** The result of parsing an answer that is not the API's. */
export function toInvalidResult(
  issues: readonly Issue[],
  body: unknown,
  httpStatus: number | null,
): InvalidResult {
  const error = toInvalidResponse(issues, httpStatus);
  const { outcome, retry } = error;
  return { kind: "invalid", error, issues, outcome, retry, httpStatus, body };
}
