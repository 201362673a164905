import type { ApiError } from "./generated/types.js";

/** What an error response is thrown with. */
export interface ResponseErrorOptions {
  /** What led to it, such as the failed request. */
  readonly cause?: unknown;
  /** The response body. */
  readonly body?: unknown;
}

/** An error response as an exception. Each API has a class of its own made from this one. */
export class ResponseError<E extends ApiError = ApiError> extends Error {
  /** What the response says. */
  readonly error: E;
  /** The response body, where it was given. */
  readonly body: unknown;

  constructor(error: E, options?: ResponseErrorOptions) {
    const text = error.msg === null ? "" : `: ${error.msg}`;
    super(
      `${error.name} (${error.code})${text}`,
      options?.cause === undefined ? undefined : { cause: options.cause },
    );
    this.error = error;
    this.body = options?.body;
  }

  /** The error as plain data for a log: without the body, which may hold anything, and without the stack. */
  toJSON(): { readonly name: string; readonly message: string; readonly error: E } {
    return { name: this.name, message: this.message, error: this.error };
  }
}

/** Recognises a class by its name, so that two copies of the package know each other's errors. */
export function isResponseError(
  value: unknown,
  className: string,
  name: string | undefined,
): boolean {
  try {
    if (Object.prototype.toString.call(value) !== "[object Error]") return false;
    const { name: ownClass, error } = value as Partial<ResponseError>;
    return ownClass === className && error != null && (name === undefined || error.name === name);
  } catch {
    return false;
  }
}
