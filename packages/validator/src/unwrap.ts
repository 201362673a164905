import { ApiException } from "./generated/error-class.js";
import type { BatchResult, ParsedResponse } from "./generated/types.js";
import { gravestFailure } from "./gravest-failure.js";

/**
 * Returns the body of a success, or the whole result of a batch, in which each item says what
 * became of it. It throws where the request failed, and where the answer is not the API's.
 *
 * @example
 * const body = unwrap(parseResponse(json, { httpStatus }));
 */
export function unwrap<Body>(result: ParsedResponse<Body>): Body | BatchResult {
  if (result.kind === "success") return result.body;
  if (result.kind === "batch") return result;
  throw new ApiException(gravestFailure(result), { body: result.body });
}
