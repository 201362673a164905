import type { ApiError } from "./api-error.js";
import type { StatusOutcome, StatusRetry } from "./generated/entries.js";

/**
 * All that can go wrong with a request: the API says that it failed, the answer is not the API's,
 * or there is no answer. Narrow it by `name`.
 */
export type Failure = ApiError | InvalidResponse | NoResponse;

/** An answer that is not the API's: HTML, a body that was cut off, a code of a wrong type. */
export interface InvalidResponse {
  readonly name: "INVALID_RESPONSE";
  /** The HTTP status of the response; `null` if none was given. */
  readonly httpStatus: number | null;
  /** The faults of the body. */
  readonly issues: readonly Issue[];
  /** The outcome of an `INVALID_RESPONSE`: not known, unless the HTTP status alone says it. */
  readonly outcome: StatusOutcome;
  /**
   * The step after an `INVALID_RESPONSE`: first find out what happened, then decide; `after-delay`
   * where the HTTP status asks to wait.
   */
  readonly retry: StatusRetry;
}

/** No answer at all: a timeout, a broken connection, a name that was not found. */
export interface NoResponse {
  readonly name: "NO_RESPONSE";
  /**
   * The error that the client threw. It is not enumerable, since clients put the whole request into
   * it, keys and signatures included: it is absent from JSON and from copies.
   */
  readonly cause?: unknown;
  /** The outcome of `NO_RESPONSE`: `rejected` only where the request cannot have been sent. */
  readonly outcome: "rejected" | "unknown";
  /**
   * The step after `NO_RESPONSE`: `after-delay` where the request cannot have been sent; otherwise
   * first find out what happened.
   */
  readonly retry: "after-delay" | "after-reconcile";
}

/**
 * One thing that is wrong with a body: an issue of Standard Schema, and the keyword that failed.
 */
export interface Issue {
  readonly message: string;
  /** The path in the body; empty for the body itself. */
  readonly path: readonly (string | number)[];
  /**
   * The JSON Schema keyword that failed; `httpStatus` where the status contradicts the body,
   * `schema` where the caller's own schema refused it.
   */
  readonly keyword: string;
}
