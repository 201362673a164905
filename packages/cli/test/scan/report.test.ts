import { expect, test } from "vitest";
import { run } from "../run.js";
import { scanCapture, writeCaptures } from "./capture.js";

const lines = (...records: readonly object[]) =>
  records.map((record) => `${JSON.stringify(record)}\n`).join("");

/** A record of one request, as loggers write it. */
const record = (time: string, method: string, body: unknown, status = 400) => ({
  time,
  req: { method, url: "https://user:pass@api.example.com/api/v1/spot/order/8a7Q2?key=SECRET" },
  res: { statusCode: status, headers: { "x-key": "SECRET" }, body },
});

const TIMEOUT = { code: "-1007", msg: "Timeout waiting for response from server" };
const NOT_FOUND = { code: "0211", msg: "Order not found" };

test("scan counts each error, with its first and last time", () => {
  const { report } = scanCapture(
    lines(
      { ...record("", "POST", TIMEOUT), time: 1_795_691_641.5 },
      record("2026-11-26T09:12:01Z", "POST", NOT_FOUND),
      record("2026-11-26T08:00:00+01:00", "POST", NOT_FOUND),
      record("2026-11-26T09:12:01Z", "POST", { orderId: "1" }, 200),
      { ...record("", "POST", NOT_FOUND), time: 1_795_691_641_000 },
    ),
  );
  expect(report.read).toMatchObject({ responses: 5, successes: 1 });
  expect(report.errors).toMatchObject([
    {
      name: "ORDER_NOT_FOUND",
      code: "0211",
      count: 3,
      first: "2026-11-26T07:00:00Z",
      last: "2026-11-26T11:14:01Z",
    },
    { name: "SERVER_TIMEOUT", count: 1, first: "2026-11-26T11:14:01.500Z" },
  ]);
});

test("scan reads a status that is a text of three digits, and no other", () => {
  const statuses = ["502", "0502", "FILLED", 99, 600];
  const { report } = scanCapture(
    lines(...statuses.map((status) => ({ res: { status, body: "<html>" } }))),
  );
  expect(report.invalid).toMatchObject([
    { status: null, count: 4 },
    { status: 502, count: 1 },
  ]);
});

test("scan counts a batch as a success if no item failed, and else the time of each item", () => {
  const batch = (...result: readonly object[]) => ({ code: 0, result });
  const { report } = scanCapture(
    lines(
      record("2026-11-26T09:12:00Z", "POST", batch({ code: "0000" }), 200),
      record("2026-11-26T09:12:01Z", "POST", batch({ code: "0000" }), 200),
      record("2026-11-26T09:12:02Z", "POST", batch({ code: "0000" }, { code: "-9999" }), 200),
      record("2026-11-26T09:12:03Z", "POST", { code: "-9998" }),
    ),
  );
  expect(report.read).toMatchObject({ responses: 4, successes: 2, batches: 3, batchItems: 4 });
  const [first, last] = ["2026-11-26T09:12:02Z", "2026-11-26T09:12:03Z"];
  expect(report.errors).toMatchObject([
    { name: "UNRECOGNIZED", code: null, count: 2, first, last },
  ]);
});

test("scan counts failures of one name as the most cautious of them, in any order", () => {
  const refused = { err: { code: "ECONNREFUSED" } };
  const reset = { err: { code: "ECONNRESET" } };
  const limited = record("", "POST", "<html>", 429);
  const broken = record("", "POST", "<html>", 502);
  for (const records of [
    [refused, limited, reset, broken],
    [broken, reset, limited, refused],
  ])
    expect(scanCapture(lines(...records)).report.errors).toMatchObject([
      { count: 2, outcome: "unknown", retry: "after-reconcile" },
      { count: 2, outcome: "unknown", retry: "after-reconcile" },
    ]);
});

test("scan says which requests may have been executed, and where they stand", () => {
  const batch = { code: 0, result: [{ code: "0000" }, NOT_FOUND, TIMEOUT] };
  const { report } = scanCapture(
    lines(
      record("2026-11-26T09:12:01Z", "POST", NOT_FOUND),
      record("2026-11-26T09:12:02Z", "POST", TIMEOUT),
      record("2026-11-26T09:12:03Z", "GET", TIMEOUT),
      record("2026-11-26T09:12:03Z", "OPTIONS", "", 503),
      record("2026-11-26T09:12:04Z", "DELETE", "<html>SECRET</html>", 502),
      record("2026-11-26T09:12:05Z", "POST", { code: "-9999" }),
      { level: 50, err: { type: "AxiosError", code: "ECONNABORTED", config: { method: "post" } } },
      { level: 50, err: { type: "Error", code: "ECONNREFUSED" } },
      record("2026-11-26T09:12:06Z", "POST", batch, 200),
    ),
  );
  const { count, reads, requests } = report.mayHaveBeenExecuted;
  expect([count, reads]).toEqual([5, 2]);
  const path = "/api/v1/spot/order/…";
  expect(requests).toMatchObject([
    { place: { line: 2 }, name: "SERVER_TIMEOUT", method: "POST", path, item: null },
    { place: { line: 5 }, name: "INVALID_RESPONSE", method: "DELETE", path, status: 502 },
    { place: { line: 6 }, name: "UNRECOGNIZED", method: "POST", code: "-9999" },
    { place: { line: 7 }, name: "NO_RESPONSE", method: "POST", path: null },
    { place: { line: 9 }, name: "SERVER_TIMEOUT", method: "POST", item: 2 },
  ]);
  expect(report.read).toMatchObject({ batches: 1, batchItems: 3 });
});

test("scan says which requests of a browser got no answer", () => {
  const entry = (status: number, error?: string) => ({
    startedDateTime: "2026-11-26T17:12:01.000+08:00",
    // How long it took.
    time: 1_512.5,
    request: { method: "POST", url: "https://api.example.com/api/v1/spot/order" },
    response: { status, content: { size: 0, mimeType: "x-unknown" }, _error: error },
  });
  const entries = [
    entry(0, "net::ERR_TIMED_OUT"),
    entry(0, "net::ERR_NAME_NOT_RESOLVED"),
    entry(504),
    entry(204),
  ];
  const { report } = scanCapture(JSON.stringify({ log: { version: "1.2", creator: {}, entries } }));
  const time = "2026-11-26T09:12:01Z";
  expect(report.mayHaveBeenExecuted.requests).toMatchObject([
    { name: "NO_RESPONSE", place: { entry: 1 }, time },
    { name: "INVALID_RESPONSE", place: { entry: 3 }, time },
  ]);
  expect(report.read).toMatchObject({ responses: 3, otherResponses: 1 });
});

test("scan knows a request without an answer in the HAR of every recorder", () => {
  const content = { size: 0, mimeType: "x-unknown" };
  const broken = { size: -1, mimeType: "application/json" };
  const responses: readonly object[] = [
    { status: -1, content: { ...content, size: -1 }, _failureText: "net::ERR_CONNECTION_RESET" },
    { status: -1, content: { ...content, size: -1 } },
    { status: 200, content: broken, _failureText: "net::ERR_CONNECTION_RESET" },
    {
      status: 200,
      content: { ...broken, size: 0 },
      _error: "net::ERR_INCOMPLETE_CHUNKED_ENCODING",
    },
    { status: 0, content: {}, _error: "server closed connection" },
    { status: 0, content: {}, _error: null },
    { status: 0, content: { ...content, text: "" } },
    { status: -1, content: { ...content, size: -1 }, _failureText: "net::ERR_CONNECTION_REFUSED" },
    { status: 400, content: { ...content, text: JSON.stringify(NOT_FOUND) }, _error: "net::ERR" },
  ];
  const url = "https://api.example.com/api/v1/spot/order";
  const entries = responses.map((response) => ({ request: { method: "POST", url }, response }));
  const { report } = scanCapture(JSON.stringify({ log: { version: "1.2", creator: {}, entries } }));
  expect(report.mayHaveBeenExecuted.requests.map(({ place, name }) => [place.entry, name])).toEqual(
    [1, 2, 3, 4, 5, 6, 7].map((entry) => [entry, "NO_RESPONSE"]),
  );
  expect(report.read).toMatchObject({ responses: 9, successes: 0, otherResponses: 0 });
});

test("scan --requests says how many requests are listed; all are counted", () => {
  const capture = lines(...Array.from({ length: 30 }, () => ({ res: { body: TIMEOUT } })));
  const listed = (...options: readonly string[]) => {
    const { count, requests } = scanCapture(capture, ...options).report.mayHaveBeenExecuted;
    return [count, requests.length];
  };
  expect(listed("--requests", "3")).toEqual([30, 3]);
  const cwd = writeCaptures({ capture });
  const { output } = run(["scan", "capture", "--requests", "3"], { cwd });
  expect(output).toContain("and 27 more (--requests 30 lists all)");
});

test("scan lists unknown codes and texts, those that differ in values alone as one", () => {
  const { report } = scanCapture(
    lines(
      record("", "POST", { code: "-9999", msg: "Order 1 is strange" }),
      record("", "POST", { code: "-9999", msg: "Order 22 is strange" }),
      record("", "POST", { code: "-9999", msg: "Strange" }),
      record("", "POST", { code: "0001", msg: "Neither of the two" }),
      record("", "POST", { code: "0211", msg: "There is no order" }),
    ),
  );
  expect(report.unknown).toMatchObject([
    {
      code: "-9999",
      count: 3,
      texts: [
        { text: "Order 1 is strange", template: "Order {value} is strange", count: 2 },
        { text: "Strange", template: "Strange", count: 1 },
      ],
    },
    { code: "0001", candidates: ["REQUIRED_FIELD_INVALID", "SIGNATURE_INVALID"] },
  ]);
  expect(report.drift).toMatchObject([
    { name: "ORDER_NOT_FOUND", texts: [{ text: "There is no order", place: { line: 5 } }] },
  ]);
});

test("scan counts the successes in lines of a log: by their code, or by a status beside them", () => {
  const { report } = scanCapture(
    'sent {"symbol":"X"} got {"code":0,"orderId":"1"}\nPOST /order status=200 {"orderId":"2"}\nINFO POST /order -> 200 {"orderId":"3"}\nplacing {"symbol":"X"}\nPOST /order 200 ms {"symbol":"X"}\n',
  );
  expect(report.read).toMatchObject({ responses: 3, successes: 3, withoutBody: 2 });
});

test("scan takes no line of a log for a success by the status of another response in it", () => {
  const { report } = scanCapture(
    [
      "<131>Nov 26 09:12:01 host bot[12]: GET /health 200 3ms",
      '2026-11-26T09:12:01+00:00\tbot\t{"log":"GET /health 200 3ms"}',
      JSON.stringify({ message: `wrapped ${JSON.stringify({ line: "GET /health 200 3ms" })}` }),
      'host bot[12]: POST /order 200 {"orderId":"1"}',
      'INFO answered {"orderId":"1","status":200}',
    ].join("\n"),
  );
  expect(report.read).toMatchObject({ responses: 2, successes: 2 });
});

test("scan reads the texts of errors in CSV and in what Python prints", () => {
  const { report } = scanCapture(
    `a,"{""code"":""-9999"",""msg"":""Position locked""}"\nERROR {'code': '-9998', 'msg': "It's \\"late\\"", 'x': None}\n`,
  );
  expect(report.unknown).toMatchObject([
    { code: "-9999", texts: [{ text: "Position locked" }] },
    { code: "-9998", texts: [{ text: `It's "late"` }] },
  ]);
});

test("scan reads JSON with colors in it, as jq and httpie print it", () => {
  const colored = JSON.stringify(record("2026-11-26T09:12:01Z", "POST", TIMEOUT)).replaceAll(
    /"\w+"/g,
    "\u001b[1;34m$&\u001b[0m",
  );
  const { report } = scanCapture(`\u001b[32mINFO\u001b[39m ${colored}\n${colored}\n\u001b\n`);
  expect(report.mayHaveBeenExecuted.requests).toMatchObject([
    { name: "SERVER_TIMEOUT", method: "POST", time: "2026-11-26T09:12:01Z" },
    { name: "SERVER_TIMEOUT", method: "POST", time: "2026-11-26T09:12:01Z" },
  ]);
  expect(report.read).toMatchObject({ notJson: 0, withoutBody: 0 });
});

test("scan reads the lines that loggers keep under other names than message", () => {
  const unknown = '{"code":"-9999","msg":"Position locked"}';
  const { report } = scanCapture(
    lines(
      { __REALTIME_TIMESTAMP: "1795684320000000", PRIORITY: "3", MESSAGE: `failed: ${unknown}` },
      { "@t": "2026-11-26T09:12:01Z", "@m": `failed: ${unknown}`, "@l": "Error" },
      { version: "1.1", host: "a", short_message: unknown, timestamp: 1_795_684_322, level: 3 },
      { result: { _raw: `2026-11-26T09:12:03Z ${unknown}` } },
      { result: { note: `2026-11-26T09:12:04Z ${unknown}` } },
    ),
  );
  expect(report.read).toMatchObject({ responses: 4, withoutBody: 1 });
  expect(report.unknown).toMatchObject([
    { count: 4, first: "2026-11-26T09:12:00Z", last: "2026-11-26T09:12:03Z" },
  ]);
});

test("scan finds an error in a text that no convention names, and nothing less", () => {
  const found = scanCapture(
    lines(
      { Timestamp: "2026-11-26T09:12:00Z", RenderedMessage: `failed: ${JSON.stringify(TIMEOUT)}` },
      { Properties: { Body: `POST /order status=400 {"code":"-9999"}` } },
      { note: '{"code":"-9999"}' },
      { note: '{"orderId":"1"}' },
      { request: JSON.stringify(TIMEOUT) },
    ),
  ).report;
  expect(found.read).toMatchObject({ responses: 2, withoutBody: 3 });
  expect(found.errors).toMatchObject([
    { name: "SERVER_TIMEOUT", first: "2026-11-26T09:12:00Z" },
    { name: "UNRECOGNIZED" },
  ]);
});

test("scan counts an order with a status of its own as a success", () => {
  const order = { orderId: "1", status: "NEW" };
  const { report } = scanCapture(
    lines({ status: 200, response: order }, { ctx: { res: { status: 200, data: order } } }),
  );
  expect(report.read).toMatchObject({ responses: 2, successes: 2, withoutBody: 0 });
});

test("scan counts unknown codes deep in a record, if it has a status", () => {
  const response = { code: "-9999", msg: "Position locked" };
  const { report } = scanCapture(
    lines(
      { level: 30, jsonPayload: { status: 400, response } },
      { level: 30, jsonPayload: { response: { ...response, data: null }, status: 200 } },
    ),
  );
  expect(report.unknown).toMatchObject([{ code: "-9999", count: 2 }]);
});

test("scan counts what it passes over", () => {
  const { report } = scanCapture(
    `${lines(record("", "POST", NOT_FOUND), { level: 30, msg: "started" })}not JSON\n{"cut":\n`,
  );
  expect(report.read).toMatchObject({ responses: 1, withoutBody: 2, notJson: 1 });
});

test("scan keeps requests to other addresses out", () => {
  const other = { ...record("", "POST", "<html>"), req: { method: "POST", url: "https://ads/x" } };
  const capture = lines(record("", "POST", TIMEOUT), other, { res: { body: TIMEOUT } });
  const { report } = scanCapture(capture, "--url", "api.example.com");
  expect(report.read).toMatchObject({ responses: 1, otherResponses: 2 });
  expect(scanCapture(lines(other), "--url", "api.example.com").report.problems).toMatchObject([
    { message: 'no response to an address with "api.example.com" (--url) was found in 1 record' },
  ]);
});

test("scan says what it did not count, and why", () => {
  const other = { ...record("", "POST", "<html>"), req: { method: "POST", url: "https://ads/x" } };
  const late = record("2026-11-27T09:12:01Z", "POST", TIMEOUT);
  const reading = record("2026-11-26T09:12:01Z", "GET", TIMEOUT);
  const cwd = writeCaptures({ "a.ndjson": lines(other, late, reading, { msg: "started" }) });
  const options = ["--url", "api.example.com", "--until", "2026-11-27"];
  const { output } = run(["scan", "a.ndjson", ...options], { cwd });
  expect(output.split("\n").slice(0, 5)).toEqual([
    "1 response in 1 file: 0 successes, 1 with errors",
    "Not counted: 1 record without a body, 1 other response (pages, images or other addresses), 1 response from another time or without a time",
    "",
    "May have been executed: no request",
    "  Not counted: 1 read with such an outcome, since reads change nothing.",
  ]);
});

test("scan --since and --until leave out what is older or newer, or has no time", () => {
  const capture = lines(
    record("2026-11-26T09:12:01Z", "POST", NOT_FOUND),
    record("2026-11-26T10:12:01Z", "POST", NOT_FOUND),
    record("", "POST", NOT_FOUND),
  );
  const left = (since: string) => scanCapture(capture, "--since", since).report.read;
  expect(left("2026-11-26T10:00Z")).toMatchObject({ responses: 1, leftOut: 2 });
  expect(left("2026-11-26")).toMatchObject({ responses: 2, leftOut: 1 });
  expect(left("1795684320")).toMatchObject({ responses: 2, leftOut: 1 });
  const hour = ["--since", "2026-11-26T09:12:01Z", "--until", "2026-11-26T10:12:01Z"];
  expect(scanCapture(capture, ...hour).report.read).toMatchObject({ responses: 1, leftOut: 2 });
  expect(scanCapture(capture, "--until", "2026-11-27").report.read).toMatchObject({
    responses: 2,
    leftOut: 1,
  });
  const now = scanCapture(
    lines({ ...record("", "POST", NOT_FOUND), time: Date.now() }),
    "--since",
    "2h",
  );
  expect(now.report.read).toMatchObject({ responses: 1, leftOut: 0 });
  expect(run(["scan", "x", "--since", "yesterday"]).status).toBe(2);
});

test("scan does not say that nothing was executed where it does not know when", () => {
  const untimed = `hashkey ${JSON.stringify(TIMEOUT)}\n`;
  const { status, report } = scanCapture(
    `${untimed}${untimed}{"code":0}\n`,
    "--since",
    "2026-11-26",
  );
  expect(report.read).toMatchObject({ responses: 0, leftOut: 3 });
  const message = "no time was found for 2 failures, which --since and --until leave out";
  expect(report.problems).toEqual([{ file: "capture", message }]);
  expect(status).toBe(2);
  const older = lines(record("2026-11-25T09:12:01Z", "POST", TIMEOUT));
  for (const content of [`{"code":0}\n`, older])
    expect(scanCapture(content, "--since", "2026-11-26")).toMatchObject({ status: 0 });
  expect(scanCapture(untimed)).toMatchObject({ status: 0 });
});

test("scan gives the lines of an exception the time of the log's line before them", () => {
  const body = JSON.stringify(TIMEOUT);
  const { report } = scanCapture(
    [
      "WARNING [2026-11-26 09:12:01,123] bot: order failed",
      "Traceback (most recent call last):",
      `ccxt.base.errors.RequestTimeout: hashkey ${body}`,
      "2026-11-26T10:00:00.5+08:00 bot: order failed",
      `RequestTimeout: hashkey ${body}`,
      `09:12:01 ${body}`,
      `{"time":"2026-11-27T00:00:00Z"}`,
      `RequestTimeout: hashkey ${body}`,
    ].join("\n"),
  );
  expect(report.mayHaveBeenExecuted.requests.map(({ place, time }) => [place.line, time])).toEqual([
    [3, "2026-11-26T09:12:01.123Z"],
    [5, "2026-11-26T02:00:00.500Z"],
    [6, null],
    [8, null],
  ]);
});

test("scan takes the latest moment that a line of syslog may mean, which has no year", () => {
  const body = JSON.stringify(TIMEOUT);
  const year = new Date().getUTCFullYear();
  /** The time as syslog writes it, with a blank before a day of one digit. */
  const stamp = (time: Date) => {
    const [, day = "", month = ""] = time.toUTCString().split(" ");
    return `${month} ${String(Number(day)).padStart(2)} ${time.toISOString().slice(11, 19)}`;
  };
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
  const isWhole = (time: Date) => time.toISOString().replace(/\.\d+Z/, "Z");
  // A clock that is ahead of UTC: Hong Kong, for one.
  const times = [hoursAgo(1), hoursAgo(-8), hoursAgo(24 * 300)];
  const capture = [
    ...times.map((time) => `<34>${stamp(time)} host bot[1]: settles 2020-01-01 ${body}`),
    "Traceback (most recent call last):",
    `RequestTimeout: hashkey ${JSON.stringify({ ...TIMEOUT, orderId: "2" })}`,
    `Thu Nov 26 09:12:01 2015 ${body}`,
    `Feb 29 09:12:01 host bot: ${body}`,
    `Foo 12 09:12:01 host bot: ${body}`,
  ].join("\n");
  const { requests } = scanCapture(capture).report.mayHaveBeenExecuted;
  const leapDays = Array.from({ length: 9 }, (_, ago) => Date.UTC(year - ago, 1, 29, 9, 12, 1));
  const leapDay = leapDays.find(
    (each) => new Date(each).getUTCDate() === 29 && each < Date.now() + 86_400_000,
  );
  expect(requests.map(({ time }) => time)).toEqual([
    ...times.map(isWhole),
    ...times.slice(2).map(isWhole),
    "2015-11-26T09:12:01Z",
    isWhole(new Date(leapDay ?? 0)),
    null,
  ]);
  const [recent = "", ahead = "", old = ""] = capture.split("\n");
  const late = scanCapture(`${recent}\n${ahead}\n${old}`, "--since", "12h").report;
  expect([late.mayHaveBeenExecuted.count, late.problems]).toEqual([2, []]);
});

/** Times as the members of records have them. */
const TIMES: readonly object[] = [
  { instant: { epochSecond: 1_795_684_321, nanoOfSecond: 500_000_000 } },
  { timeMillis: 1_795_684_321_500 },
  { time_local: "26/Nov/2026:09:12:01 +0000" },
  { time_iso8601: "2026-11-26T09:12:01+00:00" },
  { TimeGenerated: "2026-11-26T09:12:01Z" },
  { __time__: "1795684321" },
];

test("scan reads a time as servers, loggers and clouds write it", () => {
  const body = JSON.stringify(TIMEOUT);
  const { requests } = scanCapture(
    [
      `10.0.0.1 - - [26/Nov/2026:17:12:01 +0800] "POST /order HTTP/1.1" 400 ${body}`,
      `26 Nov 2026 09:12:01,500 ERROR ${body}`,
      `[26-Nov-2026 09:12:01 UTC] PHP ${body}`,
      `Date: Thu, 26 Nov 2026 09:12:01 GMT ${body}`,
      `"Nov 26, 2026 @ 09:12:01.500","${body.replaceAll('"', '""')}"`,
      "Nov 6, 2026 9:12:01\u202fPM com.example.Bot place",
      `SEVERE: ${body}`,
      ...TIMES.map((time) => JSON.stringify({ ...time, message: body })),
    ].join("\n"),
  ).report.mayHaveBeenExecuted;
  const [whole, half] = ["2026-11-26T09:12:01Z", "2026-11-26T09:12:01.500Z"];
  expect(requests.map(({ time }) => time)).toEqual([
    ...[whole, half, whole, whole, half, "2026-11-06T21:12:01Z"],
    ...[half, half, whole, whole, whole, whole],
  ]);
});

test("scan counts the successes that a page lists with a time in any of these forms, and no others", () => {
  const items = [{}, ...TIMES].map((time) => ({ ...time, body: { code: 0 } }));
  const { read } = scanCapture(JSON.stringify({ items })).report;
  expect(read.successes).toBe(TIMES.length);
});

test("scan prefers the time of a record to one in its line that does not say its zone", () => {
  const timestamp = "2026-11-26T09:12:01Z";
  const { report } = scanCapture(
    lines(
      ...["2026-11-26 17:12:01,123 ERROR", "settles 2026-12-31", "2026-11-26T09:12:02.5Z"].map(
        (start) => ({ timestamp, message: `${start} ${JSON.stringify(TIMEOUT)}` }),
      ),
    ),
  );
  expect(report.mayHaveBeenExecuted.requests.map(({ time }) => time)).toEqual([
    timestamp,
    timestamp,
    "2026-11-26T09:12:02.500Z",
  ]);
});

test("scan --group-by counts each period", () => {
  const capture = lines(
    record("2026-11-26T10:12:01Z", "POST", TIMEOUT),
    record("2026-11-26T09:12:01Z", "POST", NOT_FOUND),
    record("2026-11-26T09:59:59Z", "POST", NOT_FOUND),
    record("", "POST", NOT_FOUND),
  );
  const grouped = (period: string) => scanCapture(capture, "--group-by", period).report.periods;
  expect(grouped("hour")).toEqual([
    { time: "2026-11-26T09:00:00Z", counts: { ORDER_NOT_FOUND: 2 } },
    { time: "2026-11-26T10:00:00Z", counts: { SERVER_TIMEOUT: 1 } },
    { time: null, counts: { ORDER_NOT_FOUND: 1 } },
  ]);
  expect(grouped("day")?.map(({ time }) => time)).toEqual(["2026-11-26T00:00:00Z", null]);
  expect(grouped("minute")?.[0]?.time).toBe("2026-11-26T09:12:00Z");
});
