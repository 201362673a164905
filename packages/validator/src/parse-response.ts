import type {
  BatchItem,
  ErrorResponse,
  InvalidResponse,
  Issue,
  ParsedResponse,
  SuccessResponse,
} from "./generated/types.js";
import { batchKey, codeKey, envelopeKey, messageKey, successCodes } from "./generated/wire.js";
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
  try {
    const read = readBody(body, httpStatus !== undefined && httpStatus >= 400);
    if (read.kind === "invalid") return invalid(read.issues, httpStatus, body);
    return read.kind === "success" ? (readBatch(body) ?? read) : read;
  } catch {
    // A getter or a proxy that throws: no JSON parser makes such a body.
    return invalid(
      [issue("type", [], "must be plain data, but reading it throws")],
      httpStatus,
      body,
    );
  }
}

type ReadBody =
  | SuccessResponse
  | ErrorResponse
  | { readonly kind: "invalid"; readonly issues: readonly Issue[]; readonly body: unknown };

/** Reads a body or an item of a batch, by own properties only. The rules stand in the order in which they decide. */
function readBody(body: unknown, failedStatus: boolean): ReadBody {
  if (typeof body !== "object" || body === null) {
    return unreadable(body, "type", [], "must be an object or an array");
  }
  const error = envelopeKey === undefined ? body : ownValue(body, envelopeKey);
  if (isObject(error) && hasOwn(error, codeKey)) return readCode(body, error, failedStatus);
  if (failedStatus)
    return unreadable(
      body,
      "httpStatus",
      [],
      "has no code, though the HTTP status says that the request failed",
    );
  if (isObject(error) && typeof ownValue(error, messageKey) === "string") {
    return unreadable(body, "required", path(), `has a ${messageKey} but no ${codeKey}`);
  }
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

function readCode(body: object, error: object, failedStatus: boolean): ReadBody {
  const code = ownValue(error, codeKey);
  if (successCodes.includes(code as string | number)) {
    if (!failedStatus) return { kind: "success", body };
    return unreadable(
      body,
      "httpStatus",
      path(codeKey),
      "is a success code, though the HTTP status says that the request failed",
    );
  }
  if (!(typeof code === "string" ? code !== "" : Number.isSafeInteger(code))) {
    return unreadable(body, "type", path(codeKey), "must be a non-empty string or an integer");
  }
  const msg = ownValue(error, messageKey);
  if (msg !== undefined && msg !== null && typeof msg !== "string") {
    return unreadable(body, "type", path(messageKey), "must be a string or null");
  }
  return { kind: "error", error: identify(code as string | number, msg), body };
}

function readBatch(body: unknown): ParsedResponse | undefined {
  if (batchKey === undefined || Array.isArray(body)) return undefined;
  const items = ownValue(body as object, batchKey);
  if (!Array.isArray(items) || !items.some((item) => isObject(item) && hasOwn(item, codeKey)))
    return undefined;
  return {
    kind: "batch",
    items: Array.from(items, (item, index): BatchItem => ({ index, ...readBody(item, false) })),
    body,
  };
}

function unreadable(body: unknown, keyword: string, at: Issue["path"], message: string): ReadBody {
  return { kind: "invalid", issues: [issue(keyword, at, message)], body };
}

function issue(keyword: string, at: Issue["path"], message: string): Issue {
  return { message, path: at, keyword };
}

function invalid(
  issues: readonly Issue[],
  httpStatus: number | undefined,
  body: unknown,
): InvalidResponse {
  return {
    kind: "invalid",
    issues,
    outcome: "unknown",
    retry: "after-reconcile",
    httpStatus: httpStatus ?? null,
    body,
  };
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
