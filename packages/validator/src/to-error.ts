import type { ApiError } from "./generated/types.js";
import { adviceOf } from "./generated/wire.js";
import { identify } from "./identify.js";

/**
 * Returns the error that a code and a text mean; where they mean none, the HTTP status may say when
 * to try again.
 */
export function toError(
  code: string | number,
  msg: string | undefined,
  httpStatus: number,
): ApiError {
  const error = identify(code, msg);
  // Not by `?:`, whose union the compiler gives up on where errors are very many.
  if (httpStatus < 400 || error.name !== "UNRECOGNIZED") return error;
  return { ...error, ...adviceOf(httpStatus) };
}
