import { expect, test } from "vitest";
import { scanCapture } from "./capture.js";

const URL = "https://api.example.com/api/v1/spot/order";
const TIMEOUT = { code: "-1007", msg: "Timeout waiting for response from server" };
const PAGE = "<html><head><title>502 Bad Gateway</title></head></html>";

const json = (record: object) => JSON.stringify(record);

/** Records of a request that a gateway answered, without a body of the API. */
const GATEWAY: Readonly<Record<string, string>> = {
  "a page": `ERROR POST ${URL} 502 ${PAGE}`,
  "a page, in logfmt": `level=error msg=failed method=POST url=${URL} status=502 body=${json({ a: PAGE })}`,
  "the words of a status": `ERROR POST ${URL} failed: 504 Gateway Timeout`,
  "JSON without a code": `ERROR POST ${URL} 502 {"error":"Bad Gateway","path":"/order"}`,
  axios: `ERROR AxiosError: Request failed with status code 502`,
  requests: `requests.exceptions.HTTPError: 502 Server Error: Bad Gateway for url: ${URL}`,
  "the debug log of requests": `DEBUG https://api.example.com:443 "POST /api/v1/spot/order HTTP/1.1" 502 150`,
  aiohttp: `aiohttp.client_exceptions.ClientResponseError: 502, message='Bad Gateway', url='${URL}'`,
  ".NET": `System.Net.Http.HttpRequestException: Response status code does not indicate success: 502 (Bad Gateway).`,
  got: `HTTPError: Response code 504 (Gateway Timeout)`,
  "Net::HTTP": `Net::HTTPFatalError: 502 "Bad Gateway"`,
  httpx: `INFO HTTP Request: POST ${URL} "HTTP/1.1 504 Gateway Timeout"`,
  Guzzle: `ERROR Server error: \`POST ${URL}\` resulted in a \`502 Bad Gateway\` response:`,
  "curl -v": "< HTTP/2 502 ",
  "the response of OkHttp": `ERROR Response{protocol=h2, code=503, message=, url=${URL}}`,
  "RestClient of Ruby": "RestClient::BadGateway: 502 Bad Gateway",
  "Faraday of Ruby": "Faraday::ServerError (the server responded with status 504)",
  pino: json({ level: 50, req: { method: "POST", url: URL }, res: { statusCode: 504 } }),
  "fields of a record": json({ level: "error", method: "POST", url: URL, status: 503 }),
  "the fields of Elastic": json({
    "http.request.method": "POST",
    "http.response.status_code": 504,
    "url.path": "/api/v1/spot/order",
  }),
  "the fields of .NET": json({ "@t": "2026-11-26T09:12:01Z", Method: "POST", StatusCode: 504 }),
};

test.each(Object.entries(GATEWAY))(
  "scan counts a request that a gateway answered, as %s says",
  (_name, line) => {
    const { errors, mayHaveBeenExecuted } = scanCapture(`{"code":0}\n${line}\n`).report;
    expect(errors.map(({ name, count }) => [name, count])).toEqual([["INVALID_RESPONSE", 1]]);
    expect(mayHaveBeenExecuted.count).toBe(1);
  },
);

/** What clients and proxies say of a request that was sent and got no answer. */
const LOST: readonly string[] = [
  `ERROR error sending request for url (${URL}): operation timed out`,
  `ERROR POST ${URL}: connection closed before message completed`,
  `ERROR HTTPSConnectionPool(host='a', port=443): Read timed out. (read timeout=10)`,
  `ERROR Post "${URL}": EOF`,
  `ERROR Post "${URL}": read tcp 10.0.0.1:5->10.0.0.2:443: i/o timeout`,
  `ERROR POST ${URL} The request was canceled due to the configured HttpClient.Timeout of 100 seconds elapsing.`,
  `ERROR POST ${URL} org.apache.http.NoHttpResponseException: a:443 failed to respond`,
  `ERROR POST ${URL} java.net.SocketException: Connection reset`,
  `[error] POST ${URL} failed: %Mint.TransportError{reason: :timeout}`,
  `2026/11/26 09:12:01 [error] 31#31: *12 upstream timed out (110: Connection timed out) while reading response header from upstream, request: "POST /api/v1/spot/order HTTP/1.1"`,
  "ERROR aiohttp.client_exceptions.ServerDisconnectedError: Server disconnected",
  "ERROR ('Connection aborted.', RemoteDisconnected('Remote end closed connection'))",
  "ERROR order failed: TimeoutError: The operation was aborted due to timeout",
  `ERROR order failed: FetchError: network timeout at: ${URL}`,
  `ERROR POST ${URL} failed: TimeoutError()`,
  `Error Domain=NSURLErrorDomain Code=-1005 "The network connection was lost." UserInfo={NSErrorFailingURLKey=${URL}}`,
  "TypeError: fetch failed\n    at x {\n  [cause]: SocketError: other side closed\n      at y {\n    code: 'UND_ERR_SOCKET'\n  }\n}",
  json({ level: "error", exc_info: "Traceback\nrequests.exceptions.ReadTimeout: Read timed out." }),
  json({ errorType: "AxiosError", errorMessage: "timeout of 10000ms exceeded, axios" }),
  json({
    text: "failed",
    record: {
      exception: { type: "ReadTimeout", value: "HTTPSConnectionPool: Read timed out." },
      extra: { method: "POST" },
    },
  }),
];

test.each(LOST)("scan counts the request without an answer of %s", (line) => {
  const { errors, mayHaveBeenExecuted } = scanCapture(`{"code":0}\n${line}\n`).report;
  expect(errors.map(({ name, count }) => [name, count])).toEqual([["NO_RESPONSE", 1]]);
  expect(mayHaveBeenExecuted.count).toBe(1);
});

test("scan counts no request that was not sent, and nothing that is not one", () => {
  const { report } = scanCapture(
    [
      `ERROR POST ${URL} java.net.ConnectException: Connection timed out`,
      `[error] upstream timed out while connecting to upstream, request: "POST /order HTTP/1.1"`,
      "ERROR database: the query timed out",
      "ERROR worker 12 exited with status 502",
      "INFO sent 500 not yet read messages",
      `INFO POST ${URL} 200`,
      `ERROR POST ${URL} 400 68`,
      `ERROR Response{protocol=http/1.1, code=400, message=Bad Request, url=${URL}}`,
      "INFO HTTPSConnectionPool(host='a', port=443) closed, exit code=5, status=200",
      json({ level: 50, res: { statusCode: 504 } }),
    ].join("\n"),
  );
  expect(report.read).toMatchObject({ responses: 0 });
});

test("scan counts a body whose code is that of the status, if it has a text", () => {
  const { report } = scanCapture(
    [
      "ERROR order failed: HTTP 502 {Code:502 Msg:Bad gateway}",
      'ERROR order failed: HTTP 500 {"code":500,"msg":"Internal err',
    ].join("\n"),
  );
  expect(report.unknown.map(({ code }) => code)).toEqual(["502", "500"]);
  expect(report.mayHaveBeenExecuted.count).toBe(2);
});

/** Lines about what goes as it should: no request failed. */
const ROUTINE: readonly string[] = [
  `INFO job timed out after 3 attempts, see https://wiki.example.com/runbook`,
  `2026-11-26 09:12:01 DEBUG request timeout set to 5 s for ${URL}`,
  `[info] will retry if a request timed out (${URL})`,
  `level=info msg="connection closed, next is ${URL}"`,
  json({ level: "info", message: `request timeout of 5 s for ${URL}` }),
  json({ level: 30, msg: `request timeout of 5 s for ${URL}` }),
  `INFO order 502 not filled yet, POST ${URL} is next`,
  `WARN served 502 request lines of ${URL}`,
  `WARN sent a batch of 500 unknown ids to ${URL}`,
  `WARN BTC at 502 bad for ${URL}`,
  json({ level: 30, msg: "placed", method: "limit", status: 500 }),
];

test.each(ROUTINE)("scan counts no request for %s", (line) => {
  expect(scanCapture(`{"code":0}\n${line}\n`).report.read.responses).toBe(1);
});

test.each([
  "INFO: <-- HTTP FAILED: java.net.SocketTimeoutException: timeout",
  "INFO retry: HTTPSConnectionPool(host='api.example.com', port=443): Read timed out.",
  `DEBUG POST ${URL} request timed out`,
  json({ level: 30, msg: `read ECONNRESET at ${URL}` }),
])("scan counts the lost request of %s, whatever its level", (line) => {
  const { mayHaveBeenExecuted } = scanCapture(`{"code":0}\n${line}\n`).report;
  expect(mayHaveBeenExecuted.count).toBe(1);
});

test("scan counts reads that a gateway answered apart", () => {
  const { reads, count } = scanCapture(`ERROR GET ${URL} 502 ${PAGE}\n`).report.mayHaveBeenExecuted;
  expect([reads, count]).toEqual([1, 0]);
});

test("scan reads records with names in capitals, and the time of Loguru", () => {
  const { requests } = scanCapture(
    [
      json({
        "@t": "2026-11-26T09:12:01Z",
        Method: "POST",
        Url: URL,
        StatusCode: 400,
        Response: { code: "-9999", msg: "Locked" },
      }),
      json({ "@t": "2026-11-26T09:12:02Z", Method: "GET", Url: URL, Response: TIMEOUT }),
      json({ Timestamp: "2026-11-26T09:12:03Z", LogLevel: "Error", Message: `POST ${URL} 502` }),
      json({ Method: "POST", Response: `<Response [400]> ${json(TIMEOUT)}` }),
      json({
        record: { message: `POST ${URL} ${json(TIMEOUT)}`, time: { timestamp: 1795684325 } },
      }),
    ].join("\n"),
  ).report.mayHaveBeenExecuted;
  expect(requests.map(({ name, time, method }) => [name, time, method])).toEqual([
    ["UNRECOGNIZED", "2026-11-26T09:12:01Z", "POST"],
    ["INVALID_RESPONSE", "2026-11-26T09:12:03Z", "POST"],
    ["SERVER_TIMEOUT", null, "POST"],
    ["SERVER_TIMEOUT", "2026-11-26T09:12:05Z", "POST"],
  ]);
});
