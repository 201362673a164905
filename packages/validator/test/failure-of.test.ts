import { failureOf, HashKeyApiError, identify } from "@hashkey-errors/validator";
import fc from "fast-check";
import { expect, test } from "vitest";

const UNKNOWN = { name: "NO_RESPONSE", outcome: "unknown", retry: "after-reconcile" };
const NEVER_SENT = { name: "NO_RESPONSE", outcome: "rejected", retry: "after-delay" };
const NOT_FOUND = '{"code":"0211","msg":"Order not found"}';

/** An error with members of a client's. */
const errorOf = (name: string, members: object, message = "x") =>
  Object.assign(new Error(message), { name, ...members });

/** Returns an object that throws whatever is read of it. */
function createRevoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

test.each<[client: string, thrown: unknown, failure: object]>([
  ["axios, timeout", errorOf("AxiosError", { isAxiosError: true, code: "ECONNABORTED" }), UNKNOWN],
  ["axios, browser", errorOf("AxiosError", { code: "ERR_NETWORK" }), UNKNOWN],
  ["axios, canceled", errorOf("CanceledError", { code: "ERR_CANCELED" }), UNKNOWN],
  ["axios, refused", errorOf("AxiosError", { code: "ECONNREFUSED" }), NEVER_SENT],
  [
    "axios, without a response and a cause",
    errorOf("AxiosError", { code: "ETIMEDOUT", response: null, cause: null }),
    UNKNOWN,
  ],
  [
    "axios, redirected to an invalid address",
    errorOf("Error [ERR_FR_REDIRECTION_FAILURE]", {
      isAxiosError: true,
      code: "ERR_FR_REDIRECTION_FAILURE",
    }),
    UNKNOWN,
  ],
  ["ky, timeout", errorOf("TimeoutError", { request: {} }), UNKNOWN],
  ["ofetch", errorOf("FetchError", { cause: new TypeError("fetch failed") }), UNKNOWN],
  [
    "ofetch, name not found",
    errorOf("FetchError", {
      cause: Object.assign(new TypeError("fetch failed"), {
        cause: errorOf("Error", { code: "ENOTFOUND", syscall: "getaddrinfo" }),
      }),
    }),
    NEVER_SENT,
  ],
  ["got, timeout", errorOf("TimeoutError", { code: "ETIMEDOUT", event: "request" }), UNKNOWN],
  ["got, DNS", errorOf("RequestError", { code: "EAI_AGAIN" }), NEVER_SENT],
  ["got, other", errorOf("RequestError", { code: "ERR_GOT_REQUEST_ERROR" }), UNKNOWN],
  ["undici, headers", errorOf("HeadersTimeoutError", { code: "UND_ERR_HEADERS_TIMEOUT" }), UNKNOWN],
  ["undici, not HTTP", errorOf("HTTPParserError", { code: undefined }), UNKNOWN],
  ["undici, socket", errorOf("SocketError", { code: "UND_ERR_SOCKET" }), UNKNOWN],
  [
    "undici, connect",
    errorOf("ConnectTimeoutError", { code: "UND_ERR_CONNECT_TIMEOUT" }),
    NEVER_SENT,
  ],
  [
    "ccxt, timeout",
    errorOf("RequestTimeout", {}, "hashkey POST https://a.example request timed out"),
    UNKNOWN,
  ],
  [
    "ccxt, reset",
    errorOf("NetworkError", {}, "hashkey POST https://a.example fetch failed"),
    UNKNOWN,
  ],
  ["Node, reset", errorOf("Error", { code: "ECONNRESET", syscall: "read" }), UNKNOWN],
  ["Node, cannot be decompressed", errorOf("Error", { code: "Z_DATA_ERROR", errno: -3 }), UNKNOWN],
  ["Node, unreachable", errorOf("Error", { code: "EHOSTUNREACH", syscall: "connect" }), NEVER_SENT],
  ["Node, unreachable later", errorOf("Error", { code: "EHOSTUNREACH", syscall: "read" }), UNKNOWN],
  ["Node, certificate", errorOf("Error", { code: "CERT_HAS_EXPIRED" }), NEVER_SENT],
  ["Node, own certificate", errorOf("Error", { code: "DEPTH_ZERO_SELF_SIGNED_CERT" }), NEVER_SENT],
  ["Node, chain", errorOf("Error", { code: "UNABLE_TO_VERIFY_LEAF_SIGNATURE" }), NEVER_SENT],
  ["Node, host name", errorOf("Error", { code: "ERR_TLS_CERT_ALTNAME_INVALID" }), NEVER_SENT],
  [
    "Node, several addresses, none answers",
    Object.assign(
      new AggregateError([
        errorOf("Error", { code: "ECONNREFUSED" }),
        errorOf("Error", { code: "ENETUNREACH", syscall: "connect" }),
      ]),
      { code: "ECONNREFUSED" },
    ),
    NEVER_SENT,
  ],
  [
    "several attempts, one of which was sent",
    Object.assign(
      new AggregateError([
        errorOf("Error", { code: "ECONNREFUSED" }),
        errorOf("Error", { code: "ECONNRESET" }),
      ]),
      { code: "ECONNREFUSED" },
    ),
    UNKNOWN,
  ],
  [
    "several attempts, of which nothing is known",
    errorOf("AggregateError", { code: "ECONNRESET", errors: [] }),
    UNKNOWN,
  ],
  [
    "several attempts, one without an error",
    errorOf("AggregateError", {
      code: "ECONNREFUSED",
      errors: [errorOf("Error", { code: "ECONNREFUSED" }), null],
    }),
    UNKNOWN,
  ],
  ["Node, no server of names", errorOf("Error", { syscall: "getaddrinfo" }), NEVER_SENT],
  [
    "got with dnsCache, a server of names that fails",
    errorOf("RequestError", {
      code: "ESERVFAIL",
      cause: errorOf("Error", { code: "ESERVFAIL", syscall: "queryA" }),
    }),
    NEVER_SENT,
  ],
  [
    "Node, a name of IPv6",
    errorOf("Error", { code: "ETIMEOUT", syscall: "queryAaaa" }),
    NEVER_SENT,
  ],
  ["Angular", errorOf("HttpErrorResponse", { status: 0, error: {} }), UNKNOWN],
  ["Chrome", new TypeError("Failed to fetch"), UNKNOWN],
  ["Firefox", new TypeError("NetworkError when attempting to fetch resource."), UNKNOWN],
  ["Safari", new TypeError("Load failed"), UNKNOWN],
  ["Bun", errorOf("Error", { code: "ConnectionRefused" }), NEVER_SENT],
])("%s: without an answer", (_, thrown, failure) => {
  const found = failureOf(thrown);
  expect(found).toMatchObject(failure);
  // The cause holds the request, keys included: it is there, but not for loggers.
  expect(found).toHaveProperty("cause", thrown);
  expect(Object.keys(found ?? {})).toEqual(["name", "outcome", "retry"]);
});

const REPEATED = { name: "ORDER_NOT_FOUND", outcome: "rejected" };
const HTML = { name: "INVALID_RESPONSE", httpStatus: 502, issues: [{ message: "is not JSON" }] };

test.each<[client: string, thrown: unknown, failure: object]>([
  [
    "axios, JSON",
    errorOf("AxiosError", { response: { status: 400, data: JSON.parse(NOT_FOUND) } }),
    REPEATED,
  ],
  [
    "axios, bytes",
    errorOf("AxiosError", { response: { status: 400, data: Buffer.from(NOT_FOUND) } }),
    REPEATED,
  ],
  [
    "axios, bytes in a browser",
    errorOf("AxiosError", {
      response: { status: 400, data: new Uint8Array(Buffer.from(NOT_FOUND)).buffer },
    }),
    REPEATED,
  ],
  [
    "axios, with a cause that cannot be read",
    errorOf("AxiosError", { response: { status: 400, data: NOT_FOUND }, cause: createRevoked() }),
    { name: "ORDER_NOT_FOUND" },
  ],
  [
    "axios, with a body that cannot be read",
    errorOf("AxiosError", { response: { status: 400, data: createRevoked() } }),
    { name: "INVALID_RESPONSE", issues: [{ message: "was not read" }], httpStatus: 400 },
  ],
  ["axios, HTML", errorOf("AxiosError", { response: { status: 502, data: "<html>" } }), HTML],
  [
    "axios, a blocked address",
    errorOf("AxiosError", { response: { status: 418, data: "" } }),
    { name: "INVALID_RESPONSE", httpStatus: 418, retry: "after-delay" },
  ],
  [
    "axios, a stream",
    errorOf("AxiosError", { response: { status: 500, data: new ReadableStream() } }),
    {
      name: "INVALID_RESPONSE",
      httpStatus: 500,
      issues: [{ message: "was not read", path: [], keyword: "contentMediaType" }],
    },
  ],
  [
    "axios, a redirect that was not followed",
    errorOf("AxiosError", { response: { status: 302, data: {} } }),
    {
      name: "INVALID_RESPONSE",
      issues: [
        { message: "reads as a success, though the client threw it", keyword: "httpStatus" },
      ],
    },
  ],
  [
    "ofetch",
    errorOf("FetchError", {
      response: new Response(null, { status: 400 }),
      data: JSON.parse(NOT_FOUND),
    }),
    REPEATED,
  ],
  [
    "got",
    errorOf("HTTPError", {
      code: "ERR_NON_2XX_3XX_RESPONSE",
      response: { statusCode: 400, body: NOT_FOUND },
    }),
    REPEATED,
  ],
  [
    "undici",
    errorOf("ResponseError", { code: "UND_ERR_RESPONSE", statusCode: 400, body: NOT_FOUND }),
    REPEATED,
  ],
  [
    "Angular",
    errorOf("HttpErrorResponse", { status: 400, error: JSON.parse(NOT_FOUND) }),
    REPEATED,
  ],
  ["Angular, HTML", errorOf("HttpErrorResponse", { status: 502, error: "<html>" }), HTML],
  [
    "Angular, no body",
    errorOf("HttpErrorResponse", { status: 502, headers: {}, error: null }),
    { name: "INVALID_RESPONSE", httpStatus: 502, issues: [{ message: "was not read" }] },
  ],
  [
    "Angular, a body that was cut off",
    errorOf("HttpErrorResponse", {
      status: 200,
      error: { error: new SyntaxError("x"), text: "{" },
    }),
    { name: "INVALID_RESPONSE", outcome: "unknown" },
  ],
  [
    "got, a body that was cut off",
    errorOf("ReadError", { code: "ECONNRESET", response: { statusCode: 429, headers: {} } }),
    { name: "INVALID_RESPONSE", httpStatus: 429, retry: "after-delay" },
  ],
  [
    "ky, whose body was not read",
    errorOf("HTTPError", { response: new Response(NOT_FOUND, { status: 429 }) }),
    { name: "INVALID_RESPONSE", httpStatus: 429, retry: "after-delay" },
  ],
  [
    "axios, a limit with a code that nobody knows",
    errorOf("AxiosError", { response: { status: 429, data: { code: "-9999" } } }),
    { name: "UNRECOGNIZED", outcome: "unknown", retry: "after-delay" },
  ],
  [
    "a body that is not JSON",
    new SyntaxError("Unexpected token < in JSON at position 0"),
    { name: "INVALID_RESPONSE", issues: [{ message: "is not JSON", keyword: "contentMediaType" }] },
  ],
  [
    "a thrown Response",
    new Response(NOT_FOUND, { status: 503 }),
    { name: "INVALID_RESPONSE", httpStatus: 503 },
  ],
  [
    "an error that wraps axios'",
    new Error("x", {
      cause: errorOf("AxiosError", { response: { status: 400, data: JSON.parse(NOT_FOUND) } }),
    }),
    REPEATED,
  ],
])("%s: the answer in a client's error", (_, thrown, failure) => {
  expect(failureOf(thrown)).toMatchObject(failure);
});

test("an exception of this package has its own failure, wrapped or not", () => {
  const failure = identify("0211");
  const thrown = new HashKeyApiError(failure);
  expect(failureOf(thrown)).toBe(failure);
  expect(failureOf(new Error("wrapped", { cause: thrown }))).toBe(failure);
});

test.each([
  ["a bug", new TypeError("undefined is not a function")],
  ["a bug of a text", new TypeError("Converting circular structure to JSON")],
  ["an error that only sounds like fetch's", new Error("fetch failed")],
  [
    "an argument that a client refuses",
    errorOf("InvalidArgumentError", { code: "UND_ERR_INVALID_ARG" }),
  ],
  ["a missing file", errorOf("Error", { code: "ENOENT", syscall: "open" })],
  ["a bad program", new SyntaxError("Unexpected identifier")],
  ["a failed check", errorOf("ZodError", { errors: [{ code: "invalid_type" }], issues: [] })],
  ["an error of another response", errorOf("DatabaseError", { response: { rows: [] } })],
  [
    "NestJS' own exception",
    errorOf("NotFoundException", {
      status: 404,
      response: { statusCode: 404, message: "Not Found", error: "Not Found" },
    }),
  ],
  ["a text", "timeout"],
  ["nothing", undefined],
  ["null", null],
  ["a circle of causes", Object.assign(errorOf("Error", {}), { cause: errorOf("Error", {}) })],
])("%s is not a failure of a request", (_, thrown) => {
  expect(failureOf(thrown)).toBeUndefined();
});

test("failureOf throws for no value", () => {
  const circle = new Error("x");
  circle.cause = circle;
  const unreadable = new Proxy(new Error("x"), {
    get() {
      throw new Error("no");
    },
  });
  const unnamed = Object.defineProperty(new Error("x"), "name", {
    get() {
      throw new Error("no");
    },
  });
  for (const thrown of [circle, unreadable, unnamed]) expect(failureOf(thrown)).toBeUndefined();
  fc.assert(
    fc.property(fc.anything(), (thrown) => {
      const failure = failureOf(thrown);
      expect(failure === undefined || typeof failure.name === "string").toBe(true);
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 500) },
  );
});
