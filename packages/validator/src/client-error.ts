import { unpolluted } from "./unpolluted.js";

/** The members of errors of Node, of clients and of browsers. */
interface ErrorFacts {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly code?: unknown;
  /** Errors of axios keep the name of what they are made from. */
  readonly isAxiosError?: unknown;
  readonly syscall?: unknown;
  readonly errors?: unknown;
}

/** The names of what clients throw without an answer. */
const NAMES: readonly unknown[] = [
  "AbortError",
  "TimeoutError",
  "AxiosError",
  "CanceledError",
  "FetchError",
  "HTTPParserError",
  "HttpErrorResponse",
  // ccxt.
  "NetworkError",
  "RequestTimeout",
];

/**
 * The codes of the network, of TLS, of bodies that cannot be decompressed, and of clients. A code
 * of a wrong argument is a bug, not a failure.
 */
const CODES =
  /^(E(AI_\w+|CONN\w+|HOST\w+|NET\w+|PIPE|PROTO|TIMEDOUT|NOTFOUND)|UND_ERR_(?!INVALID_ARG$)\w+|HPE_\w+|Z(STD_error)?_\w+|ERR_(_ERROR|GOT|HTTP2|SSL|TLS|STREAM|SOCKET|NETWORK|CANCELED)\w*|Connection\w+|FailedToOpenSocket)$/;

/** Matches the messages of fetch in browsers and runtimes, where its error has no code. */
const MESSAGES =
  /^(fetch failed|terminated|failed to fetch|load failed|network ?error|network request failed|a network error|the (internet|network) connection|error sending request|error reading a body)/i;

/**
 * The codes of connections that were never made, and of certificates that the client refuses before
 * it sends anything.
 */
const UNSENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused|FailedToOpenSocket|ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|(\w*SELF_SIGNED|ERROR_IN|UNABLE_TO_\w+)_(CERT|CRL|ISSUER|LEAF)\w*|CERT_\w+)$/;

/**
 * The calls that come before a request is sent. A name is looked up by the system, or by asking its
 * servers: got does so with `dnsCache`.
 */
const CONNECTING: readonly unknown[] = ["connect", "getaddrinfo", "queryA", "queryAaaa"];

/** More than a name has. */
const MAX_ADDRESSES = 100;

/** Whether an error is a client's that got no answer. */
export function isClientError(error: ErrorFacts): boolean {
  const { name, message, code, isAxiosError } = unpolluted(error);
  if (NAMES.includes(name) || isAxiosError === true || !hasBeenSent(error)) return true;
  if (typeof code === "string" && CODES.test(code)) return true;
  return name === "TypeError" && typeof message === "string" && MESSAGES.test(message);
}

/** Whether an error leaves it possible that the request was sent. */
export function hasBeenSent(error: ErrorFacts): boolean {
  const { code, syscall, errors } = unpolluted(error);
  // Several addresses were tried: each has an error.
  if (Array.isArray(errors) && errors.length > 0)
    return errors.length > MAX_ADDRESSES || errors.some(mayHaveBeenSent);
  if (CONNECTING.includes(syscall)) return false;
  return typeof code !== "string" || !UNSENT.test(code);
}

function mayHaveBeenSent(error: unknown): boolean {
  return error == null || hasBeenSent(error);
}
