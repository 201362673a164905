import type { ApiError } from "./api-error.js";
import type { InvalidResponse, Issue } from "./failure.js";
import type { ListedErrors } from "./generated/entries.js";

/**
 * The meaning of a response body. Narrow it by `kind`. `Body` is the type of a success, where a
 * schema has checked it.
 */
export type ParsedResponse<Body = unknown> =
  | SuccessResult<Body>
  | ErrorResult
  | BatchResult
  | InvalidResult;

/** The request succeeded. */
export interface SuccessResult<Body = unknown> {
  readonly kind: "success";
  /** The body as it was given; the schema's output where one was given. */
  readonly body: Body;
}

/** The request failed, and the API says why. */
export interface ErrorResult extends ListedErrors {
  readonly kind: "error";
  readonly error: ApiError;
  /** The body as it was given. */
  readonly body: unknown;
}

/** The answer to a request that covers several things: each item says what became of it. */
export interface BatchResult {
  readonly kind: "batch";
  /** Every item of the answer, in any order: match items and requests by the ids in the bodies. */
  readonly items: readonly BatchItem[];
  /** The body as it was given. */
  readonly body: unknown;
}

/** One item of a batch; `index` is its place in the answer, from 0. */
export type BatchItem = { readonly index: number } & (
  | SuccessResult
  | ErrorResult
  | InvalidBatchItem
);

/** An item that is not the API's. */
export interface InvalidBatchItem {
  readonly kind: "invalid";
  readonly error: InvalidResponse;
  readonly issues: readonly Issue[];
  /** The item as received. */
  readonly body: unknown;
}

/**
 * Not an answer of the API: HTML, `null`, a number, a code of a wrong type. `error` is all of it as
 * a failure; its members are here too.
 */
export interface InvalidResult {
  readonly kind: "invalid";
  readonly error: InvalidResponse;
  readonly issues: InvalidResponse["issues"];
  readonly outcome: InvalidResponse["outcome"];
  readonly retry: InvalidResponse["retry"];
  readonly httpStatus: InvalidResponse["httpStatus"];
  /** The body as it was given; the text where it could not be parsed. */
  readonly body: unknown;
}
