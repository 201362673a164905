import type { NoResponse } from "../../generated/types.js";
import { failureOf } from "../../generated/validator.js";
import type { Members } from "../../json/members.js";
import type { Unanswered } from "../answer.js";
import { LOST, UNSENT } from "./no-response.js";
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
 * Returns what a client's exception in a log says of a request that got no answer. Loggers keep the
 * name of an exception as its type.
 */
export function readThrown(thrown: Members): Unanswered | undefined {
  // A client's exception that names a status had an answer.
  if (statusOf(thrown) !== undefined) return undefined;
  const { name, type, code, message, syscall } = thrown;
  const lost = failureOf({ name: name ?? type, code, message, syscall });
  if (lost?.name !== "NO_RESPONSE") return undefined;
  // ccxt says only in its message that there was no connection.
  const isUnsent = typeof message === "string" && readWords(message) === UNSENT;
  return { kind: "none", error: isUnsent ? UNSENT : lost };
}

/** Matches words of clients for a request that was sent and had no answer. */
const LOST_TEXT =
  /\b(?:(?:read|request) ?time(?:d ?)?out|timeout of \d{1,9} ?ms exceeded|ECONNRESET|ECONNABORTED|socket hang up|connection reset by peer|(?:remote|server) ?disconnected|context deadline exceeded|Client\.Timeout exceeded|curl(?:: \(| error )(?:18|28|52|55|56)\b|(?:httpx|httpcore)\.(?:Read|Write)(?:Error|Timeout))/i;
const UNSENT_TEXT =
  /\b(?:dial tcp|connect E(?:TIMEDOUT|CONNREFUSED)|getaddrinfo|connect ?time(?:d ?)?out|ConnectException|while connecting|curl(?:: \(| error )[67]\b|NewConnectionError|NameResolutionError|ClientConnector\w*Error|(?:httpx|httpcore)\.ConnectError|UnknownHostException)/i;

/** Words that say so of a request alone: databases time out too. */
const MAYBE_LOST_TEXT =
  /\b(?:exceptions\.(?:ConnectionError|Timeout)|SocketTimeout|HttpClient\.Timeout|TimeoutE(?:rror|xception)|timed ?out|i\/o timeout|timeout awaiting|E(?:OF|PIPE|(?:SOCKET)?TIMEDOUT)|connection (?:was )?(?:reset|closed|aborted|lost)|other side closed|forcibly closed|prematurely|failed to respond|execution expired|NetworkError|unexpected end of|network timeout|due to timeout|Incomplete(?:Read|Message)|reason: :(?:timeout|closed))|[\w/] fetch failed\b/i;

/** The name of a client for HTTP, its exception, or an address. */
const CLIENT =
  /^< HTTP|\b(?:https?:\/\/|httpx|(?:No)?https?\w*(?:Client|Connection|Error|Exception)|curl|axios|aiohttp|und(?:ici|_err)|reqwest|requests\.|(?:Net|RestClient|Faraday|Excon|HTTP)::|RemoteDisconnected|operation was aborted|Request failed|SocketTimeout)/i;

/** Whether a text names a client for HTTP, its exception, or an address. */
export function namesClient(text: string): boolean {
  return CLIENT.test(text);
}

/** Whether a text that is about a request says that it was sent and got no answer. */
export function saysLost(text: string): boolean {
  return (LOST_TEXT.test(text) || MAYBE_LOST_TEXT.test(text)) && !UNSENT_TEXT.test(text);
}

/** Returns what the words of a client say of a request that got no answer. */
export function readWords(text: string): NoResponse | undefined {
  if (LOST_TEXT.test(text)) return LOST;
  if (UNSENT_TEXT.test(text)) return UNSENT;
  return namesClient(text) && MAYBE_LOST_TEXT.test(text) ? LOST : undefined;
}
