import type {
  BatchItem,
  BatchResponse,
  ErrorResponse,
  Issue,
  ParsedResponse,
  SuccessResponse,
} from "./generated/types.js";
import {
  batchKey,
  codeKey,
  envelopeKey,
  isSuccessCode,
  messageKey,
  numericCodes,
} from "./generated/wire.js";
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
  const status = context?.httpStatus;
  const httpStatus = typeof status === "number" ? status : null;
  const read = readSafely(body, httpStatus !== null && httpStatus >= 400);
  if (read.kind === "success") return readBatch(body) ?? read;
  if (read.kind === "error") return read;
  return {
    kind: "invalid",
    issues: read.issues,
    outcome: "unknown",
    retry: "after-reconcile",
    httpStatus,
    body,
  };
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
    return unreadable(body, "type", [], "must be plain data");
  }
}

/** Reads a body or an item of a batch, by own properties only. The rules stand in the order in which they decide. */
function readBody(body: unknown, failedStatus: boolean): ReadBody {
  if (typeof body !== "object" || body === null) {
    return unreadable(body, "type", [], "must be an object or an array");
  }
  const error = envelopeKey === undefined ? body : ownValue(body, envelopeKey);
  const hasError = isObject(error);
  const msg = hasError ? ownValue(error, messageKey) : undefined;
  if (msg !== undefined && msg !== null && typeof msg !== "string") {
    return unreadable(body, "type", [messageKey], "must be a string or null");
  }
  if (hasError && Object.hasOwn(error, codeKey)) {
    const code = (error as Record<string, unknown>)[codeKey];
    if (isSuccessCode(code)) {
      if (!failedStatus) return { kind: "success", body };
      return unreadable(
        body,
        "httpStatus",
        [codeKey],
        "means success, but the HTTP status does not",
      );
    }
    if (typeof code === "string" ? code !== "" : numericCodes && Number.isSafeInteger(code)) {
      return { kind: "error", error: identify(code as string | number, msg), body };
    }
    return unreadable(
      body,
      "type",
      [codeKey],
      `must be a ${numericCodes ? "non-empty string or an integer" : "non-empty string"}`,
    );
  }
  if (failedStatus)
    return unreadable(body, "httpStatus", [], "has no code, but the HTTP status means failure");
  // In an API with an envelope, the envelope itself speaks of an error.
  if (
    typeof msg === "string" ||
    (envelopeKey !== undefined && error !== undefined && error !== null)
  ) {
    return unreadable(body, "required", [], `must have a ${codeKey}`);
  }
  const status = ownValue(body, "status");
  if (typeof status === "number" && status >= 400 && Object.hasOwn(body, "error")) {
    return unreadable(
      body,
      "required",
      [],
      `must have a ${codeKey}: it is a web framework's own error`,
    );
  }
  return { kind: "success", body };
}

function readBatch(body: unknown): BatchResponse | undefined {
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
    return isObject(error) && Object.hasOwn(error, codeKey);
  } catch {
    return false;
  }
}

/** A body that is no answer of the API; `at` is the path in the error. */
function unreadable(
  body: unknown,
  keyword: string,
  at: readonly string[],
  message: string,
): ReadBody {
  const path = envelopeKey === undefined || at.length === 0 ? at : [envelopeKey, ...at];
  return { kind: "invalid", issues: [{ message, path, keyword }], body };
}

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const ownValue = (value: object, key: string): unknown =>
  Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
