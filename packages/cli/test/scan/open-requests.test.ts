import { expect, test } from "vitest";
import { scanCapture } from "./capture.js";
import { lines, NOT_FOUND, record, TIMEOUT } from "./records.js";

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
