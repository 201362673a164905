import type { Failure, Issue } from "./generated/types.js";
import { gravestFailure } from "./gravest-failure.js";
import { toInvalidResponse } from "./invalid-response.js";
import { isJsonContainer } from "./json-data.js";
import { parseResponse } from "./parse-response.js";
import { parseText } from "./parse-text.js";
import { unpolluted } from "./unpolluted.js";

/** The members of the errors and the responses of clients. */
interface ClientFacts {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly code?: unknown;
  readonly response?: unknown;
  readonly status?: unknown;
  readonly statusCode?: unknown;
  readonly data?: unknown;
  readonly error?: unknown;
  readonly _data?: unknown;
  readonly body?: unknown;
  readonly text?: unknown;
  readonly headers?: unknown;
}

/**
 * Reads the response in a client's error, where its body is there without waiting: axios, ofetch,
 * got, undici, Angular. Of a body that was not read (ky, a thrown `Response`) only the status is
 * known. Undefined where the error has no response.
 */
export function readThrownResponse(error: object): Failure | undefined {
  const thrown: ClientFacts = unpolluted(error);
  if (thrown.name === "SyntaxError" && /JSON/.test(String(thrown.message)))
    return toInvalidResponse([issue("is not JSON", "contentMediaType")], null);
  // undici and Angular keep status and body in the error, and a `Response` may be thrown itself. In
  // Angular, a status of 0 says that no response came.
  const isResponse =
    thrown.code === "UND_ERR_RESPONSE" ||
    (thrown.name === "HttpErrorResponse" && thrown.status) ||
    typeof thrown.text === "function";
  const response = isResponse ? thrown : thrown.response;
  if (typeof response !== "object" || response === null) return undefined;
  const { status, statusCode, headers, data, _data, body, text } =
    unpolluted<ClientFacts>(response);
  const httpStatus = [status, statusCode].find((value) => typeof value === "number");
  const bodies = [data, _data, body, text];
  // NestJS keeps the body that it will send under `response`: it may have a status, but no headers.
  const isReceived = isResponse || headers || bodies.some((each) => each !== undefined);
  if (typeof httpStatus !== "number" || !isReceived) return undefined;
  return readBody([thrown.data, ...bodies, thrown.error].find(isReadable), httpStatus);
}

/** Whether a body can be read at once: text, bytes, or what was parsed from JSON. */
function isReadable(body: unknown): boolean {
  try {
    return (
      typeof body === "string" ||
      ArrayBuffer.isView(body) ||
      body instanceof ArrayBuffer ||
      isJsonContainer(body)
    );
  } catch {
    return false;
  }
}

function readBody(body: unknown, httpStatus: number): Failure {
  if (body === undefined) {
    return toInvalidResponse([issue("was not read", "contentMediaType")], httpStatus);
  }
  // Beside text and `Uint8Array`, the decoder takes every other buffer and view.
  const result = isJsonContainer(body)
    ? parseResponse<unknown, unknown>(body, { httpStatus })
    : parseText(body as string | Uint8Array, { httpStatus });
  if (result.kind === "error" || result.kind === "invalid") return gravestFailure(result);
  const message = "reads as a success, though the client threw it";
  return toInvalidResponse([issue(message, "httpStatus")], httpStatus);
}

function issue(message: string, keyword: string): Issue {
  return { message, path: [], keyword };
}
