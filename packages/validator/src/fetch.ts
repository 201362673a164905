import { ApiException } from "./generated/error-class.js";
import type { ParsedResponse } from "./generated/types.js";
import { toNoResponse } from "./no-response.js";
import { parseText, type TextContext } from "./parse-text.js";

/** The members needed of a `Response`: of a browser, of Node, of any runtime or test double. */
export interface ReadableResponse {
  readonly status: number;
  /** The body as text, decoded as UTF-8 whatever the headers say. */
  text(): Promise<string>;
}

/** The facts about a response that knows its own status. */
export type FetchContext<Output = unknown> = Pick<TextContext<Output>, "schema" | "parse">;

/**
 * Reads the body of a response once, and returns what `parseText` says of it. The content type
 * plays no part: what is JSON is parsed, and anything else is `invalid` with the text as `body`.
 *
 * It rejects only if the body cannot be read, because the connection broke off, was aborted, or the
 * body was read before: with an exception whose `failure` is `NO_RESPONSE` and whose outcome is
 * unknown, since the request was sent. A client's timeout may end at the headers: pass a `signal`.
 * In Node 20 and 22, none ends the wait for a body that cannot be decompressed: stop waiting
 * yourself.
 *
 * @example
 * const response = await parseFetchResponse(await fetch(url, { method: "POST", signal }));
 */
export async function parseFetchResponse<Output = unknown>(
  response: ReadableResponse,
  context: FetchContext<Output> = {},
): Promise<ParsedResponse<Output>> {
  let text: string;
  try {
    text = await response.text();
  } catch (cause) {
    throw new ApiException(toNoResponse(cause, true), { cause });
  }
  const { schema, parse } = context;
  return parseText(text, { httpStatus: response.status, schema, parse });
}
