import { parseResponse, parseText, type SuccessSchema } from "@hashkey-errors/validator";
import { parseFetchResponse } from "@hashkey-errors/validator/fetch";
import type { StandardSchemaV1 } from "@standard-schema/spec";
import { expect, expectTypeOf, test } from "vitest";

interface Order {
  readonly orderId: string;
}

/** A schema in the types of the standard itself, as zod and valibot make it. */
const orderSchema: StandardSchemaV1<unknown, Order> = {
  "~standard": {
    version: 1,
    vendor: "test",
    validate: (value) => {
      const { orderId } = Object(value);
      return typeof orderId === "string"
        ? { value: { orderId } }
        : {
            issues: [{ message: "expected a string", path: [{ key: "orderId" }, Symbol("s"), 0] }],
          };
    },
  },
};

test("a success that fits the schema has its output, in its type", () => {
  const response = parseResponse({ orderId: "1", other: 2 } as unknown, { schema: orderSchema });
  expect(response).toEqual({ kind: "success", body: { orderId: "1" } });
  if (response.kind === "success") expectTypeOf(response.body).toEqualTypeOf<Order>();
  const text = parseText('{"orderId":"1"}', { schema: orderSchema });
  expect(text).toEqual({ kind: "success", body: { orderId: "1" } });
});

test("a success that the schema refuses is invalid, with its issues", async () => {
  const wanted = {
    kind: "invalid",
    error: { name: "INVALID_RESPONSE", httpStatus: 200, outcome: "unknown" },
    issues: [
      { message: "expected a string", path: ["orderId", "Symbol(s)", 0], keyword: "schema" },
    ],
  };
  const context = { httpStatus: 200, schema: orderSchema };
  expect(parseResponse({}, context)).toMatchObject({ ...wanted, body: {} });
  expect(parseText("{}", context)).toMatchObject(wanted);
  expect(await parseFetchResponse(new Response("{}"), { schema: orderSchema })).toMatchObject(
    wanted,
  );
});

test.each([
  {},
  [{ code: "0211" }],
  { error: { code: "0211", msg: "Order not found" } },
  { error: "Unauthorized" },
  { errors: [{ code: "-1141" }] },
  { ret_code: 10001, ret_msg: "no" },
  { data: { code: "-1141" } },
])("another API's error is a success to nobody who asks for an order: %j", (body) => {
  expect(parseResponse(body as unknown, { schema: orderSchema })).toMatchObject({
    kind: "invalid",
    outcome: "unknown",
  });
});

test("the schema is not asked about errors, batches and what is invalid already", () => {
  const refusing = schemaThat(() => ({ issues: [{ message: "no" }] }));
  const kindOf = (body: unknown) => parseResponse(body, { schema: refusing }).kind;
  expect(kindOf({ code: "0211" })).toBe("error");
  expect(kindOf({ code: 0, result: [{ code: "0000" }] })).toBe("batch");
  expect(parseResponse(null, { schema: refusing })).toMatchObject({
    issues: [{ keyword: "type" }],
  });
});

test.each<[what: string, schema: SuccessSchema, message: string]>([
  [
    "throws",
    schemaThat(() => {
      throw new Error("broken");
    }),
    "cannot be checked: the schema throws",
  ],
  [
    "throws what cannot be read",
    schemaThat(() => {
      throw Object.create(null);
    }),
    "cannot be checked: the schema throws",
  ],
  [
    "is asynchronous",
    schemaThat(async () => ({ value: 1 })),
    "cannot be checked: the schema is asynchronous",
  ],
  [
    "is asynchronous, and rejects",
    schemaThat(() => Promise.reject(new Error("nobody catches it"))),
    "cannot be checked: the schema is asynchronous",
  ],
  [
    "says neither yes nor no",
    schemaThat(() => ({}) as { value: unknown }),
    "cannot be checked: the schema is asynchronous",
  ],
  [
    "says what nobody understands",
    schemaThat(() => ({ issues: 5 }) as never),
    "cannot be checked: the schema throws",
  ],
])("where the schema %s, the body is invalid, and nothing is thrown", (_, schema, message) => {
  expect(parseResponse({}, { schema })).toMatchObject({
    kind: "invalid",
    issues: [{ message, path: [], keyword: "schema" }],
  });
});

test("a schema that refuses without a word refuses", () => {
  const schema = schemaThat(() => ({ issues: [] }));
  expect(parseResponse({}, { schema })).toMatchObject({ kind: "invalid", issues: [] });
});

function schemaThat(validate: SuccessSchema["~standard"]["validate"]): SuccessSchema {
  return { "~standard": { version: 1, vendor: "test", validate } };
}
