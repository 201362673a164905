import { expect, test } from "vitest";
import { run } from "../run.js";
import { scanCapture } from "./capture.js";
import { lines, NOT_FOUND, record, TIMEOUT } from "./records.js";

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
