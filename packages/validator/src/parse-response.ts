import { checkSuccess, type SuccessSchema } from "./check-success.js";
import { readBody } from "./generated/reader.js";
import type { ParsedResponse, SuccessResult } from "./generated/types.js";
import { toInvalidResult } from "./invalid-response.js";

/** The facts about a response beside its body. */
export interface ResponseContext<Output = unknown> {
  /**
   * The HTTP status. It decides where the body says nothing: a 502 with `{}` is not a success.
   * Leave it out where it is not known: under a value that is not a number, nothing is a success.
   */
  readonly httpStatus?: number | undefined;
  /**
   * A schema of the success body, from zod, valibot or whatever else makes Standard Schemas. The
   * result has its output, typed; a body that it refuses is invalid. It must validate
   * synchronously.
   */
  readonly schema?: SuccessSchema<Output> | undefined;
}

/**
 * A body in the type of the parameter: a promise, a method that was not called, bytes, a whole
 * response and the result of reading one are type errors. A type variable may be any of these:
 * pass its values as `unknown`.
 */
export type ParsedBody<Body> = Body extends
  | PromiseLike<unknown>
  | { text(): PromiseLike<string> }
  | { readonly config: unknown; readonly data: unknown; readonly headers: unknown }
  | ((...args: never) => unknown)
  | ArrayBuffer
  | ArrayBufferView
  | ReadonlyMap<unknown, unknown>
  | ReadonlySet<unknown>
  | { readonly kind: ParsedResponse["kind"]; readonly body: unknown }
  ? never
  : Body;

/**
 * Reads a response body, parsed from JSON, into a typed result. It never throws, whatever the body
 * is. What no JSON parser returns (a promise, a `Response`, a `Buffer`) is invalid.
 *
 * @example
 * const response = parseResponse(body, { httpStatus: 400 });
 * if (response.kind === "error") {
 *   console.log(response.error.name, response.error.outcome);
 * }
 */
export function parseResponse<Output = unknown, Body = unknown>(
  body: ParsedBody<Body>,
  context?: ResponseContext<Output>,
): ParsedResponse<Output> {
  const { httpStatus: given, schema } = context ?? {};
  // A status from there is nobody's: under it, nothing is a success.
  const isForeign = "httpStatus" in Object.prototype && !Object.hasOwn(context ?? {}, "httpStatus");
  const status = isForeign ? Number.NaN : given;
  const httpStatus = Number.isFinite(status) ? (status as number) : null;
  // A status that is not a number would let a failure pass as a success.
  const read = readBody(body, status === undefined ? 0 : (httpStatus ?? Infinity), true);
  if (read.kind === "invalid") return toInvalidResult(read.issues, body, httpStatus);
  return read.kind === "success" && schema !== undefined
    ? checkSuccess(body, schema, httpStatus)
    : (read as SuccessResult<Output>);
}
