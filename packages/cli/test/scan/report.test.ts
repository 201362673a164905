import { expect, test } from "vitest";
import { run } from "../run.js";
import { scanCapture, writeCaptures } from "./capture.js";
import { lines, NOT_FOUND, record, TIMEOUT } from "./records.js";

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
