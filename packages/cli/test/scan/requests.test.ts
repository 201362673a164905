import { expect, test } from "vitest";
import { scanCapture } from "./capture.js";

const TIMEOUT = { code: "-1007", msg: "Timeout waiting for response from server" };

test("scan takes no order for a read since its line has the word GET", () => {
  const body = JSON.stringify(TIMEOUT);
  const { report } = scanCapture(
    [
      `ERROR order timed out, will GET its state next: ${body}`,
      `ERROR POST /api/v1/spot/order failed, then GET /api/v1/spot/order: ${body}`,
      JSON.stringify({ method: "POST", url: "/a", message: `GET /b next: ${body}` }),
      JSON.stringify({ method: "get", url: "/a", message: `POST /b failed: ${body}` }),
      `2026-11-26T09:12:00Z,POST,/api/v1/spot/order,504,"${body.replaceAll('"', '""')}"`,
      `ERROR POST /api/v1/spot/order: ${body}`,
      `ERROR GET /api/v1/spot/order: ${body}`,
      `ERROR method=GET path=/x ${body}`,
    ].join("\n"),
  );
  const { reads, requests } = report.mayHaveBeenExecuted;
  expect(reads).toBe(2);
  expect(requests.map(({ method, path }) => [method, path])).toEqual([
    [null, null],
    ["POST", "/api/v1/spot/order"],
    ["POST", "/a"],
    ["POST", "/b"],
    ["POST", "/api/v1/spot/order"],
    ["POST", "/api/v1/spot/order"],
  ]);
});

test("scan lists a request of a line that may have been executed, though its repeat was rejected", () => {
  const [rejected, repeated] = [
    { code: "0211", msg: "Order not found" },
    { code: "-1141", msg: "Duplicate order" },
  ];
  const batch = (body: object) => ({ code: 0, result: [{ code: "0000" }, body] });
  const { report } = scanCapture(
    [TIMEOUT, batch(TIMEOUT), batch(rejected)]
      .map((body) => `1: ${JSON.stringify(body)} 2: ${JSON.stringify(repeated)}\n`)
      .join(""),
  );
  const { requests } = report.mayHaveBeenExecuted;
  expect(requests.map(({ name, place }) => [name, place.line])).toEqual([
    ["SERVER_TIMEOUT", 1],
    ["SERVER_TIMEOUT", 2],
  ]);
  // Of several that were rejected, the last one counts.
  expect(report.errors).toMatchObject([{ name: "SERVER_TIMEOUT" }, { name: "ORDER_DUPLICATE" }]);
});

test("scan lists requests without an answer that a log says in words", () => {
  const url = "https://api.example.com/api/v1/spot/order";
  const { report } = scanCapture(
    [
      `ERROR ccxt.base.errors.RequestTimeout: hashkey POST ${url}?key=SECRET request timed out (10000 ms)`,
      `2026-11-26 09:05:00,123 ERROR POST ${url} failed: HTTPSConnectionPool(host='api.example.com', port=443): Read timed out.`,
      JSON.stringify({ level: "error", error: `Post "${url}": context deadline exceeded` }),
      JSON.stringify({ level: "error", method: "POST", url, error: "Read timed out." }),
      JSON.stringify({ level: 50, req: { method: "POST", url }, msg: "read ECONNRESET" }),
      `ERROR GET ${url} request timed out`,
      `ERROR Post "${url}": dial tcp 10.0.0.1:443: i/o timeout, context deadline exceeded`,
      "ERROR database: request timed out",
      `INFO POST ${url} sent`,
    ].join("\n"),
  );
  const { reads, requests } = report.mayHaveBeenExecuted;
  expect(reads).toBe(1);
  expect(requests.map(({ name, place, method, path }) => [place.line, name, method, path])).toEqual(
    [1, 2, 3, 4, 5].map((line) => [line, "NO_RESPONSE", "POST", "/api/v1/spot/order"]),
  );
});

test("scan reads a request as Spring, Feign, logfmt, nginx and Elastic write it", () => {
  const url = "https://api.example.com/api/v1/spot/order";
  const body = JSON.stringify(TIMEOUT);
  const { report } = scanCapture(
    [
      `ERROR ResourceAccessException: I/O error on POST request for "${url}": Read timed out`,
      `ERROR [400 Bad Request] during [POST] to [${url}] [Client#place(Order)]: [${body}]`,
      `level=error msg=answered method=POST path=/api/v1/spot/order body=${JSON.stringify(body)}`,
      JSON.stringify({ request: "POST /api/v1/spot/order HTTP/1.1", response_body: body }),
      JSON.stringify({ request: "GET /api/v1/spot/order HTTP/1.1", response_body: body }),
      JSON.stringify({ request: "a1", method: "POST", url, response_body: body }),
      JSON.stringify({ method: "POST", url: { path: "/api/v1/spot/order" }, res: TIMEOUT }),
    ].join("\n"),
  );
  const { reads, requests } = report.mayHaveBeenExecuted;
  expect(reads).toBe(1);
  expect(requests.map(({ place, method, path }) => [place.line, method, path])).toEqual(
    [1, 2, 3, 4, 6, 7].map((line) => [line, "POST", "/api/v1/spot/order"]),
  );
});

test("scan reads a response whose members have names with dots", () => {
  const record = (status: number, code: string) => ({
    "@timestamp": "2026-11-26T09:12:01Z",
    "http.request.method": "POST",
    "http.response.status_code": status,
    "http.response.body.content": JSON.stringify({ code, orderId: "1" }),
    "url.path": "/api/v1/spot/order",
    "__proto__.x": 1,
    http: { version: "1.1" },
  });
  const { report } = scanCapture(
    [record(200, "0"), record(400, "-9998"), { "log.level": "info", message: "warm" }]
      .map((each) => JSON.stringify(each))
      .join("\n"),
  );
  expect(report.read).toMatchObject({ responses: 2, successes: 1, withoutBody: 1 });
  expect(report.mayHaveBeenExecuted.requests).toMatchObject([
    { code: "-9998", method: "POST", path: "/api/v1/spot/order", time: "2026-11-26T09:12:01Z" },
  ]);
});

test("scan reads the requests and statuses of CSV with semicolons, as spreadsheets write it", () => {
  const row = (...cells: readonly string[]) =>
    cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(";");
  const { report } = scanCapture(
    [
      row("2026-11-26T09:12:01Z", "POST", "/order", "200", '{"orderId":"1"}'),
      row("2026-11-26T09:12:02Z", "POST", "/order", "400", JSON.stringify(TIMEOUT)),
      row("2026-11-26T09:12:03Z", "GET", "/order", "400", JSON.stringify(TIMEOUT)),
    ].join("\n"),
  );
  expect(report.read).toMatchObject({ responses: 3, successes: 1 });
  const { reads, requests } = report.mayHaveBeenExecuted;
  expect([reads, requests]).toMatchObject([1, [{ method: "POST", path: "/order" }]]);
});

test("scan takes no code of an exception for one of the API", () => {
  const url = "https://api.example.com/api/v1/spot/order";
  const data = "{ code: '-1007', msg: 'Timeout waiting for response from server' }";
  const { report } = scanCapture(
    [
      `ERROR POST ${url} failed AxiosError: Request failed with status code 400 { code: 'ERR_BAD_REQUEST', response: { data: ${data} } }`,
      `ERROR failed ${JSON.stringify({ code: "ERR_BAD_REQUEST", response: { data: TIMEOUT } })}`,
      `ERROR POST ${url} failed Error: read ECONNRESET { errno: -104, code: 'ECONNRESET' }`,
      `ERROR POST ${url} failed {"errno":-104,"code":"ECONNRESET"}`,
      JSON.stringify({ code: "ECONNRESET", syscall: "read", method: "POST", url }),
      // Nobody logged what the answer was.
      `ERROR POST ${url} {"code":"ERR_BAD_REQUEST","status":400}`,
      `ERROR POST ${url} { code: 'ERR_BAD_REQUEST', status: 400 }`,
      "ERROR redis failed { code: 'ECONNREFUSED', syscall: 'connect' }",
      `ERROR file {"code":"ENOENT"}`,
    ].join("\n"),
  );
  expect(report.mayHaveBeenExecuted.requests.map(({ name, place }) => [place.line, name])).toEqual([
    [1, "SERVER_TIMEOUT"],
    [2, "SERVER_TIMEOUT"],
    [3, "NO_RESPONSE"],
    [4, "NO_RESPONSE"],
    [5, "NO_RESPONSE"],
    [6, "UNRECOGNIZED"],
    [7, "UNRECOGNIZED"],
  ]);
  expect(report.read).toMatchObject({ responses: 7, withoutBody: 2 });
});

test("scan takes no code within a success for an error, where its line has the status", () => {
  const { report } = scanCapture(
    [
      'INFO POST /order 200 {"orderId":1,"coin":{"code":"BTC","name":"Bitcoin"}}',
      'INFO GET /coins 200 {"coins":[{"code":5},{"code":6}]} in 12 ms',
      'INFO sent {"coin":{"code":"BTC"}} HTTP/1.1 200 {Code:-9999 Msg:New}',
      'INFO sent {"coin":{"code":"BTC"}} HTTP/1.1 200 {"code":"-9999","msg":"N',
      'INFO POST /order 200 {"coin":{"code":"BTC"}} code: -9999',
      'INFO {"call":{"code":"-9999","msg":"New"},"status":200}',
    ].join("\n"),
  );
  expect(report.read).toMatchObject({ responses: 6, successes: 2 });
  expect(report.mayHaveBeenExecuted.requests.map(({ place }) => place.line)).toEqual([3, 4, 5, 6]);
});
