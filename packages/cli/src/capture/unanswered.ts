import type { NoResponse } from "../generated/types.js";
import { failureOf } from "../generated/validator.js";
import type { Answer, Unanswered } from "./answer.js";
import { type Members, membersOf } from "./members.js";
import { LOST, UNSENT } from "./no-response.js";
import { readOwnText } from "./own-failure.js";
import { toErrorResult } from "./read-body.js";
import { requestOf } from "./request-of.js";
import { statusOf } from "./status-of.js";

/** Matches words of browsers for a request that was not sent. */
const NEVER_SENT =
  /ERR_(?:BLOCKED_BY|NAME_NOT_RESOLVED|CONNECTION_REFUSED|INTERNET_DISCONNECTED|ADDRESS_|CERT_|SSL_|PROXY_)/;

/**
 * Returns the failure of a browser's request without an answer: its status is 0, or -1 where
 * Playwright recorded it. An error that is named beside a status broke off a body that is missing.
 */
export function unansweredInBrowser(response: Members, body?: string): Unanswered | undefined {
  const { status, _error, _failureText = _error } = response;
  if (typeof status !== "number" || (status > 0 && (body || !_failureText))) return undefined;
  return { kind: "none", error: status > 0 ? LOST : readBrowserError(_failureText) };
}

/** Returns what the error of a browser says of a request without an answer. */
export function readBrowserError(error: unknown): NoResponse {
  return typeof error === "string" && NEVER_SENT.test(error) ? UNSENT : LOST;
}

/**
 * Returns what an exception in a log says: one of the generated packages has the failure itself, a
 * client's says that no answer came. Loggers keep the name of an exception as its type.
 */
export function readThrown(thrown: Members): Answer["result"] | undefined {
  const own = membersOf(thrown.failure);
  if (typeof own?.code === "string") {
    const msg = typeof own.msg === "string" ? own.msg : undefined;
    return toErrorResult(own.code, msg);
  }
  // A client's exception that names a status had an answer.
  if (statusOf(thrown) !== undefined) return undefined;
  const { name, type, code, message, syscall } = thrown;
  const lost = failureOf({ name: name ?? type, code, message, syscall });
  return lost?.name === "NO_RESPONSE" ? { kind: "none", error: lost } : undefined;
}

/** Matches words of clients for a request that was sent and had no answer. */
const LOST_TEXT =
  /\b(?:(?:read|request) ?time(?:d ?)?out|timeout of \d{1,9} ?ms exceeded|ECONNRESET|ECONNABORTED|socket hang up|connection reset by peer|(?:remote|server) ?disconnected|context deadline exceeded|Client\.Timeout exceeded|curl(?:: \(| error )(?:18|28|52|55|56)\b|(?:httpx|httpcore)\.(?:Read|Write)(?:Error|Timeout))/i;
const UNSENT_TEXT =
  /\b(?:dial tcp|connect ETIMEDOUT|connect ?time(?:d ?)?out|curl(?:: \(| error )[67]\b|NewConnectionError|NameResolutionError|ClientConnector\w*Error|(?:httpx|httpcore)\.ConnectError|UnknownHostException)/i;

/** The names of exceptions that do not say whether the request was sent: it may have been. */
const MAYBE_LOST_TEXT =
  /\b(?:requests\.exceptions\.(?:ConnectionError|Timeout)|SocketTimeoutException)\b/;

/** Returns what the words of a client say of a request that got no answer. */
export function readWords(text: string): NoResponse | undefined {
  const start = text.slice(0, 5000);
  if (LOST_TEXT.test(start)) return LOST;
  if (UNSENT_TEXT.test(start)) return UNSENT;
  return MAYBE_LOST_TEXT.test(start) ? LOST : undefined;
}

/**
 * Reads what a text without JSON says, such as `POST https://... request timed out`. That counts
 * only with a method and an address, in the text or in what it stood in: databases time out too.
 */
export function readPlainText(
  text: string,
  records: readonly unknown[],
  status: number | undefined,
): Answer | undefined {
  const own = readOwnText(text, records);
  if (own !== undefined || status !== undefined) return own;
  if (readWords(text) !== LOST || UNSENT_TEXT.test(text.slice(0, 5000))) return undefined;
  const { method, path } = requestOf(records);
  if (method === undefined || path === undefined) return undefined;
  return { result: { kind: "none", error: LOST }, status, records };
}
