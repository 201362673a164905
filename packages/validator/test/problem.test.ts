import { type Failure, failureOf, identify, parseResponse } from "@hashkey-errors/validator";
import { errorBody } from "@hashkey-errors/validator/body";
import { nextStep } from "@hashkey-errors/validator/next-step";
import {
  fromProblem,
  type ProblemStatus,
  problemResponse,
  toProblem,
} from "@hashkey-errors/validator/problem";
import { expect, expectTypeOf, test } from "vitest";

test("toProblem makes problem details of an error", () => {
  expect(toProblem(identify("-1130", "Illegal parameter 'symbol'"))).toEqual({
    type: "urn:hashkey-errors:PARAMETER_INVALID",
    title: "Parameter invalid",
    status: 400,
    detail: "Illegal parameter 'symbol'",
    name: "PARAMETER_INVALID",
    code: "-1130",
    outcome: "rejected",
    retry: "after-fix",
    params: { parameter: "symbol" },
  });
});

test("toProblem takes a base address, an instance and the reader's words", () => {
  const localized = {
    message: "找不到訂單。",
    description: "請檢查訂單編號。",
    locale: "zh-Hant-HK",
  };
  expect(
    toProblem(identify("0211"), {
      baseUrl: "https://docs.example/errors/",
      instance: "/requests/7",
      localized,
    }),
  ).toMatchObject({
    type: "https://docs.example/errors/ORDER_NOT_FOUND",
    instance: "/requests/7",
    detail: "找不到訂單。請檢查訂單編號。",
  });
  expect(
    toProblem(identify("0211"), { localized: { message: "Not found.", description: "Check it." } })
      .detail,
  ).toBe("Not found. Check it.");
  const bare = toProblem(identify("0211"));
  expect(bare).not.toHaveProperty("detail");
  expect(bare).not.toHaveProperty("instance");
  expect(bare).not.toHaveProperty("params");
});

test("a missing answer, and one that is not the API's, are problems of a gateway", () => {
  const invalid = parseResponse("<html>", { httpStatus: 502 });
  expect(invalid.kind === "invalid" && toProblem(invalid.error)).toEqual({
    type: "urn:hashkey-errors:INVALID_RESPONSE",
    title: "Invalid response",
    status: 502,
    name: "INVALID_RESPONSE",
    outcome: "unknown",
    retry: "after-reconcile",
  });
  const silent = { name: "NO_RESPONSE", outcome: "unknown", retry: "after-reconcile" } as const;
  expect(toProblem(silent).status).toBe(504);
  expect(toProblem({ ...silent, outcome: "rejected", retry: "after-delay" }).status).toBe(503);
});

test.each<[code: string, status: number]>([
  ["-1007", 500], // unknown outcome
  ["-9999", 500], // unrecognized
  ["0001", 500], // unrecognized: two candidates
  ["-1141", 409], // a repeat
  ["-1169", 503], // suspended
  ["0003", 429],
  ["0102", 401],
  ["-1005", 403],
  ["-2023", 403],
  ["-1021", 400],
  ["-1004", 400],
  ["0211", 409], // the order may be there
  ["-1132", 422],
  ["0401", 422],
])("%s has the status %i", (code, status) => {
  expect(toProblem(identify(code)).status).toBe(status);
});

test("toProblem has a status also for judgments that no error of HashKey's has", () => {
  const error = identify("0211");
  expect(toProblem({ ...error, outcome: "applied", retry: "never" } as typeof error).status).toBe(
    409,
  );
  const later = { name: "NEW_ERROR", code: "-8888", outcome: "rejected", retry: "after-fix" };
  expect(toProblem(fromProblem(later) as Failure).status).toBe(500);
  expect(identify("-1101")).toMatchObject({ fault: "server", retry: "never" });
  expect(toProblem(identify("-1101")).status).toBe(500);
});

test("what is empty is left out, and slashes at the end of the base address do not add up", () => {
  expect(toProblem(identify("0211", ""))).not.toHaveProperty("detail");
  const problem = toProblem(identify("0211"), {
    baseUrl: "https://docs.example//",
    localized: { message: "订单。不存在", description: "" },
  });
  expect(problem).toMatchObject({
    type: "https://docs.example/ORDER_NOT_FOUND",
    detail: "订单。不存在",
  });
  const mixed = { message: "订单。Not found.", description: "Check it." };
  expect(toProblem(identify("0211"), { localized: mixed }).detail).toBe(
    "订单。Not found. Check it.",
  );
});

test("the status is a union of literals, and may be another for one failure", () => {
  const failure = identify("0211");
  const wasLookedUp = (each: Failure) => (each.name === "ORDER_NOT_FOUND" ? 404 : undefined);
  expect(toProblem(failure, { status: wasLookedUp }).status).toBe(404);
  expect(toProblem(identify("-1130"), { status: wasLookedUp }).status).toBe(400);
  expectTypeOf(toProblem(failure).status).toEqualTypeOf<ProblemStatus>();
  expectTypeOf<ProblemStatus>().toEqualTypeOf<
    400 | 401 | 403 | 404 | 409 | 422 | 429 | 500 | 502 | 503 | 504
  >();
});

test("problemResponse has the media type, the status and the time to wait", async () => {
  const limited = parseResponse("<html>" as never, { httpStatus: 429 });
  if (limited.kind !== "invalid") throw new Error("expected an invalid response");
  const response = problemResponse(toProblem(limited.error));
  expect(response.status).toBe(502);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(response.headers.get("retry-after")).toBe("60");
  expect(await response.json()).toMatchObject({ name: "INVALID_RESPONSE", retryAfter: 60 });
  expect(problemResponse(toProblem(identify("0211"))).headers.get("retry-after")).toBeNull();
});

test.each([
  ["longer than the error's own minute", { "retry-after": "1800" }, 1800],
  ["shorter", new Headers({ "retry-after": "5" }), 60],
  ["a fraction", { "Retry-After": 90.2 }, 91],
  ["in the past", { "retry-after": "Fri, 27 Nov 2020 00:00:30 GMT" }, 60],
  ["longer than HTTP has", { "retry-after": "9".repeat(400) }, 2 ** 31 - 1],
])("a Retry-After that is %s is passed on through two gateways", async (_, headers, seconds) => {
  const limited = parseResponse({ code: "-99999" }, { httpStatus: 429 });
  if (limited.kind !== "error") throw new Error(limited.kind);
  const first = problemResponse(toProblem(limited.error, { headers }));
  expect(first.headers.get("retry-after")).toBe(String(seconds));
  const again = fromProblem(await first.json()) as Failure;
  const second = problemResponse(toProblem(again, { headers: first.headers }));
  expect(await second.json()).toMatchObject({ name: "UNRECOGNIZED", retryAfter: seconds });
  expect(second.headers.get("retry-after")).toBe(String(seconds));
});

test("a Retry-After is passed on after an error that says no time itself", () => {
  const { retryAfter } = toProblem(identify("0003"), { headers: { "retry-after": "7" } });
  expect(retryAfter).toBe(7);
  expect(toProblem(identify("0003"), { headers: { "retry-after": "soon" } })).not.toHaveProperty(
    "retryAfter",
  );
});

test("a response has no time to wait from Object.prototype", () => {
  const polluted = Object.prototype as { retryAfter?: number };
  try {
    polluted.retryAfter = 5;
    const { headers } = problemResponse(toProblem(identify("-1007")));
    expect(headers.get("retry-after")).toBeNull();
  } finally {
    delete polluted.retryAfter;
  }
});

test("a failure from problem details waits as long as the one that they were made from", () => {
  for (const body of ["<html>", { code: "-99999" }] as unknown[]) {
    const limited = parseResponse(body, { httpStatus: 418 });
    if (limited.kind !== "invalid" && limited.kind !== "error") throw new Error(limited.kind);
    const again = fromProblem(toProblem(limited.error));
    if (again === undefined) throw new Error("expected a failure");
    expect(nextStep(again, { method: "GET" }).afterMs).toBe(60_000);
    expect(toProblem(again)).toEqual(toProblem(limited.error));
  }
});

test("fromProblem returns the failure that toProblem was given, after a round trip through JSON", () => {
  const read = parseResponse(errorBody("REQUIRED_FIELD_INVALID", { field: "side" }));
  const known = read.kind === "error" ? read.error : undefined;
  const refused = Object.assign(new Error("no"), { code: "ECONNREFUSED" });
  const failures = [
    known,
    identify("0211", "Order not found"),
    identify("-1015", "Too many new orders"),
    identify("-99999", "New"),
    failureOf(new TypeError("fetch failed", { cause: refused })),
    failureOf(new SyntaxError("Unexpected end of JSON input")),
  ] as Failure[];
  const localized = { message: "見つかりません。", description: "" };
  for (const options of [{}, { localized }])
    for (const failure of failures) {
      const json = JSON.parse(JSON.stringify(toProblem(failure, options)));
      const { name, outcome, retry } = failure;
      const rest = "params" in failure ? { params: failure.params } : {};
      const text = name === "UNRECOGNIZED" ? { code: "-99999", msg: "New" } : {};
      expect(fromProblem(json)).toMatchObject({ name, outcome, retry, ...rest, ...text });
    }
});

test("fromProblem takes every outcome with every retry", () => {
  const judgments = ["rejected", "unknown", "applied"].flatMap((outcome) =>
    ["never", "after-fix", "after-delay", "after-reconcile"].map((retry) => ({ outcome, retry })),
  );
  const failures = judgments.map((judged) => ({ name: "INVALID_RESPONSE", ...judged }));
  expect(failures.map(fromProblem)).toEqual(
    failures.map((failure) => ({ ...failure, issues: [], httpStatus: null })),
  );
});

test("fromProblem takes the reader's words for no text of the server's", () => {
  const localized = { message: "An unknown error.", description: "Check first." };
  const json = JSON.parse(JSON.stringify(toProblem(identify("-99999"), { localized })));
  expect(json.detail).toBe("An unknown error. Check first.");
  expect(fromProblem(json)).toMatchObject({ name: "UNRECOGNIZED", code: "-99999", msg: null });
});

test("fromProblem knows an error of a later catalog by its code, and nothing else as a failure", () => {
  const later = { name: "NEW_ERROR", code: "-8888", outcome: "unknown", retry: "after-reconcile" };
  expect(fromProblem(later)).toMatchObject({ name: "UNRECOGNIZED", code: "-8888" });
  const judged = { outcome: "unknown", retry: "after-reconcile" };
  const { proxy: unreadable, revoke } = Proxy.revocable({}, {});
  revoke();
  const others = [
    null,
    1,
    "x",
    [],
    {},
    { name: "ORDER_NOT_FOUND" },
    { name: "NEW", ...judged },
    { ...later, outcome: "fine" },
    { ...later, name: 5 },
    { name: "", ...judged },
    unreadable,
  ];
  expect(others.map(fromProblem)).toEqual(others.map(() => undefined));
  // Gateways write what is missing as `null`.
  for (const params of [null, { __proto__: 1, a: {} }, { a: "x", b: {} }]) {
    const hostile = fromProblem({ name: "ORDER_NOT_FOUND", ...judged, params });
    expect(hostile).toHaveProperty("params", {});
  }
});

test("a base address of a hundred thousand slashes takes no time", () => {
  for (const base of ["https://a.example/x", ""]) {
    const { type } = toProblem(identify("0211"), { baseUrl: base + "/".repeat(1e5) });
    expect(type).toBe(`${base}/ORDER_NOT_FOUND`);
  }
});
