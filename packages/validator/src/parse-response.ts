import type {
  BatchItem,
  BatchResult,
  ErrorResult,
  InvalidBatchItem,
  ParsedResponse,
  SuccessResult,
} from "./generated/types.js";
import {
  batchKey,
  codeKey,
  errorPath,
  isSuccessCode,
  messageKey,
  numericCodes,
} from "./generated/wire.js";
import { identify } from "./identify.js";
import { toInvalidResponse, toInvalidResult } from "./invalid-response.js";

/** What is known of a response beside its body. */
export interface ResponseContext {
  /** The HTTP status. It decides where the body says nothing: a 502 with `{}` is no success. */
  readonly httpStatus?: number | undefined;
}

/**
 * Reads a response body, parsed from JSON, into a typed result. It never throws, whatever the body is, and every
 * result has the body itself.
 *
 * @example
 * const response = parseResponse(body, { httpStatus: 404 });
 * if (response.kind === "error" && response.error.name === "NOT_FOUND") {
 *   console.log(response.error.outcome); // "rejected"
 * }
 */
export function parseResponse(body: unknown, context?: ResponseContext): ParsedResponse {
  const status = context?.httpStatus;
  const httpStatus = typeof status === "number" ? status : null;
  const read = readSafely(body, httpStatus !== null && httpStatus >= 400, true);
  if (read.kind !== "invalid") return read;
  return toInvalidResult(read.issues, body, httpStatus);
}

type ReadBody = SuccessResult | ErrorResult | BatchResult | InvalidBody;
type InvalidBody = InvalidBatchItem;

/** A getter or a proxy that throws is a result too: no JSON parser makes such a body. */
function readSafely(body: unknown, failed: boolean, mayBeBatch: boolean): ReadBody {
  try {
    return readBody(body, failed, mayBeBatch);
  } catch {
    return invalid(body, "type", "must be plain data");
  }
}

/**
 * Reads a body or an item of a batch, by own properties only. The rules stand in the order in which they decide;
 * `failed` is whether the HTTP status says so.
 */
function readBody(body: unknown, failed: boolean, mayBeBatch: boolean): ReadBody {
  if (typeof body !== "object" || body === null) {
    return invalid(body, "type", "must be an object or an array");
  }
  const error = errorOf(body);
  const msg = ownValue(error, messageKey);
  if (msg !== undefined && msg !== null && typeof msg !== "string") {
    return invalid(body, "type", "must be a string or null", messageKey);
  }
  if (Object.hasOwn(error, codeKey)) {
    const code = error[codeKey];
    if (!isSuccessCode(code)) {
      if (typeof code === "string" ? code !== "" : numericCodes && Number.isSafeInteger(code)) {
        return { kind: "error", error: identify(code as string | number, msg), body };
      }
      return invalid(body, "type", "must be a code", codeKey);
    }
    if (failed) {
      return invalid(body, "httpStatus", "contradicts the HTTP status", codeKey);
    }
  } else if (failed) {
    return invalid(body, "httpStatus", "contradicts the HTTP status");
  } else if (typeof msg === "string" || isOtherError(body)) {
    return invalid(body, "required", `must have a ${codeKey}`);
  }
  return (mayBeBatch && readBatch(body)) || { kind: "success", body };
}

/** Whether a body without a code speaks of an error all the same: in the API's envelope, or a web framework's own. */
function isOtherError(body: object): boolean {
  const members = membersOf(body);
  const [envelope] = errorPath;
  if (envelope !== undefined && (ownValue(members, envelope) ?? null) !== null) return true;
  const status = ownValue(members, "status");
  return typeof status === "number" && status >= 400 && Object.hasOwn(members, "error");
}

function readBatch(body: object): BatchResult | undefined {
  const items = batchKey === undefined ? undefined : ownValue(membersOf(body), batchKey);
  if (!Array.isArray(items) || !items.some((item) => Object.hasOwn(errorOf(item), codeKey))) {
    return undefined;
  }
  const readItem = (item: unknown, index: number): BatchItem => ({
    index,
    ...(readSafely(item, false, false) as SuccessResult),
  });
  return { kind: "batch", items: Array.from(items, readItem), body };
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

function invalid(body: unknown, keyword: string, message: string, member?: string): InvalidBody {
  const path = member === undefined ? [] : [...errorPath, member];
  const issues = [{ message, path, keyword }];
  return { kind: "invalid", error: toInvalidResponse(issues, null), issues, body };
}
