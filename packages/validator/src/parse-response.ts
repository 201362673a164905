import type {
  BatchItem,
  ErrorResponse,
  Issue,
  ParsedResponse,
  SuccessResponse,
} from "./generated/types.js";
import { batchKey, codeKey, envelopeKey, isSuccessCode, messageKey } from "./generated/wire.js";
import { identify } from "./identify.js";

/** What is known of a response beside its body. */
export interface ResponseContext {
  /** The HTTP status. It decides where the body says nothing: a 502 with `{}` is no success. */
  readonly httpStatus?: number | undefined;
}

/**
 * Reads a response body, parsed from JSON, into a typed result. It never throws, whatever it is given, and every
 * result has the body itself.
 *
 * @example
 * const response = parseResponse({ code: "0211", msg: "Order not found" });
 * if (response.kind === "error" && response.error.name === "ORDER_NOT_FOUND") {
 *   console.log(response.error.outcome); // "rejected"
 * }
 */
export function parseResponse(body: unknown, context?: ResponseContext): ParsedResponse {
  const httpStatus = context?.httpStatus;
  const read = readSafely(body, httpStatus !== undefined && httpStatus >= 400);
  if (read.kind === "success") return readBatch(body) ?? read;
  if (read.kind === "error") return read;
  const { issues } = read;
  const outcome = "unknown";
  const retry = "after-reconcile";
  return { kind: "invalid", issues, outcome, retry, httpStatus: httpStatus ?? null, body };
}

type ReadBody =
  | SuccessResponse
  | ErrorResponse
  | { readonly kind: "invalid"; readonly issues: readonly Issue[]; readonly body: unknown };

/** A getter or a proxy that throws is a result too: no JSON parser makes such a body. */
function readSafely(body: unknown, failedStatus: boolean): ReadBody {
  try {
    return readBody(body, failedStatus);
  } catch {
    return unreadable(body, "type", [], "must be plain data, but reading it throws");
  }
}

/** Reads a body or an item of a batch, by own properties only. The rules stand in the order in which they decide. */
function readBody(body: unknown, failedStatus: boolean): ReadBody {
  if (typeof body !== "object" || body === null) {
    return unreadable(body, "type", [], "must be an object or an array");
  }
  const error = envelopeKey === undefined ? body : ownValue(body, envelopeKey);
  const msg = isObject(error) ? ownValue(error, messageKey) : undefined;
  if (msg !== undefined && msg !== null && typeof msg !== "string") {
    return unreadable(body, "type", path(messageKey), "must be a string or null");
  }
  if (isObject(error) && hasOwn(error, codeKey)) return readCode(body, error, msg, failedStatus);
  if (failedStatus) {
    const message = "has no code, though the HTTP status says that the request failed";
    return unreadable(body, "httpStatus", [], message);
  }
  if (typeof msg === "string")
    return unreadable(body, "required", path(), `has a ${messageKey} but no ${codeKey}`);
  const status = ownValue(body, "status");
  if (typeof status === "number" && status >= 400 && hasOwn(body, "error")) {
    return unreadable(
      body,
      "required",
      path(),
      "has a status and an error, but no code: a web framework's own answer",
    );
  }
  return { kind: "success", body };
}

function readCode(
  body: object,
  error: object,
  msg: string | null | undefined,
  failedStatus: boolean,
): ReadBody {
  const code = (error as Record<string, unknown>)[codeKey];
  if (isSuccessCode(code)) {
    if (!failedStatus) return { kind: "success", body };
    const message = "is a success code, though the HTTP status says that the request failed";
    return unreadable(body, "httpStatus", path(codeKey), message);
  }
  if (typeof code === "string" ? code !== "" : Number.isSafeInteger(code)) {
    return { kind: "error", error: identify(code as string | number, msg), body };
  }
  return unreadable(body, "type", path(codeKey), "must be a non-empty string or an integer");
}

function readBatch(body: unknown): ParsedResponse | undefined {
  if (batchKey === undefined || Array.isArray(body)) return undefined;
  try {
    const items = ownValue(body as object, batchKey);
    if (!Array.isArray(items) || !items.some(hasCode)) return undefined;
    const readItem = (item: unknown, index: number): BatchItem => ({
      index,
      ...readSafely(item, false),
    });
    return { kind: "batch", items: Array.from(items, readItem), body };
  } catch {
    return undefined;
  }
}

/** Whether an item of a batch has a code of its own. */
function hasCode(item: unknown): boolean {
  try {
    const error = envelopeKey === undefined ? item : ownValue(Object(item), envelopeKey);
    return isObject(error) && hasOwn(error, codeKey);
  } catch {
    return false;
  }
}

function unreadable(body: unknown, keyword: string, at: Issue["path"], message: string): ReadBody {
  return { kind: "invalid", issues: [{ message, path: at, keyword }], body };
}

/** The path of a member of the error, in the envelope if there is one. */
function path(member?: string): Issue["path"] {
  return [envelopeKey, member].filter((key) => key !== undefined);
}

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const hasOwn = (value: object, key: string): boolean => Object.hasOwn(value, key);

const ownValue = (value: object, key: string): unknown =>
  hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
