import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { isErrorBody, type ParsedResponse, parseResponse } from "@hashkey-errors/validator";
import fc from "fast-check";
import { expect, test } from "vitest";

const evidence = createRequire(import.meta.url).resolve("@hashkey-errors/schemas/package.json");
const samples = readFileSync(new URL("evidence/wire-samples.ndjson", `file://${evidence}`), "utf8")
  .trimEnd()
  .split("\n");

test.each(samples)("a body from the wire is an error without drift: %s", (line) => {
  const body: unknown = JSON.parse(line);
  const response = parseResponse(body);
  expect(response).toMatchObject({ kind: "error", error: { drift: false } });
  expect(response.body).toBe(body);
});

/** A short form of a result: what a reader would ask first. */
function sum(response: ParsedResponse): string {
  switch (response.kind) {
    case "success":
      return "success";
    case "error":
      return `error ${response.error.name}`;
    case "invalid":
      return `invalid ${response.issues.map(({ path, keyword }) => `${path.join(".")}:${keyword}`).join()}`;
    case "batch":
      return `batch ${response.items
        .map((item) => (item.kind === "error" ? item.error.name : item.kind))
        .join(", ")}`;
  }
}

test.each<[body: unknown, httpStatus: number | undefined, result: string]>([
  // Errors, whatever the status.
  [{ code: "0211", msg: "Order not found" }, 400, "error ORDER_NOT_FOUND"],
  [{ code: "0211", msg: "Order not found" }, 200, "error ORDER_NOT_FOUND"],
  [{ code: "0211", msg: "Order not found" }, undefined, "error ORDER_NOT_FOUND"],
  [{ code: "0211" }, 400, "error ORDER_NOT_FOUND"],
  [{ code: "0211", msg: null }, 400, "error ORDER_NOT_FOUND"],
  [{ code: -1141, msg: "Duplicate order" }, 400, "error ORDER_DUPLICATE"],
  [{ code: 1, msg: "Incorrect signature" }, 400, "error SIGNATURE_INVALID"],
  [{ code: "0001" }, 400, "error UNRECOGNIZED"],
  [{ code: "-9999", msg: "New" }, 400, "error UNRECOGNIZED"],
  [{ code: "oops" }, 200, "error UNRECOGNIZED"],
  [
    { code: "0211", extra: { deep: [1] }, result: [{ code: "0001" }] },
    400,
    "error ORDER_NOT_FOUND",
  ],
  // Successes.
  [{ code: 0 }, 200, "success"],
  [{ code: 200 }, undefined, "success"],
  [{ code: "0" }, 200, "success"],
  [{ code: "0000", message: "success", timestamp: "1" }, 200, "success"],
  [{ code: "200" }, 200, "success"],
  [{ success: true }, 200, "success"],
  [{ serverTime: 1 }, undefined, "success"],
  [{}, 200, "success"],
  [[], 200, "success"],
  [[{ code: "0211" }], 200, "success"],
  [{ status: 500 }, 200, "success"],
  [{ status: "FILLED", error: null }, 200, "success"],
  // What the status contradicts.
  [{ code: 0 }, 400, "invalid code:httpStatus"],
  [{}, 502, "invalid :httpStatus"],
  [[], 500, "invalid :httpStatus"],
  [{ code: 0, result: [{ code: "0211" }] }, 500, "invalid code:httpStatus"],
  // What is no answer of the API.
  [{ msg: "Order not found" }, 200, "invalid :required"],
  [{ status: 404, error: "Not Found", path: "/" }, undefined, "invalid :required"],
  [{ code: "" }, 400, "invalid code:type"],
  [{ code: null }, 400, "invalid code:type"],
  [{ code: 1.5 }, 400, "invalid code:type"],
  [{ code: 2 ** 53 }, 400, "invalid code:type"],
  [{ code: Number.NaN }, 400, "invalid code:type"],
  [{ code: ["0211"] }, 400, "invalid code:type"],
  [{ code: "0211", msg: 5 }, 400, "invalid msg:type"],
  [{ code: "0211", msg: {} }, 400, "invalid msg:type"],
  ["<html>502 Bad Gateway</html>", 502, "invalid :type"],
  ["", 200, "invalid :type"],
  [null, 200, "invalid :type"],
  [undefined, undefined, "invalid :type"],
  [0, 200, "invalid :type"],
  [true, 200, "invalid :type"],
  // Batches.
  [
    {
      code: 0,
      result: [
        { code: "0000", order: {} },
        { code: "-1141", msg: "Duplicate order" },
      ],
    },
    200,
    "batch success, ORDER_DUPLICATE",
  ],
  [{ code: "0000", result: [{ orderId: "7", code: "0211" }] }, 200, "batch ORDER_NOT_FOUND"],
  [
    { result: [{ code: 0 }, {}, null, { code: [] }, "text", { msg: "?" }] },
    200,
    "batch success, success, invalid, invalid, invalid, invalid",
  ],
  [{ code: "0000", result: [] }, 200, "success"],
  [{ code: 0, result: [{ orderId: "1" }] }, 200, "success"],
  [{ code: 0, result: { code: "0211" } }, 200, "success"],
  [{ code: 0, result: [{ code: 0, result: [{ code: "0211" }] }] }, 200, "batch success"],
])("%j with status %s: %s", (body, httpStatus, result) => {
  const response = parseResponse(body, { httpStatus });
  expect(sum(response)).toBe(result);
  expect(response.body).toBe(body);
  expect(isErrorBody(body)).toBe(response.kind === "error");
});

test("an invalid result says what is known, and that nothing is known of the request", () => {
  expect(parseResponse("<html>", { httpStatus: 502 })).toEqual({
    kind: "invalid",
    issues: [{ message: "must be an object or an array", path: [], keyword: "type" }],
    outcome: "unknown",
    retry: "after-reconcile",
    httpStatus: 502,
    body: "<html>",
  });
  expect(parseResponse(null)).toMatchObject({ httpStatus: null });
});

test("every item of a batch is there, with its place and its body", () => {
  const items = [{ code: "0000" }, { code: "0211", orderId: "9" }, 5];
  const response = parseResponse({ code: 0, result: items });
  expect(response.kind).toBe("batch");
  if (response.kind !== "batch") return;
  expect(response.items.map(({ index, body }) => [index, body])).toEqual(
    items.map((item, index) => [index, item]),
  );
});

test("only own properties count, and a body that throws is a result", () => {
  expect(sum(parseResponse(Object.create({ code: "0211" })))).toBe("success");
  expect(sum(parseResponse(JSON.parse('{"__proto__":{"code":"0211"},"constructor":1}')))).toBe(
    "success",
  );
  expect(
    sum(
      parseResponse({
        get code() {
          throw new Error("no");
        },
      }),
    ),
  ).toBe("invalid :type");
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  expect(sum(parseResponse(proxy))).toBe("invalid :type");
  expect(isErrorBody(proxy)).toBe(false);
});

test("any value at all gives a result with that value as its body, and isErrorBody agrees", () => {
  const code = fc.oneof(
    fc.constantFrom<unknown>("0211", "0001", 0, "0000", -1141, "", null),
    fc.anything(),
  );
  const body = fc.oneof(
    fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withSparseArray: true,
      withTypedArray: true,
    }),
    fc.record(
      {
        code,
        msg: fc.oneof(fc.string(), fc.anything()),
        result: fc.array(fc.record({ code }, { requiredKeys: [] })),
      },
      { requiredKeys: [] },
    ),
  );
  fc.assert(
    fc.property(
      body,
      fc.option(fc.integer({ min: 100, max: 599 }), { nil: undefined }),
      (value, httpStatus) => {
        const response = parseResponse(value, { httpStatus });
        expect(Object.is(response.body, value)).toBe(true);
        expect(isErrorBody(value)).toBe(response.kind === "error");
      },
    ),
    { numRuns: 5_000 },
  );
});
