import { identify, parseResponse } from "@hashkey-errors/validator";
import { nextStep } from "@hashkey-errors/validator/next-step";
import { expect, test, vi } from "vitest";

const SOON: [string, string] = ["retry-after", "Fri, 27 Nov 2026 00:00:30 GMT"];
const LATER: [string, string] = ["retry-after", "Fri, 27 Nov 2026 00:01:30 GMT"];

/** Headers as axios types them. */
const axiosHeaders: Partial<Record<string, string | string[] | number | boolean | null>> = {
  "content-length": null,
  "retry-after": 90,
};

test.each([
  ["seconds", { "Retry-After": "90" }, 90_000],
  ["seconds with a fraction", { "retry-after": "90.0" }, 90_000],
  ["a number with a fraction", { "retry-after": 90.5 }, 90_500],
  ["a list of one", { "retry-after": ["90"] }, 90_000],
  ["several values that a proxy joined", new Headers({ "retry-after": "1, 90,30" }), 90_000],
  ["several values that Node listed", { "retry-after": ["90", "30"] }, 90_000],
  ["a time beside an object", { "retry-after": ["90", {}] as never }, 90_000],
  ["a date", new Headers({ "retry-after": "Fri, 27 Nov 2026 00:01:30 GMT" }), 90_000],
  ["a date of RFC 850", { "retry-after": "Friday, 27-Nov-26 00:01:30 GMT" }, 90_000],
  ["a date of asctime", { "retry-after": "Fri Nov 27 00:01:30 2026" }, 90_000],
  ["a date of asctime in a list", { "retry-after": "30, Fri Nov 27 00:01:30 2026,1" }, 90_000],
  ["a date without a blank", { "retry-after": "Fri,27 Nov 2026 00:01:30 GMT" }, 90_000],
  ["dates that a proxy joined", new Headers([SOON, LATER]), 90_000],
  ["dates that a client listed", { "retry-after": [LATER[1], SOON[1]] }, 90_000],
  ["a date and seconds", new Headers([SOON, ["retry-after", "90"]]), 90_000],
  ["a number beside other values of axios", axiosHeaders, 90_000],
  ["more than setTimeout takes", { "retry-after": "99999999999" }, 2 ** 31 - 1],
])("Retry-After as %s counts", (_, headers, want) => {
  // Dates are in GMT, wherever the program runs.
  vi.stubEnv("TZ", "Asia/Hong_Kong");
  vi.useFakeTimers({ now: Date.parse("2026-11-27T00:00:00Z") });
  expect(nextStep(identify("0003"), { method: "POST", headers }).afterMs).toBe(want);
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

test.each([
  ["not a number", { "retry-after": "1e309" }],
  ["a number with two points", { "retry-after": "90.0.0" }],
  ["a date in the past", { "retry-after": "Fri, 27 Nov 1970 00:00:00 GMT" }],
  ["a list of other words", { "retry-after": "1, soon" }],
  ["a list of objects", { "retry-after": [{}, Object.create(null)] as never }],
  ["a list without an end", { "retry-after": new Array(2 ** 32 - 1) }],
  ["a list of such lists", { "retry-after": [new Array(2 ** 32 - 1)] as never }],
  ["a year alone", { "retry-after": "a 9999" }],
  ["a year after a comma", { "retry-after": ["soon, 9999"] }],
  ["a year after a colon", { "retry-after": "soon: 9999" }],
  ["a year after a time without seconds", { "retry-after": "at 1:30 9999" }],
  ["nothing", { "retry-after": undefined }],
  ["another header whose name begins so", { "retry-after-ms": "90" }],
  ["another header whose name ends so", { "x-retry-after": "90" }],
  ["headers that throw", { get: () => assertNever() }],
])("Retry-After that is %s does not count", (_, headers) => {
  expect(nextStep(identify("0003"), { headers }).afterMs).toBeLessThanOrEqual(500);
});

test.each([418, 429])("HTTP %i without a known code waits a minute at least", (httpStatus) => {
  for (const body of ["<html>", { code: "-99999" }] as unknown[]) {
    const result = parseResponse(body, { httpStatus });
    expect(nextStep(result, { method: "GET" })).toMatchObject({ action: "wait", afterMs: 60_000 });
  }
});

test("an unknown outcome without such a status is looked up at once", () => {
  for (const body of ["<html>", { code: "-99999" }] as unknown[]) {
    const { action, afterMs } = nextStep(parseResponse(body), { method: "POST" });
    expect(action).toBe("reconcile");
    expect(afterMs).toBeLessThanOrEqual(500);
  }
});

function assertNever(): never {
  throw new Error("no headers");
}
