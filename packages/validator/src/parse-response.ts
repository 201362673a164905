import { checkSuccess, type SuccessSchema } from "./check-success.js";
import { errorOf, hasCode, type Members, membersOf, ownValue } from "./error-of.js";
import type {
  ApiError,
  BatchItem,
  BatchResult,
  ErrorResult,
  InvalidBatchItem,
  InvalidResult,
  Issue,
  ParsedResponse,
  SuccessResult,
} from "./generated/types.js";
import {
  batchKey,
  codeKey,
  errorPath,
  findFailedFlag,
  isSuccessCode,
  messageKey,
  numericCodes,
  otherMessageKeys,
  statuses,
} from "./generated/wire.js";
import { identify } from "./identify.js";
import { toInvalidResponse, toInvalidResult } from "./invalid-response.js";
import { hasHoles, isClientResponse, isJsonContainer, NOT_A_BODY } from "./json-data.js";

/** What is known of a response beside its body. */
export interface ResponseContext<Output = unknown> {
  /** The HTTP status. It decides where the body says nothing: a 502 with `{}` is not a success. */
  readonly httpStatus?: number | undefined;
  /**
   * A schema of the success body, from zod, valibot or whatever else makes Standard Schemas. The
   * result has its output, typed; a body that it refuses is invalid. It must validate
   * synchronously.
   */
  readonly schema?: SuccessSchema<Output> | undefined;
}

/** A body in the type of the parameter: a promise and a whole response are type errors. */
export type ParsedBody<Body> = Body extends
  | PromiseLike<unknown>
  | { text(): PromiseLike<string> }
  | { readonly config: unknown; readonly data: unknown; readonly headers: unknown }
  | ArrayBufferView
  | ReadonlyMap<unknown, unknown>
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
  const status = context?.httpStatus;
  const httpStatus = typeof status === "number" ? status : null;
  const read = readSafely(body, httpStatus, true);
  if (read.kind === "invalid") return toInvalidResult(read.issues, body, httpStatus);
  if (read.kind !== "success") return read;
  if (status !== undefined && !Number.isFinite(status)) return invalidStatus(body);
  const schema = context?.schema;
  return schema === undefined
    ? (read as SuccessResult<Output>)
    : checkSuccess(body, schema, httpStatus);
}

/** A status that is not a number would let a failure pass as a success. */
function invalidStatus(body: unknown): InvalidResult {
  const message = "came with an HTTP status that is not a number";
  return toInvalidResult([{ message, path: [], keyword: "httpStatus" }], body, null);
}

type ReadBody = SuccessResult | ErrorResult | BatchResult | InvalidBatchItem;

/** A getter or a proxy that throws is a result too: no JSON parser makes such a body. */
function readSafely(body: unknown, httpStatus: number | null, mayBeBatch: boolean): ReadBody {
  try {
    return readBody(body, httpStatus, mayBeBatch);
  } catch {
    return invalid(body, "type", "must be plain data");
  }
}

/**
 * Reads a body or an item of a batch, by own properties only. The rules are in the order in which
 * they decide.
 */
function readBody(body: unknown, httpStatus: number | null, mayBeBatch: boolean): ReadBody {
  if (!isJsonContainer(body)) return invalid(body, "type", NOT_A_BODY);
  const error = errorOf(body);
  const msg = ownValue(error, messageKey) ?? undefined;
  if (msg !== undefined && typeof msg !== "string")
    return invalid(body, "type", "must be a string or null", messageKey);
  const isCoded = Object.hasOwn(error, codeKey);
  const code = error[codeKey];
  if (isCoded && !isSuccessCode(code)) return readError(body, error, msg, httpStatus);
  const issue = describeFailure(body, isCoded, msg !== undefined, httpStatus);
  if (issue !== undefined) return invalidFor(body, issue);
  return (mayBeBatch && readBatch(body)) || { kind: "success", body };
}

/** Reads an error with its code. */
function readError(
  body: unknown,
  error: Members,
  msg: string | undefined,
  httpStatus: number | null,
): ErrorResult | InvalidBatchItem {
  const code = error[codeKey];
  const isCode =
    typeof code === "string" ? code !== "" : numericCodes && Number.isSafeInteger(code);
  if (!isCode) return invalid(body, "type", "must be a code", codeKey);
  const text = msg ?? otherMessage(error);
  return { kind: "error", error: judge(code as string | number, text, httpStatus), body };
}

/** Returns why a body without an error's code is not a success; undefined where it is one. */
function describeFailure(
  body: object,
  isCoded: boolean,
  hasText: boolean,
  httpStatus: number | null,
): Issue | undefined {
  if (httpStatus !== null && httpStatus >= 400) {
    const path = isCoded ? [...errorPath, codeKey] : [];
    return { message: "contradicts the HTTP status", path, keyword: "httpStatus" };
  }
  const flag = findFailedFlag(body);
  if (flag !== undefined) {
    const [key, keyword] = flag;
    return { message: "does not say that the request succeeded", path: [key], keyword };
  }
  if (isCoded) return undefined;
  if (isClientResponse(body)) return { message: NOT_A_BODY, path: [], keyword: "type" };
  if (!hasText && !isOtherError(body)) return undefined;
  return { message: `must have a ${codeKey}`, path: [], keyword: "required" };
}

/** The text where the main member has none. */
function otherMessage(error: Members): string | undefined {
  for (const key of otherMessageKeys) {
    const text = ownValue(error, key);
    if (typeof text === "string") return text;
  }
  return undefined;
}

/**
 * The error that the code and the text mean; where they mean none, the HTTP status may say when to
 * try again.
 */
function judge(
  code: string | number,
  msg: string | undefined,
  httpStatus: number | null,
): ApiError {
  const error = identify(code, msg);
  if (error.name !== "UNRECOGNIZED" || httpStatus === null || httpStatus < 400) return error;
  return { ...error, ...statuses[httpStatus] };
}

/**
 * Whether a body without a code speaks of an error all the same: where the API has its errors, or
 * as web frameworks do.
 */
function isOtherError(body: object): boolean {
  const members = membersOf(body);
  const [first] = errorPath;
  if (first !== undefined && (ownValue(members, first) ?? null) !== null) return true;
  const status = ownValue(members, "status");
  return typeof status === "number" && status >= 400;
}

function readBatch(body: object): BatchResult | InvalidBatchItem | undefined {
  const items = batchKey === undefined ? undefined : ownValue(membersOf(body), batchKey);
  if (!Array.isArray(items)) return undefined;
  if (hasHoles(items)) return invalidAt(body, "type", NOT_A_BODY, [batchKey as string]);
  if (!items.some(hasCode)) return undefined;
  const readItem = (item: unknown, index: number): BatchItem => ({
    index,
    ...(readSafely(item, null, false) as SuccessResult),
  });
  return { kind: "batch", items: Array.from(items, readItem), body };
}

function invalid(
  body: unknown,
  keyword: string,
  message: string,
  member?: string,
): InvalidBatchItem {
  return invalidAt(body, keyword, message, member === undefined ? [] : [...errorPath, member]);
}

function invalidAt(
  body: unknown,
  keyword: string,
  message: string,
  path: Issue["path"],
): InvalidBatchItem {
  return invalidFor(body, { message, path, keyword });
}

function invalidFor(body: unknown, issue: Issue): InvalidBatchItem {
  const issues = [issue];
  return { kind: "invalid", error: toInvalidResponse(issues, null), issues, body };
}
