import { failureOf } from "@hashkey-errors/validator";
import { expect, test } from "vitest";

/**
 * Returns failureOf's outcome of an error; `null` where it takes the error for none of a request.
 */
const outcomeOf = (members: object, name = "Error") =>
  failureOf(Object.assign(new Error("x"), { name, ...members }))?.outcome ?? null;

const withOtherOutcome = (codes: readonly string[], wanted: string | null) =>
  codes.filter((code) => outcomeOf({ code }) !== wanted);

/** The codes of connections that were never made. */
const UNCONNECTED = [
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
  "ConnectionRefused",
  "FailedToOpenSocket",
];

test("a code of a connection that was never made says that nothing happened", () => {
  const codes = [
    ...UNCONNECTED,
    "ERR_TLS_CERT_ALTNAME_INVALID",
    "HOSTNAME_MISMATCH",
    "INVALID_CA",
    "INVALID_PURPOSE",
    "PATH_LENGTH_EXCEEDED",
    "SELF_SIGNED_CERT_IN_CHAIN",
    "DEPTH_ZERO_SELF_SIGNED_CERT",
    "UNABLE_TO_GET_ISSUER_CERT",
    "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
    "UNABLE_TO_GET_CRL",
    "UNABLE_TO_DECRYPT_CERT_SIGNATURE",
    "UNABLE_TO_DECRYPT_CRL_SIGNATURE",
    "UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY",
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    "CERT_NOT_YET_VALID",
    "ERROR_IN_CERT_NOT_BEFORE_FIELD",
  ];
  expect(withOtherOutcome(codes, "rejected")).toEqual([]);
});

test("any other code of a connection leaves it open whether the request was executed", () => {
  const codes = [
    "ECONNABORTED",
    "ECONNRESET",
    "EHOSTDOWN",
    "ENETRESET",
    "EPIPE",
    "EPROTO",
    "ETIMEDOUT",
    "UND_ERR_ABORTED",
    "HPE_INVALID_CONSTANT",
    "ERR_GOT_REQUEST_ERROR",
    "ERR_HTTP2_STREAM_ERROR",
    "ERR_SSL_WRONG_VERSION_NUMBER",
    "ERR_TLS_HANDSHAKE_TIMEOUT",
    "ERR_STREAM_PREMATURE_CLOSE",
    "ERR_SOCKET_CLOSED",
    "ERR_NETWORK",
    "ERR_CANCELED",
    // Bodies that cannot be decompressed: gzip, Brotli, Zstandard.
    "Z_DATA_ERROR",
    "ERR__ERROR_FORMAT_PADDING_2",
    "ZSTD_error_prefix_unknown",
    "ConnectionClosed",
    // Each has a code in it that says more by itself.
    "ECONNREFUSED_ONCE",
    "UND_ERR_CONNECT_TIMEOUT_ONCE",
    "UND_ERR_INVALID_ARG_ONCE",
    "ERR_TLS_CERT_ALTNAME_INVALID_ONCE",
    "ERR_SSL_INVALID_CA",
  ];
  expect(withOtherOutcome(codes, "unknown")).toEqual([]);
});

test("a connection that was never made says nothing of an attempt that was sent", () => {
  const errors = [{ code: "ECONNRESET" }];
  expect(UNCONNECTED.filter((code) => outcomeOf({ code, errors }) !== "unknown")).toEqual([]);
});

test("of a hundred attempts each counts, and more leave it open whether one was sent", () => {
  const code = "ECONNREFUSED";
  const refused = new Array(100).fill({ code });
  const sent = { code: "ECONNRESET" };
  const lists = [refused, [...refused.slice(1), sent], [...refused, sent], [...refused, { code }]];
  const outcomes = lists.map((errors) => outcomeOf({ code, errors }));
  expect(outcomes).toEqual(["rejected", "unknown", "unknown", "unknown"]);
});

test("a code that only has such a code in it is not one of a request", () => {
  const codes = [
    "NO_ECONNRESET",
    "NO_ECONNREFUSED",
    "NO_CERT_HAS_EXPIRED_",
    // A program's own: it may have failed after the request was sent.
    "UNABLE_TO_SAVE_ORDER",
    "UNABLE_TO_LOCK_ROW",
    "EPIPES",
    "ZSTD_LEVEL",
    "HOSTNAME_MISMATCH_ONCE",
    "UND_ERR_INVALID_ARG",
    "ERR_INVALID_ARG_TYPE",
  ];
  expect(withOtherOutcome(codes, null)).toEqual([]);
});

test("an error of a client is known by its name alone, and one without a known name is not", () => {
  const names = ["AbortError", "TimeoutError", "AxiosError", "CanceledError", "FetchError"];
  expect(names.filter((name) => outcomeOf({}, name) !== "unknown")).toEqual([]);
  expect(["Error", "RangeError", ""].map((name) => outcomeOf({}, name))).toEqual([
    null,
    null,
    null,
  ]);
});

test("a TypeError of fetch is known by the words of every runtime, and by no others", () => {
  const outcomesOf = (messages: readonly string[]) =>
    messages.map((message) => outcomeOf({ message }, "TypeError"));
  const messages = [
    "fetch failed",
    "terminated",
    "Failed to fetch",
    "Load failed",
    "NetworkError when attempting to fetch resource.",
    "Network error",
    "Network request failed",
    "A network error occurred.",
    "The Internet connection appears to be offline.",
    "The network connection was lost.",
    "error sending request for url",
    "error reading a body from connection",
  ];
  expect(outcomesOf(messages)).toEqual(messages.map(() => "unknown"));
  expect(outcomesOf(["cannot read terminated", "not fetch failed"])).toEqual([null, null]);
});
