import type { ParsedResponse } from "./generated/types.js";
import { toInvalidResult } from "./invalid-response.js";
import { parseResponse } from "./parse-response.js";

/** What is needed of a `Response`: that of a browser, of Node, of any runtime or test double. */
export interface ReadableResponse {
  readonly status: number;
  /** The body as text, decoded as UTF-8 whatever the headers say. */
  text(): Promise<string>;
}

/**
 * Reads the body of a response once, and gives what `parseResponse` says of it. The content type plays no part: what is
 * JSON is parsed, and anything else (HTML, nothing at all, JSON that was cut off) is `invalid` with the text as `body`.
 *
 * It rejects only if the body cannot be read, because the connection broke off, was aborted, or the body was read
 * before; the reason is the error's `cause`. Then the request may have been executed.
 *
 * @example
 * const response = await parseFetchResponse(await fetch(url, { method: "POST", signal }));
 */
export async function parseFetchResponse(response: ReadableResponse): Promise<ParsedResponse> {
  let text: string;
  try {
    text = await response.text();
  } catch (cause) {
    throw new Error("the response body cannot be read; the request may have been executed", {
      cause,
    });
  }
  const { status: httpStatus } = response;
  let body: unknown;
  try {
    // A byte order mark that the runtime left in place is no part of the JSON.
    body = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    const message = text.trim() === "" ? "is empty" : "is not JSON";
    return toInvalidResult([{ message, path: [], keyword: "contentMediaType" }], text, httpStatus);
  }
  return parseResponse(body, { httpStatus });
}
