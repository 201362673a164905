import { validateErrorBody } from "./generated/error-body.js";
import type { ErrorBody } from "./generated/types.js";

/**
 * Whether a value is the body of an error response, by the shape that `wire.schema.json` gives: the same verdict as
 * `kind: "error"` of `parseResponse`. Which error it is, and whether it is a known one, plays no part.
 */
export function isErrorBody(value: unknown): value is ErrorBody {
  try {
    return validateErrorBody(value);
  } catch {
    return false;
  }
}

/** Throws a TypeError that says where and how, if the value is not the body of an error response. */
export function assertErrorBody(value: unknown): asserts value is ErrorBody {
  if (isErrorBody(value)) return;
  const [issue] = validateErrorBody.errors ?? [];
  const where = issue?.instancePath ? `${issue.instancePath} ` : "";
  throw new TypeError(`not an error body: ${where}${issue?.message ?? "cannot be read"}`);
}
