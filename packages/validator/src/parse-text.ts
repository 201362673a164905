import type { ParsedResponse } from "./generated/types.js";
import { toInvalidResult } from "./invalid-response.js";
import { parseResponse, type ResponseContext } from "./parse-response.js";

/** The facts about a response beside its text. */
export interface TextContext<Output = unknown> extends ResponseContext<Output> {
  /**
   * The JSON parser; default: `JSON.parse`, which rounds integers of more than 15 digits. Pass one
   * that keeps them as strings or bigints. Smaller integers must stay numbers: a code that is not a
   * string or a number is invalid.
   */
  readonly parse?: ((text: string) => unknown) | undefined;
}

/** Part of every runtime's globals, but not of the language's own. */
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

/**
 * Reads a response body that is still text: a line of a log, a message of a queue or a WebSocket,
 * the `body` of got. Bytes are decoded as UTF-8. What is JSON is read by `parseResponse`; anything
 * else (HTML, nothing at all, JSON that was cut off) is invalid, with the text as its `body`. It
 * never throws.
 *
 * @example
 * const response = parseText(text, { httpStatus: 200 });
 */
export function parseText<Output = unknown>(
  text: string | Uint8Array,
  context?: TextContext<Output>,
): ParsedResponse<Output> {
  let source: string | Uint8Array = text;
  let body: unknown;
  try {
    if (typeof text !== "string") source = new TextDecoder().decode(text);
    // A byte order mark that the runtime left in place is not part of the JSON.
    body = (context?.parse ?? JSON.parse)((source as string).replace(/^\uFEFF/, ""));
  } catch {
    const isEmpty = typeof source === "string" && source.trim() === "";
    const message = isEmpty ? "is empty" : "is not JSON";
    const httpStatus = context?.httpStatus;
    return toInvalidResult(
      [{ message, path: [], keyword: "contentMediaType" }],
      source,
      Number.isFinite(httpStatus) ? (httpStatus as number) : null,
    );
  }
  return parseResponse<Output>(body, context);
}
