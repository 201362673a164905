import { causesOf } from "./causes-of.js";
import { hasBeenSent, isClientError } from "./client-error.js";
import { exceptionName } from "./generated/error-class.js";
import type { Failure } from "./generated/types.js";
import { toNoResponse } from "./no-response.js";
import { isResponseError } from "./response-error.js";
import { readThrownResponse } from "./thrown-response.js";

/**
 * Returns what a client threw as a failure: fetch, undici, axios, ky, ofetch, got, openapi-fetch,
 * Angular's HttpClient, ccxt where no answer came, an abort, a timeout, or this package's own
 * exception. Undefined for anything else: then it is a bug, and should be thrown again.
 *
 * A request that cannot have been sent is `rejected` (connection refused, name not found, bad
 * certificate); otherwise it may have been executed, unless the client's error holds a response
 * that says more. It speaks of the last attempt: a client that retries or follows redirects by
 * itself may have sent others. Abort a request without a reason: fetch throws it, and the failure
 * of another request would be taken for this one's.
 *
 * @example
 * try {
 *   unwrap(await parseFetchResponse(await fetch(url, { method: "POST", signal })));
 * } catch (thrown) {
 *   const failure = failureOf(thrown);
 *   if (failure === undefined) throw thrown;
 *   console.log(failure.name, failure.outcome);
 * }
 */
export function failureOf(thrown: unknown): Failure | undefined {
  try {
    const errors = causesOf(thrown);
    for (const error of errors) {
      if (isResponseError(error, exceptionName)) return error.failure;
      const answer = readThrownResponse(error);
      if (answer !== undefined) return answer;
    }
    return errors.some(isClientError) ? toNoResponse(thrown, errors.every(hasBeenSent)) : undefined;
  } catch {
    // No client throws an error that cannot be read.
    return undefined;
  }
}
