import schema from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json" with { type: "json" };
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { run } from "../run.js";
import { writeCaptures } from "./capture.js";

const response = (status: number, body: unknown) =>
  `${JSON.stringify({ time: "2026-11-26T09:12:01Z", req: { method: "POST", url: "/api/v1/spot/order" }, res: { status, body } })}\n`;

const cwd = writeCaptures({
  "fine.ndjson": response(200, { orderId: "1" }),
  "known.ndjson": response(400, { code: "0211", msg: "Order not found" }),
  "bad, 100%.ndjson": [
    response(400, { code: "-1007", msg: "Timeout waiting for response from server" }),
    response(400, { code: "-9999", msg: "50% off,\nreally: =1+1" }),
    response(400, { code: "0211", msg: "No | such <order>" }),
    response(502, "<html>"),
  ].join(""),
  "empty.ndjson": "",
});

const scan = (...args: readonly string[]) => run(["scan", ...args], { cwd });

test("scan passes whatever it finds, unless --fail-on names it", () => {
  const gates: readonly (readonly [failOn: string, statuses: readonly number[]])[] = [
    ["executed", [0, 0, 1]],
    ["unknown", [0, 0, 1]],
    ["drift", [0, 0, 1]],
    ["invalid", [0, 0, 1]],
    ["error", [0, 1, 1]],
    ["ORDER_NOT_FOUND", [0, 1, 1]],
    ["ORDER_DUPLICATE,INVALID_RESPONSE", [0, 0, 1]],
    ["ORDER_DUPLICATE", [0, 0, 0]],
  ];
  const files = ["fine.ndjson", "known.ndjson", "bad, 100%.ndjson"];
  const wrong = gates.filter(([failOn, wanted]) => {
    const statuses = files.map((file) => scan(file, "--fail-on", failOn).status);
    return String(statuses) !== String(wanted);
  });
  expect(wrong).toEqual([]);
  expect(scan("bad, 100%.ndjson").status).toBe(0);
});

test("scan says what it failed on", () => {
  const { errors } = scan("bad, 100%.ndjson", "--fail-on", "unknown,ORDER_DUPLICATE, error,");
  expect(errors).toBe("Failed on unknown (1), error (4)\n");
});

test("several --fail-on count together", () => {
  const found = scan("known.ndjson", "--fail-on", "error", "--fail-on", "unknown");
  expect(found).toMatchObject({ status: 1, errors: "Failed on error (1)\n" });
});

test("a file that cannot be read weighs more than what was found", () => {
  expect(scan("known.ndjson", "empty.ndjson", "--fail-on", "error").status).toBe(2);
});

test("scan refuses a --fail-on that names nothing", () => {
  const refused = (failOn: string) => scan("fine.ndjson", "--fail-on", failOn);
  expect(refused("drift,unkown")).toMatchObject({
    ...{ status: 2, output: "" },
    errors: expect.stringContaining('and names of errors, not "unkown"\n'),
  });
  expect(refused(",")).toMatchObject({
    ...{ status: 2, output: "" },
    errors: expect.stringContaining("and names of errors\n"),
  });
});

test("scan prints annotations for GitHub, which no text of a response can forge", () => {
  const { output } = scan("bad, 100%.ndjson", "--fail-on", "drift", "--format", "github");
  expect(output.split("\n")).toEqual([
    "::warning file=bad%2C 100%25.ndjson,line=1,title=A request failed that may have been executed::POST /api/v1/spot/order may have been executed: -1007 SERVER_TIMEOUT",
    "::warning file=bad%2C 100%25.ndjson,line=2,title=A request failed that may have been executed::POST /api/v1/spot/order may have been executed: -9999 UNRECOGNIZED",
    "::warning file=bad%2C 100%25.ndjson,line=4,title=A request failed that may have been executed::POST /api/v1/spot/order may have been executed: INVALID_RESPONSE",
    '::warning file=bad%2C 100%25.ndjson,line=2,title=A code is not in the catalog::Unknown code -9999: 1 time, 2026-11-26T09:12:01Z: "50%25 off,\ufffdreally: =1+1"',
    '::error file=bad%2C 100%25.ndjson,line=3,title=A text of a known code is not in the catalog::Unknown text of 0211 ORDER_NOT_FOUND: 1 time, 2026-11-26T09:12:01Z: "No | such <order>"',
    '::warning file=bad%2C 100%25.ndjson,line=4,title=A response is not the API\'s::Not a response of the API: HTTP 502: 1 time, 2026-11-26T09:12:01Z: "is not JSON"',
    "",
  ]);
  const two = scan("bad, 100%.ndjson", "--requests", "2", "--format", "github");
  expect(two.output).toContain("may have been executed::1 more request\n");
});

test("scan prints valid SARIF", () => {
  const ajv = new Ajv({ strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  // Its draft of JSON Schema is an old one, of which it uses nothing that has changed.
  const { $schema: _draft, id: _id, ...current } = schema;
  const validate = ajv.compile(current);
  const failOn = ["--fail-on", "unknown,error", "--format", "sarif"];
  const { output } = scan("bad, 100%.ndjson", "empty.ndjson", ...failOn);
  const log = JSON.parse(output);
  expect(validate(log) ? [] : validate.errors).toEqual([]);
  expect(log.runs[0].invocations[0].executionSuccessful).toBe(false);
  const results = log.runs[0].results as readonly {
    readonly ruleId: string;
    readonly level: string;
    readonly locations: readonly [{ readonly physicalLocation: unknown }];
  }[];
  expect(results.map(({ ruleId, level }) => `${ruleId} ${level}`)).toEqual([
    ...["executed warning", "executed warning", "executed warning"],
    ...["unknown error", "drift warning", "invalid warning"],
    ...["error error", "error error", "error error", "error error"],
  ]);
  expect(results[3]?.locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: "bad%2C%20100%25.ndjson" },
    region: { startLine: 2 },
  });
  // A gate that cannot fail is not a gate.
  expect(validate({ ...log, version: 2 })).toBe(false);
});

test("scan prints a table for a spreadsheet, in which no text is a formula", () => {
  const { output } = scan("bad, 100%.ndjson", "--group-by", "day", "--format", "csv");
  const [head, ...rows] = output.trimEnd().split("\n");
  expect(head).toBe(
    "kind,name,code,status,outcome,count,first,last,file,line,entry,item,method,path,text",
  );
  expect(rows.map((row) => row.split(",", 2).join())).toEqual([
    ...["error,SERVER_TIMEOUT", "error,UNRECOGNIZED"],
    ...["error,ORDER_NOT_FOUND", "error,INVALID_RESPONSE"],
    ...["executed,SERVER_TIMEOUT", "executed,UNRECOGNIZED", "executed,INVALID_RESPONSE"],
    ...["unknown,UNRECOGNIZED", "drift,ORDER_NOT_FOUND", "invalid,INVALID_RESPONSE"],
    ...["period,SERVER_TIMEOUT", "period,UNRECOGNIZED"],
    ...["period,ORDER_NOT_FOUND", "period,INVALID_RESPONSE"],
  ]);
  const formula = writeCaptures({ a: response(400, { code: "-9999", msg: "=1+1" }) });
  expect(run(["scan", "a", "--format", "csv"], { cwd: formula }).output).toContain(",'=1+1\n");
});

test("scan prints Markdown for a review", () => {
  const { output } = scan("bad, 100%.ndjson", "--format", "markdown");
  expect(output).toContain("### May have been executed: 3 requests\n\n| where |");
  expect(output).toContain("| 1 | 0211 ORDER_NOT_FOUND | No \\| such \\<order> |");
});
