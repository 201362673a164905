import { checkSuccess, type SuccessSchema } from "./check-success.js";
import { findFailedFlag } from "./failed-flag.js";
import type {
  ApiError,
  BatchItem,
  BatchResult,
  ErrorResult,
  InvalidBatchItem,
  Issue,
  ParsedResponse,
  SuccessResult,
} from "./generated/types.js";
import {
  batchKey,
  codeKey,
  errorPath,
  isSuccessCode,
  messageKeys,
  numericCodes,
} from "./generated/wire.js";
import { identify } from "./identify.js";
import { toInvalidResponse, toInvalidResult } from "./invalid-response.js";
import { describeForeign } from "./json-data.js";
import { judgeByStatus } from "./status-judgement.js";

/** What is known of a response beside its body. */
export interface ResponseContext<Output = unknown> {
  /** The HTTP status. It decides where the body says nothing: a 502 with `{}` is not a success. */
  readonly httpStatus?: number | undefined;
  /**
   * A schema of the success body, from zod, valibot or whatever else makes Standard Schemas. The result
   * has its output, typed; a body that it refuses is invalid. It must validate synchronously.
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
 * is. What no JSON parser gives (a promise, a `Response`, a `Buffer`) is invalid.
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
  const schema = context?.schema;
  return schema === undefined
    ? (read as SuccessResult<Output>)
    : checkSuccess(body, schema, httpStatus);
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
  const foreign = describeForeign(body);
  if (foreign !== undefined) return invalid(body, "type", foreign);
  const error = errorOf(body);
  const isCoded = Object.hasOwn(error, codeKey);
  const code = error[codeKey];
  const isError = isCoded && !isSuccessCode(code);
  let msg: string | undefined;
  for (const key of messageKeys) {
    const text = ownValue(error, key);
    if (text !== undefined && text !== null) {
      if (typeof text !== "string") return invalid(body, "type", "must be a string or null", key);
      msg ??= text;
    }
    // In a success, the other members may be anything.
    if (!isError) break;
  }
  if (isError) {
    if (typeof code === "string" ? code !== "" : numericCodes && Number.isSafeInteger(code))
      return { kind: "error", error: judge(code as string | number, msg, httpStatus), body };
    return invalid(body, "type", "must be a code", codeKey);
  }
  if (httpStatus !== null && httpStatus >= 400)
    return invalid(
      body,
      "httpStatus",
      "contradicts the HTTP status",
      isCoded ? codeKey : undefined,
    );
  const flag = findFailedFlag(body as object);
  if (flag !== undefined) return invalidFor(body, flag);
  if (!isCoded && (msg !== undefined || isOtherError(body as object)))
    return invalid(body, "required", `must have a ${codeKey}`);
  return (mayBeBatch && readBatch(body as object)) || { kind: "success", body };
}

/** The error that the code and the text mean; where they mean none, the HTTP status may say when to try again. */
function judge(
  code: string | number,
  msg: string | undefined,
  httpStatus: number | null,
): ApiError {
  const error = identify(code, msg);
  if (error.name !== "UNRECOGNIZED") return error;
  const { outcome, retry } = judgeByStatus(httpStatus);
  return { ...error, outcome, retry };
}

/** Whether a body without a code speaks of an error all the same: where the API has its errors, or as web frameworks do. */
function isOtherError(body: object): boolean {
  const members = membersOf(body);
  const [first] = errorPath;
  if (first !== undefined && (ownValue(members, first) ?? null) !== null) return true;
  const status = ownValue(members, "status");
  return typeof status === "number" && status >= 400;
}

function readBatch(body: object): BatchResult | undefined {
  const items = batchKey === undefined ? undefined : ownValue(membersOf(body), batchKey);
  if (!Array.isArray(items) || !items.some(hasCode)) return undefined;
  const readItem = (item: unknown, index: number): BatchItem => ({
    index,
    ...(readSafely(item, null, false) as SuccessResult),
  });
  return { kind: "batch", items: Array.from(items, readItem), body };
}

function hasCode(item: unknown): boolean {
  try {
    return Object.hasOwn(errorOf(item), codeKey);
  } catch {
    // An item that cannot be read is invalid, and the others are read all the same.
    return false;
  }
}

type Members = Readonly<Record<string, unknown>>;

const NONE: Members = {};

/** The members of an object. JSON gives none to anything else, arrays included. */
function membersOf(value: unknown): Members {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Members)
    : NONE;
}

/** What holds the code and the text of a body. */
function errorOf(body: unknown): Members {
  let error = membersOf(body);
  for (const key of errorPath) error = membersOf(ownValue(error, key));
  return error;
}

function ownValue(members: Members, key: string): unknown {
  return Object.hasOwn(members, key) ? members[key] : undefined;
}

function invalid(
  body: unknown,
  keyword: string,
  message: string,
  member?: string,
): InvalidBatchItem {
  const path = member === undefined ? [] : [...errorPath, member];
  return invalidFor(body, { message, path, keyword });
}

function invalidFor(body: unknown, issue: Issue): InvalidBatchItem {
  const issues = [issue];
  return { kind: "invalid", error: toInvalidResponse(issues, null), issues, body };
}
