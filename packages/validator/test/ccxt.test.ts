import { fromCcxt } from "@hashkey-errors/validator/ccxt";
import { expect, test } from "vitest";

const THROWN = {
  message: "reads as a success, though ccxt threw it",
  path: [],
  keyword: "httpStatus",
};

test.each<[what: string, message: string, want: object | undefined]>([
  [
    "an order that is not found",
    'hashkey {"code":"0211","msg":"Order not found"}',
    { kind: "error", error: { name: "ORDER_NOT_FOUND", outcome: "rejected" } },
  ],
  [
    "a timeout of the server, which ccxt calls a NetworkError",
    'hashkey {"code":"-1007","msg":"Timeout waiting for response from server"}',
    { kind: "error", error: { name: "SERVER_TIMEOUT", outcome: "unknown" } },
  ],
  [
    "a batch with one failure, which ccxt throws away",
    'hashkey {"code":0,"result":[{"code":"0000","order":{"orderId":"1"}},{"code":"-1149","msg":"Create order failed"}]}',
    {
      kind: "batch",
      items: [{ kind: "success" }, { kind: "error", error: { name: "ORDER_CREATION_FAILED" } }],
    },
  ],
  [
    "a gateway's page",
    "hashkey POST https://api.example.com/order?signature=s3cret 502 Bad Gateway <html>502</html>",
    { kind: "invalid", httpStatus: 502, outcome: "unknown", body: "<html>502</html>" },
  ],
  [
    "a rate limit with a body",
    'hashkey GET https://api.example.com/order 429 Too Many Requests {"code":"0003","msg":"Rate limit exceeded"}',
    { kind: "error", error: { name: "RATE_LIMIT_EXCEEDED" } },
  ],
  [
    "a rate limit without a body",
    "hashkey GET https://a.example 429 Too Many Requests ",
    { kind: "invalid", retry: "after-delay" },
  ],
  [
    "an empty object, without its status",
    "hashkey {}",
    { kind: "invalid", outcome: "unknown", httpStatus: null, issues: [THROWN], body: {} },
  ],
  [
    "an empty object, with a status that ccxt throws at",
    "hashkey POST https://a.example 201 Created {}",
    { kind: "invalid", outcome: "unknown", httpStatus: 201, issues: [THROWN] },
  ],
  ["a success code, without its status", 'hashkey {"code":"0000"}', { kind: "invalid" }],
  ["a gateway's text", 'hashkey {"message":"Service Unavailable"}', { kind: "invalid" }],
  [
    "a timeout of the connection",
    "hashkey POST https://a.example request timed out (10000 ms)",
    undefined,
  ],
  ["an error of another exchange", 'binance {"code":-1121,"msg":"Invalid symbol."}', undefined],
  ["an error of ccxt itself", "hashkey createOrder() requires a price argument", undefined],
])("%s", (_, message, want) => {
  const response = fromCcxt(new Error(message));
  if (want === undefined) expect(response).toBeUndefined();
  else expect(response).toMatchObject(want);
});

test("the address, which holds the signature, is not in the result", () => {
  const message =
    "hashkey POST https://a.example/order?signature=s3cret 502 Bad Gateway upstream error";
  expect(JSON.stringify(fromCcxt(new Error(message)))).not.toContain("s3cret");
});

test("an error that only quotes one of ccxt is not a response", () => {
  const quotes = [
    'my bot: hashkey {"code":"0211"}',
    "my bot: hashkey GET https://a.example/order 502 Bad Gateway <html>",
  ];
  expect(quotes.map((message) => fromCcxt(new Error(message)))).toEqual([undefined, undefined]);
});

test("fromCcxt returns undefined for what is not an error", () => {
  const hostile = {
    get message() {
      throw new Error("no");
    },
  };
  expect([null, undefined, 1, "hashkey {}", {}, hostile].map(fromCcxt)).toEqual(
    Array(6).fill(undefined),
  );
});
