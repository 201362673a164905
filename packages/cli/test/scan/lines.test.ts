import { expect, test } from "vitest";
import { scanCapture } from "./capture.js";
import { lines, record, TIMEOUT } from "./records.js";

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
