import { readFileSync } from "node:fs";
import {
  type BatchItem,
  isErrorBody,
  type ParsedResponse,
  parseResponse,
  responseSchema,
} from "@hashkey-errors/validator";
import { expect, test } from "vitest";
import { wireCases } from "./wire-cases.js";

const evidence = (document: string) =>
  readFileSync(new URL(`../../../schemas/evidence/${document}`, import.meta.url), "utf8")
    .trimEnd()
    .split("\n");
const samples = evidence("wire-samples.ndjson");

test("each recorded body is an error without drift, and comes back as it is", () => {
  const others = samples.filter((line) => {
    const body: unknown = JSON.parse(line);
    const response = parseResponse(body);
    const isKnown = response.kind === "error" && "drift" in response.error && !response.error.drift;
    return !isKnown || response.body !== body;
  });
  expect(samples.length).toBeGreaterThanOrEqual(10);
  expect(others).toEqual([]);
});

test("each code and text that HashKey's servers were seen to send is an error without drift", () => {
  const results = evidence("probed-codes.tsv")
    .slice(1)
    .map((row) => {
      const [code = "", text = "", where = "", status = "", form] = row.split("\t");
      const member = where.includes("text under desc") ? "desc" : "msg";
      const body = { code: form === "number" ? Number(code) : code, [member]: text };
      const result = parseResponse(body, status === "" ? {} : { httpStatus: Number(status) });
      return `${code} ${sum(result)}`;
    });
  expect(results).toEqual([
    "-100011 error SYMBOL_UNSUPPORTED",
    '-100002 error PARAMETER_TYPE_INVALID {"parameter":"limit","type":"int"}',
    "-10009 error KLINE_INTERVAL_INVALID",
    '404 error ENDPOINT_NOT_FOUND {"path":"quote/v2/index"}',
    '-1130 error PARAMETER_INVALID {"parameter":"symbol"}',
    '0001 error REQUIRED_FIELD_INVALID {"field":"timestamp"}',
    "-100010 error SYMBOL_INVALID",
    "-10004 error TOPIC_INVALID",
    "-10001 error JSON_INVALID",
    "-100013 error DUMP_SCALE_MISSING",
    "-100011 error MARKET_DATA_PARAMETER_INVALID",
  ]);
});

/** A result in short: its kind, and what says most about it. */
function sum(response: ParsedResponse | BatchItem): string {
  switch (response.kind) {
    case "success":
      return "success";
    case "batch":
      return `batch ${response.items.map(sum).join(", ")}`;
    case "invalid":
      return response.issues
        .map(({ path, keyword }) =>
          ["invalid", keyword, ...(path.length > 0 ? ["at", ...path] : [])].join(" "),
        )
        .join(", ");
    case "error": {
      const { error } = response;
      if (error.name === "UNRECOGNIZED")
        return error.candidates.length === 0
          ? "error UNRECOGNIZED"
          : `error UNRECOGNIZED, one of ${error.candidates.join(", ")}`;
      const params =
        error.params !== null && Object.keys(error.params).length > 0
          ? ` ${JSON.stringify(error.params)}`
          : "";
      return `error ${error.name}${params}${error.drift ? ", drift" : ""}`;
    }
  }
}

test.each(wireCases.map((wireCase) => ({ ...wireCase, shown: show(wireCase.body) })))(
  "$shown under $httpStatus: $result",
  ({ body, httpStatus, result }) => {
    const response = parseResponse(body, { httpStatus });
    expect(sum(response)).toBe(result);
    expect(response.body).toBe(body);
    expect(isErrorBody(body)).toBe(response.kind === "error");
    const valid = responseSchema["~standard"].validate(body).issues === undefined;
    expect(valid).toBe(parseResponse(body).kind !== "invalid");
  },
);

test("the README's table is what these cases give", async () => {
  const readme = new URL("../README.md", import.meta.url);
  const rows = wireCases
    .filter(({ title }) => title !== undefined)
    .map(
      ({ title, body, httpStatus, result }) =>
        `| ${title} | ${httpStatus ?? ""} | \`${show(body)}\` | \`${result}\` |`,
    );
  const table = [
    "| what comes | HTTP | body | result |",
    "| --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
  const text = readFileSync(readme, "utf8").replace(
    /(<!-- wire cases -->\n)[\s\S]*?(\n<!-- \/wire cases -->)/,
    (_, begin, end) => begin + table + end,
  );
  // `vitest run -u` writes it.
  await expect(text).toMatchFileSnapshot("../README.md");
});

test("an invalid result says what is known, and that nothing is known of the request", () => {
  const known = {
    issues: [
      {
        message: "must be a body parsed from JSON: an object or an array",
        path: [],
        keyword: "type",
      },
    ],
    outcome: "unknown",
    retry: "after-reconcile",
    httpStatus: 502,
  };
  expect(parseResponse("<html>", { httpStatus: 502 })).toEqual({
    kind: "invalid",
    error: { name: "INVALID_RESPONSE", ...known },
    ...known,
    body: "<html>",
  });
  expect(parseResponse(null)).toMatchObject({ httpStatus: null });
});

test.each<[body: unknown, httpStatus: number | undefined, message: string]>([
  ["<html>", 502, "must be a body parsed from JSON: an object or an array"],
  [{ code: "0211", msg: 5 }, 400, "must be a string or null"],
  [{ code: null }, 400, "must be a code"],
  [{ code: 0 }, 400, "contradicts the HTTP status"],
  [{}, 400, "contradicts the HTTP status"],
  [{ success: false }, 200, "does not say that the request succeeded"],
  [{ msg: "text" }, 200, "must have a code"],
  [{ status: 500, error: "Internal Server Error" }, undefined, "must have a code"],
])("%o under %s: %s", (body, httpStatus, message) => {
  expect(parseResponse(body, { httpStatus })).toMatchObject({ issues: [{ message }] });
});

test("a status that is not a number keeps a body from being a success, and changes no error", () => {
  for (const httpStatus of ["502", Number.NaN, {}] as never[]) {
    expect(parseResponse({}, { httpStatus })).toMatchObject({ kind: "invalid" });
    const response = parseResponse({ code: "0211" }, { httpStatus });
    expect(response).toMatchObject({ kind: "error", error: { name: "ORDER_NOT_FOUND" } });
  }
  expect(parseResponse({}, { httpStatus: undefined })).toMatchObject({ kind: "success" });
  expect(parseResponse(null, { httpStatus: Symbol("x") as never })).toMatchObject({
    httpStatus: null,
  });
});

test("every item of a batch is there, with its place and its body", () => {
  const items = Array.from({ length: 10_000 }, (_, index) =>
    index % 3 === 0 ? { code: "0000" } : index % 3 === 1 ? { code: "0211", orderId: index } : index,
  );
  const response = parseResponse({ code: 0, result: items });
  expect(response.kind).toBe("batch");
  if (response.kind !== "batch") return;
  expect(response.items.map(({ index, body }) => [index, body])).toEqual(
    items.map((item, index) => [index, item]),
  );
});

test("only own properties count, and nothing of a body reaches a prototype", () => {
  expect(sum(parseResponse(Object.assign(Object.create(null), { code: "0211" })))).toBe(
    "error ORDER_NOT_FOUND",
  );
  expect(sum(parseResponse(JSON.parse('{"__proto__":{"code":"0211"},"constructor":1}')))).toBe(
    "success",
  );
  expect(sum(parseResponse(JSON.parse('{"code":"__proto__","msg":"__proto__"}')))).toBe(
    "error UNRECOGNIZED",
  );
  const response = parseResponse(
    JSON.parse('{"code":"-1130","msg":"Illegal parameter __proto__"}'),
  );
  expect(sum(response)).toBe('error PARAMETER_INVALID {"parameter":"__proto__"}');
  expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain("parameter");
});

test("what is wrong with a body cannot be changed, since every such result has it", () => {
  for (const body of [null, { code: null }, { code: "0211", msg: 1 }]) {
    const expected = structuredClone(parseResponse(body as object, { httpStatus: 200 }));
    const changed = parseResponse(body as object, { httpStatus: 200 });
    if (changed.kind !== "invalid") throw new Error("expected an invalid result");
    const issues = changed.issues as unknown as { path: unknown[] }[];
    expect(() => issues[0]?.path.push("changed")).toThrow(TypeError);
    expect(() => issues.push({ path: [] })).toThrow(TypeError);
    expect(parseResponse(body as object, { httpStatus: 200 })).toEqual(expected);
  }
});

test("values that no JSON parser makes are results too", () => {
  const throwing = Object.defineProperty({}, "code", {
    enumerable: true,
    get() {
      throw new Error("no");
    },
  });
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  expect(parseResponse(proxy)).toMatchObject({
    issues: [{ message: "must be a body parsed from JSON: an object or an array" }],
  });
  const cycle: Record<string, unknown> = { code: "0211" };
  cycle.self = cycle;
  class Answer {
    code = "0211";
  }
  const holes = { result: Object.assign(new Array(2), { 1: { code: "0211" } }) };
  const batchOfThrowing = { result: [{ code: "0211" }, throwing] };
  const results: [unknown, string][] = [
    [throwing, "invalid type"],
    [proxy, "invalid type"],
    [batchOfThrowing, "batch error ORDER_NOT_FOUND, invalid type"],
    [cycle, "error ORDER_NOT_FOUND"],
    [new Answer(), "invalid type"],
    [Object.create({ code: "0211" }), "invalid type"],
    [new Date(), "invalid type"],
    [holes, "batch invalid type, error ORDER_NOT_FOUND"],
    [{ code: 0, result: new Array(2 ** 32 - 1) }, "invalid type at result"],
    [new Proxy({ code: "0211" }, {}), "error ORDER_NOT_FOUND"],
    [Object.freeze({ code: "0211" }), "error ORDER_NOT_FOUND"],
  ];
  for (const [body, result] of results) {
    const response = parseResponse(body);
    expect(sum(response)).toBe(result);
    expect(response.body).toBe(body);
    expect(isErrorBody(body)).toBe(response.kind === "error");
    const valid = responseSchema["~standard"].validate(body).issues === undefined;
    expect(valid).toBe(response.kind !== "invalid" && body !== batchOfThrowing);
  }
});

test("a body of a megabyte, and one nested a hundred thousand levels deep", () => {
  const long = "x".repeat(1_000_000);
  expect(parseResponse({ code: "-1130", msg: `Illegal parameter '${long}'` })).toMatchObject({
    error: { params: { parameter: long } },
  });
  expect(parseResponse({ code: long, msg: long })).toMatchObject({
    error: { name: "UNRECOGNIZED", code: long },
  });
  let deep: unknown = { code: "0211" };
  for (let level = 0; level < 100_000; level++) deep = { code: 0, result: [deep] };
  expect(sum(parseResponse(deep))).toBe("batch success");
});

function show(body: unknown): string {
  if (typeof body === "object" || typeof body === "string") {
    return JSON.stringify(body, (_, value) =>
      typeof value === "bigint" || typeof value === "symbol" ? String(value) : value,
    );
  }
  return String(body);
}
