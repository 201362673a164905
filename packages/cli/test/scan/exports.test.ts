import { expect, test } from "vitest";
import { run } from "../run.js";
import { scanCapture, writeCaptures } from "./capture.js";

const TIMEOUT = '{"code":"-1007","msg":"Timeout waiting for response from server"}';
const START = Date.parse("2026-11-26T09:12:00Z");

/** The lines of a log, one each second: 2 timeouts, an unknown code, a batch, a success, others. */
const LINES = [
  `2026-11-26 17:12:00,123 ERROR POST https://api.example.com/api/v1/order failed: ${TIMEOUT}`,
  `INFO POST /api/v1/order status=200 {"orderId":"1"}`,
  "GET /health 200 3ms",
  `{"level":50,"req":{"method":"POST","url":"/api/v1/order"},"res":{"statusCode":400,"body":{"code":"0211","msg":"Order not found"}}}`,
  `ERROR POST /api/v1/order {"code":"-9998","msg":"Position locked"}`,
  `{"cut off": [`,
  `INFO POST /api/v1/orders {"code":0,"result":[{"code":"0000"},{"code":"0207","msg":"Invalid price"}]}`,
  `{"level":"info","msg":"cache warm","items":[{"code":"A1"}]}`,
  `ERROR hashkey ${TIMEOUT}`,
].map((line, index) => ({ line, ms: START + index * 1000 }));

type Line = (typeof LINES)[number];

const iso = ({ ms }: Line) => new Date(ms).toISOString();
const ns = ({ ms }: Line) => `${ms}000000`;
const ndjson = (records: readonly object[]) =>
  records.map((each) => JSON.stringify(each)).join("\n");

const insights = LINES.map((each) => [
  { field: "@timestamp", value: iso(each).replace("T", " ").replace("Z", "") },
  { field: "@message", value: each.line },
  { field: "@ptr", value: "CmEK" },
]);
const loki = LINES.map((each) => [ns(each), each.line]);
const hits = LINES.map((each) => ({
  _index: "logs-2026.11.26",
  _source: {
    "@timestamp": iso(each),
    message: each.line,
    tags: ["a", "b"],
    agent: { type: "filebeat" },
  },
  sort: [each.ms],
}));
const splunk = LINES.map((each) => ({ _raw: each.line, _time: iso(each), _si: ["a", "main"] }));
const entries = LINES.map((each) => ({
  insertId: "a",
  receiveTimestamp: "2026-11-26T12:00:00Z",
  severity: "ERROR",
  textPayload: each.line,
  timestamp: iso(each),
}));
const logRecord = (each: Line, body: string, attribute: string) => ({
  timeUnixNano: ns(each),
  observedTimeUnixNano: "1795700000000000000",
  body: { stringValue: body },
  attributes: [
    { key: "thread", value: { intValue: "1" } },
    { key: "exception.message", value: { stringValue: attribute } },
  ],
});
const otlp = (...logRecords: readonly object[][]) => ({
  resourceLogs: logRecords.map((each) => ({
    resource: { attributes: [{ key: "service.name", value: { stringValue: "bot" } }] },
    scopeLogs: [{ scope: { name: "bot" }, logRecords: each }],
  })),
});

/** The lines as tools that keep logs export them. */
const EXPORTS: Readonly<Record<string, string | object>> = {
  Loki: {
    status: "success",
    data: {
      resultType: "streams",
      result: [
        { stream: { app: "bot", level: "error" }, values: loki.slice(0, 5) },
        { stream: { app: "bot" }, values: loki.slice(5).map((row) => [...row, { parsed: {} }]) },
      ],
      stats: { summary: { execTime: 0.1 } },
    },
  },
  "Loki's rows alone": loki,
  logcli: ndjson(
    LINES.map((each) => ({ labels: { app: "bot" }, line: each.line, timestamp: iso(each) })),
  ),
  Datadog: {
    data: LINES.map((each) => ({
      id: "AQ",
      type: "log",
      attributes: {
        timestamp: iso(each),
        status: "error",
        message: each.line,
        tags: ["env:prod"],
        attributes: { duration: 3 },
      },
    })),
    meta: { status: "done", warnings: [{ code: "unknown_index", detail: "indexes: a" }] },
  },
  Elasticsearch: {
    took: 5,
    _shards: { failed: 0 },
    hits: { total: { value: 9 }, hits },
    aggregations: { a: { buckets: [{ key: "b", doc_count: 3 }] } },
  },
  "Elasticsearch, a hit on each line": ndjson(hits),
  "the fields of Kibana": {
    hits: {
      hits: LINES.map((each) => ({
        _id: "a",
        fields: { "@timestamp": [iso(each)], "host.name": ["a"], message: [each.line] },
      })),
    },
  },
  "CloudWatch Logs Insights": {
    results: insights,
    statistics: { recordsMatched: 9 },
    status: "Complete",
  },
  "the results of CloudWatch Logs Insights alone": insights,
  "CloudWatch's filter-log-events": {
    events: LINES.map(({ line, ms }) => ({ timestamp: ms, message: line, ingestionTime: ms + 9 })),
    searchedLogStreams: [{ logStreamName: "a", searchedCompletely: true }],
  },
  "Google Cloud Logging": entries,
  "Google Cloud Logging, structured": entries.map(({ textPayload, ...entry }) => ({
    ...entry,
    jsonPayload: { message: textPayload },
  })),
  "a page of Google Cloud Logging": { entries, nextPageToken: "a" },
  Splunk: ndjson(splunk.map((result, offset) => ({ preview: false, offset, result }))),
  "Splunk's results": { preview: false, messages: [], fields: [{ name: "_raw" }], results: splunk },
  "Splunk's rows": { fields: ["_raw", "_time"], rows: splunk.map((s) => [s._raw, s._time]) },
  OpenTelemetry: otlp(
    LINES.slice(0, 4).map((each) => logRecord(each, each.line, "none")),
    LINES.slice(4).map((each) => logRecord(each, each.line, "none")),
  ),
  "attributes of OpenTelemetry": otlp(LINES.map((each) => logRecord(each, "failed", each.line))),
  "a page that looks like a success of the API": {
    code: 0,
    data: { list: LINES.map((each) => ({ time: iso(each), content: { msg: each.line } })) },
  },
  "a page for each of two hours": [LINES.slice(0, 5), LINES.slice(5)].map((lines) => ({
    events: lines.map(({ line, ms }) => ({ timestamp: ms, message: line })),
  })),
};

const forms = Object.entries(EXPORTS).flatMap(([tool, content]) =>
  typeof content === "string"
    ? [[tool, content] as const]
    : [
        [tool, JSON.stringify(content)] as const,
        [`${tool}, indented`, JSON.stringify(content, undefined, 2)] as const,
      ],
);

test.each(forms)("scan reads each line of a log that is exported from %s", (_tool, content) => {
  const { status, report } = scanCapture(content);
  expect([status, report.problems]).toEqual([0, []]);
  const { responses, successes, batches, withoutBody, notJson } = report.read;
  expect([responses, successes, batches, (withoutBody ?? 0) + (notJson ?? 0)]).toEqual([
    6, 1, 1, 3,
  ]);
  expect(report.errors.map(({ name, count }) => [name, count])).toEqual([
    ["SERVER_TIMEOUT", 2],
    ["ORDER_NOT_FOUND", 1],
    ["UNRECOGNIZED", 1],
    ["ORDER_PRICE_INVALID", 1],
  ]);
  const { requests } = report.mayHaveBeenExecuted;
  expect(requests.map(({ name, time }) => [name, time])).toEqual([
    ["SERVER_TIMEOUT", "2026-11-26T09:12:00Z"],
    ["UNRECOGNIZED", "2026-11-26T09:12:04Z"],
    ["SERVER_TIMEOUT", "2026-11-26T09:12:08Z"],
  ]);
  expect(requests[0]).toMatchObject({ method: "POST", path: "/api/v1/order" });
  const late = scanCapture(content, "--since", "2026-11-26T09:12:04Z").report;
  expect([late.read.responses, late.read.leftOut, late.problems]).toEqual([3, 3, []]);
});

test("scan says where a line stands in what lists it", () => {
  const { Loki, Datadog } = EXPORTS;
  const cwd = writeCaptures({
    "loki.json": JSON.stringify(Loki),
    "dd.json": JSON.stringify(Datadog),
  });
  const { output } = run(["scan", "loki.json", "dd.json"], { cwd });
  expect(output).toContain("loki.json:1 (entry 9)  2026-11-26T09:12:08Z  -1007 SERVER_TIMEOUT\n");
  expect(output).toContain("dd.json:1 (entry 1)  2026-11-26T09:12:00Z  POST /api/v1/order  -1007");
});

test("scan takes the time of what lists a line, but not its request", () => {
  const page = { timestamp: "2026-11-26T09:12:00Z", method: "GET", url: "/logs", lines: [TIMEOUT] };
  const { count, requests } = scanCapture(JSON.stringify(page)).report.mayHaveBeenExecuted;
  expect([count, requests]).toMatchObject([
    1,
    [{ time: page.timestamp, method: null, path: null }],
  ]);
});

test("scan finds the body in each record of a list where --body says", () => {
  const page = { data: [{ call: { answer: TIMEOUT } }, { call: { answer: '{"orderId":1}' } }] };
  const { report } = scanCapture(JSON.stringify(page), "--body", "call.answer");
  expect(report.read).toMatchObject({ responses: 2, successes: 1 });
});

test("explain finds the errors in a page of a log, each once", () => {
  const { output } = run(["explain", "-", "--json"], { input: JSON.stringify(EXPORTS.Datadog) });
  const { answers } = JSON.parse(output) as { answers: { errors: { name: string }[] }[] };
  expect(answers.map(({ errors }) => errors.map(({ name }) => name))).toEqual([
    ["SERVER_TIMEOUT", "ORDER_NOT_FOUND", "UNRECOGNIZED", "ORDER_PRICE_INVALID"],
  ]);
});

/** Records that list something else than the lines of a log, and how many answers they are. */
const OTHERS: Readonly<Record<string, readonly [record: object, answers: number]>> = {
  "a line of a log with things that have codes": [
    { time: "2026-11-26T09:12:00Z", msg: "warm", items: [{ code: "A1" }, { code: "B2" }] },
    0,
  ],
  "things that have codes and times": [
    { instruments: [{ code: "BTC", time: 1_795_691_641_000 }, { code: "ETH" }] },
    0,
  ],
  "a request that lists orders": [{ request: { body: [{ message: TIMEOUT }] } }, 0],
  "an answer that lists orders": [
    { code: 0, orders: [{ time: 1_795_691_641_000, code: "0207", msg: "Invalid price" }] },
    1,
  ],
  "an answer beside a status": [{ res: { statusCode: 200, body: [{ message: TIMEOUT }] } }, 1],
};

test.each(Object.entries(OTHERS))("scan takes %s as one record", (_name, [record, answers]) => {
  const { read, errors } = scanCapture(`{"code":0}\n${JSON.stringify(record)}\n`).report;
  expect([read.responses, read.withoutBody, errors]).toEqual([1 + answers, 1 - answers, []]);
});

test("scan says how many lines of a log have no answer", () => {
  const page = {
    events: [1, 2, 3].map((id) => ({ timestamp: START, message: `GET /health ${id}` })),
  };
  expect(scanCapture(JSON.stringify(page)).report.problems).toMatchObject([
    { message: expect.stringMatching(/^no response was found in 3 records: /) },
  ]);
});

test("scan reports what is too long to read, and does not say that nothing was executed", () => {
  const cwd = writeCaptures({
    "a.log": `{"code":0}\n{"x":"${" ".repeat(17 << 20)}"}\n{"code":0}\n`,
  });
  const { status, output, errors } = run(["scan", "a.log"], { cwd });
  expect(output).toContain("2 responses in 1 file: 2 successes");
  expect(output).toContain("May have been executed: no request in what was read\n");
  expect(errors).toMatch(/^a\.log: 1 record was too long to read: a record may have 16 MiB, /);
  expect(status).toBe(2);
});

test("scan reads a page of a log that is longer than a record may be", () => {
  const events = Array.from({ length: 9 }, () => ({
    timestamp: START,
    message: "x".repeat(2 << 20),
  }));
  const page = { events: [...events, { timestamp: START, message: TIMEOUT }] };
  const { status, report } = scanCapture(JSON.stringify(page));
  expect([status, report.read.responses, report.read.withoutBody]).toEqual([0, 1, 9]);
});
