import { inspect } from "node:util";
import { type Failure, failureOf, HashKeyApiError, identify } from "@hashkey-errors/validator";
import { toProblem } from "@hashkey-errors/validator/problem";
import { errorAttributes } from "@hashkey-errors/validator/telemetry";
import { expect, test } from "vitest";
import { run } from "../run.js";
import { scanCapture } from "./capture.js";

const refused = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
const PAGE: Failure = {
  name: "INVALID_RESPONSE",
  httpStatus: 502,
  issues: [{ message: "is not JSON", path: [], keyword: "contentMediaType" }],
  outcome: "unknown",
  retry: "after-reconcile",
};
const UNKNOWN: readonly Failure[] = [
  failureOf(new DOMException("late", "TimeoutError")) as Failure,
  PAGE,
  identify("-9999", "New"),
  // An error of a list that has no code.
  identify("", "New"),
  identify("-1007", "Timeout waiting for response from server"),
];
const REJECTED: readonly Failure[] = [
  failureOf(refused) as Failure,
  identify("0001", "Incorrect signature"),
];

const record = (members: object) => JSON.stringify({ level: 50, time: 1764407523000, ...members });

/** How logs write a failure that the validator returned, or the exception with it. */
const LOGS: Readonly<Record<string, (failure: Failure) => string>> = {
  "the recipe for pino": (failure) => record({ err: new HashKeyApiError(failure) }),
  "pino's own serializer": (failure) => {
    const { message, stack } = new HashKeyApiError(failure);
    return record({ err: { type: "HashKeyApiError", message, stack, failure }, msg: message });
  },
  "a logged failure": (failure) => record({ failure, msg: "order failed" }),
  "a logged failure on its own": (failure) => JSON.stringify(failure),
  "a logged result": (failure) => record({ result: { kind: "error", error: failure } }),
  "logged problem details": (failure) => record({ problem: toProblem(failure) }),
  "attributes of OpenTelemetry": (failure) => record(errorAttributes(failure)),
  "attributes that OpenTelemetry exports": (failure) => {
    const attributes = Object.entries(errorAttributes(failure)).map(([key, text]) => ({
      key,
      value: { stringValue: text },
    }));
    const logRecords = [{ body: { stringValue: "order failed" }, attributes }];
    return JSON.stringify({ resourceLogs: [{ scopeLogs: [{ logRecords }] }] });
  },
  "console.error": (failure) => `order failed ${inspect(new HashKeyApiError(failure))}`,
  "the text of the exception": (failure) =>
    `2026-11-29T09:12:03Z ERROR order failed: ${new HashKeyApiError(failure)}`,
  "the text of the exception in a record": (failure) =>
    record({ msg: `order failed: ${new HashKeyApiError(failure)}` }),
};

test.each(Object.entries(LOGS))("scan counts every failure in %s", (_, write) => {
  const log = [...UNKNOWN, ...REJECTED].map(write).join("\n");
  const { report } = scanCapture(log);
  expect(report.read.responses).toBe(7);
  expect(report.mayHaveBeenExecuted.requests.map(({ name }) => name)).toEqual([
    ...["NO_RESPONSE", "INVALID_RESPONSE", "UNRECOGNIZED", "UNRECOGNIZED", "SERVER_TIMEOUT"],
  ]);
  const counts = report.errors.map(({ name, count }) => [name, count]);
  expect(Object.fromEntries(counts)).toMatchObject({ NO_RESPONSE: 2, SIGNATURE_INVALID: 1 });
  expect(report.unknown.map(({ code }) => code)).toEqual(["-9999"]);
});

test("scan takes the words of other programs for no failure", () => {
  const log = [
    "protobuf: UNRECOGNIZED (42): no such value",
    "ERROR NO_RESPONSE: the device is off",
    "INFO INVALID_RESPONSE (HTTP 502) is counted as a metric",
    "WARN SERVER_TIMEOUT (42)",
    record({ name: "job", code: "-1", outcome: "unknown", retry: 3 }),
    record({ "error.type": "TimeoutError" }),
  ];
  expect(scanCapture(log.join("\n")).report.read.responses).toBe(0);
});

test("explain says of the text of an exception that the request was not sent", () => {
  const text = String(new HashKeyApiError(failureOf(refused) as Failure));
  const { answers } = JSON.parse(run(["explain", text, "--json"]).output);
  expect(answers[0].errors).toMatchObject([{ name: "NO_RESPONSE", outcome: "rejected" }]);
});
