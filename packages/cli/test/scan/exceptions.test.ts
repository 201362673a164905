import { expect, test } from "vitest";
import { scanCapture } from "./capture.js";

const BODY = JSON.stringify({ code: "-1007", msg: "Timeout waiting for response from server" });
const URL = "https://api.example.com/api/v1/spot/order";
const PYTHON = [
  "Traceback (most recent call last):",
  '  File "bot.py", line 12, in place',
  "    client.post(url)",
];
const JAVA = "\tat com.example.Bot.place(Bot.java:12)";

/** Logs in which one request failed, whose failure is printed more than once. */
const REPEATED: Readonly<Record<string, readonly string[]>> = {
  "a line and the exception of Java below it": [
    `2026-11-26 09:12:01 ERROR order failed: POST ${URL}: ${BODY}`,
    "",
    `com.example.ApiException: ${BODY}`,
    JAVA,
  ],
  "an exception of Java and its cause": [
    `2026-11-26 09:12:01 ERROR POST ${URL} failed`,
    `com.example.OrderException: com.example.ApiException: ${BODY}`,
    JAVA,
    `Caused by: com.example.ApiException: ${BODY}`,
    JAVA,
  ],
  "an exception of .NET and its cause": [
    `2026-11-26 09:12:01 ERROR POST ${URL} failed`,
    `Acme.OrderException: order failed: ${BODY}`,
    ` ---> Acme.ApiException: ${BODY}`,
    "   at Acme.Bot.Place()",
  ],
  "a line and the exception of Python below it": [
    `2026-11-26 09:12:01,123 ERROR POST ${URL} failed: hashkey ${BODY}`,
    ...PYTHON,
    `OrderFailed: hashkey ${BODY}`,
  ],
  "an exception of Python and its cause": [
    `2026-11-26 09:12:01,123 ERROR POST ${URL} failed`,
    ...PYTHON,
    `ccxt.base.errors.RequestTimeout: hashkey ${BODY}`,
    "",
    "The above exception was the direct cause of the following exception:",
    "",
    ...PYTHON,
    `bot.OrderFailed: hashkey ${BODY}`,
  ],
  "an exception of Python about a request without an answer": [
    `2026-11-26 09:12:01,123 ERROR POST ${URL} failed`,
    ...PYTHON,
    "urllib3.exceptions.ReadTimeoutError: HTTPSConnectionPool(host='a'): Read timed out.",
    "",
    "During handling of the above exception, another exception occurred:",
    "",
    ...PYTHON,
    "requests.exceptions.ReadTimeout: HTTPSConnectionPool(host='a'): Read timed out.",
  ],
};

test.each(Object.entries(REPEATED))("scan counts a failure once in %s", (_name, lines) => {
  const { errors, mayHaveBeenExecuted } = scanCapture(lines.join("\n")).report;
  expect(errors.map(({ count }) => count)).toEqual([1]);
  expect(mayHaveBeenExecuted.requests).toMatchObject([
    { method: "POST", path: "/api/v1/spot/order" },
  ]);
  expect(mayHaveBeenExecuted.requests[0]?.time).toMatch(/^2026-11-26T09:12:01/);
});

test("scan counts each of several failures, though all are equal", () => {
  const { errors } = scanCapture(
    [
      `2026-11-26 09:12:01 ERROR two orders failed: ${BODY}`,
      `  ${BODY}`,
      `order: ${BODY}`,
      `com.example.ApiException: ${BODY}`,
      `com.example.ApiException: ${BODY}`,
      JAVA,
      `com.example.ApiException: ${BODY}`,
      JAVA,
      ...PYTHON,
      `OrderFailed: hashkey ${BODY}`,
      ...PYTHON,
      `OrderFailed: hashkey ${BODY}`,
    ].join("\n"),
  ).report;
  // The first exception is the one of the line above it.
  expect(errors.map(({ count }) => count)).toEqual([7]);
});

test("scan takes no order for a read since an earlier line of its log is about one", () => {
  const { mayHaveBeenExecuted } = scanCapture(
    `2026-11-26 09:12:01 INFO GET /api/v1/account 200\nhashkey ${BODY}\n`,
  ).report;
  expect(mayHaveBeenExecuted).toMatchObject({
    reads: 0,
    requests: [{ time: "2026-11-26T09:12:01Z", method: null, path: null }],
  });
});

/** What bots that use ccxt log of an order that may have been placed. */
const CCXT: Readonly<Record<string, string>> = {
  "an exception without an answer": JSON.stringify({
    level: 50,
    err: { type: "NetworkError", message: `hashkey POST ${URL} fetch failed: read ECONNRESET` },
  }),
  "an exception without a cause": JSON.stringify({
    level: "error",
    message: `order failed hashkey POST ${URL} fetch failed`,
    name: "NetworkError",
  }),
  "a line without an answer": `09:12:01 ERROR NetworkError: hashkey POST ${URL} fetch failed`,
  "a line of Python": `09:12:01 ERROR ccxt.base.errors.NetworkError: hashkey POST ${URL}`,
  "a page in an exception": JSON.stringify({
    level: 50,
    err: { type: "ExchangeNotAvailable", message: `hashkey POST ${URL} 502 Bad Gateway <html>` },
  }),
  "a page in a line": `ERROR ExchangeNotAvailable: hashkey POST ${URL} 502 Bad Gateway <!DOCTYPE html>`,
};

test.each(Object.entries(CCXT))("scan counts an order of ccxt in %s", (_name, line) => {
  expect(scanCapture(line).report.mayHaveBeenExecuted.requests).toMatchObject([
    { method: "POST", path: "/api/v1/spot/order" },
  ]);
});

test("scan counts no order that was not sent, in an exception of ccxt or of Node", () => {
  const message = `hashkey POST ${URL} fetch failed: connect ECONNREFUSED 127.0.0.1:9`;
  const lines = [
    JSON.stringify({ err: { type: "NetworkError", message } }),
    `ERROR ${message}`,
    `2026-11-26 09:12:01 ERROR POST ${URL} failed`,
    "TypeError: fetch failed",
    "    at node:internal/deps/undici/undici:14900:13",
    "  [cause]: Error: connect ECONNREFUSED 127.0.0.1:9",
  ];
  expect(scanCapture(lines.join("\n")).report.mayHaveBeenExecuted.count).toBe(0);
});
