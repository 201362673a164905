import type { ApiError } from "./api-error.js";

/** What a response body says. Narrow it by `kind`; `body` is the body as it was given, by identity. */
export type ParsedResponse = SuccessResponse | ErrorResponse | BatchResponse | InvalidResponse;

/** The request succeeded. */
export interface SuccessResponse {
  readonly kind: "success";
  readonly body: unknown;
}

/** The request failed, and the API says why. */
export interface ErrorResponse {
  readonly kind: "error";
  readonly error: ApiError;
  readonly body: unknown;
}

/** The answer to a request that covers several things: each item says what became of it. */
export interface BatchResponse {
  readonly kind: "batch";
  /** Every item of the answer. Its place is not the request's: match by the ids in its body. */
  readonly items: readonly BatchItem[];
  readonly body: unknown;
}

/** One item of a batch; `index` is its place in the answer, from 0. */
export type BatchItem = { readonly index: number } & (
  | SuccessResponse
  | ErrorResponse
  | { readonly kind: "invalid"; readonly issues: readonly Issue[]; readonly body: unknown }
);

/** Not an answer of the API: HTML, `null`, a number, a code of a wrong type. What became of the request is not known. */
export interface InvalidResponse {
  readonly kind: "invalid";
  readonly issues: readonly Issue[];
  readonly outcome: "unknown";
  readonly retry: "after-reconcile";
  /** The HTTP status that was given with the body; `null` if none was. */
  readonly httpStatus: number | null;
  readonly body: unknown;
}

/** What is wrong with a body: Standard Schema's issue, and the keyword that failed. */
export interface Issue {
  readonly message: string;
  /** Where in the body; empty for the body itself. */
  readonly path: readonly (string | number)[];
  /** The JSON Schema keyword that failed, or `httpStatus` where the status contradicts the body. */
  readonly keyword: string;
}
