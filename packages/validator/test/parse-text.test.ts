import { parseText } from "@hashkey-errors/validator";
import { parseFetchResponse } from "@hashkey-errors/validator/fetch";
import fc from "fast-check";
import { expect, test } from "vitest";
import { anyText } from "./any-text.js";

const ERROR = '{"code":"0211","msg":"Order not found"}';

test.each([
  ["text", ERROR],
  ["a Buffer", Buffer.from(ERROR)],
  ["bytes", new TextEncoder().encode(ERROR)],
  ["text after a byte order mark", `\uFEFF${ERROR}`],
  ["bytes after a byte order mark", Buffer.from(`\uFEFF${ERROR}`)],
  ["a part of a larger buffer", Buffer.from(`xx${ERROR}`).subarray(2)],
])("%s is read as JSON", (_, text) => {
  for (const context of [undefined, { httpStatus: 400 }])
    expect(parseText(text, context)).toMatchObject({
      kind: "error",
      error: { name: "ORDER_NOT_FOUND" },
      body: JSON.parse(ERROR),
    });
});

test.each([
  ["nothing", "", "is empty"],
  ["blanks", " \r\n", "is empty"],
  ["no bytes", new Uint8Array(), "is empty"],
  ["HTML", "<html>", "is not JSON"],
  ["bytes of HTML", Buffer.from("<html>"), "is not JSON"],
  ["JSON that was cut off", ERROR.slice(0, -3), "is not JSON"],
])("%s is invalid, with the text as its body", (_, text, message) => {
  const result = parseText(text, { httpStatus: 502 });
  expect(result).toMatchObject({
    kind: "invalid",
    error: { name: "INVALID_RESPONSE", httpStatus: 502 },
    issues: [{ message, keyword: "contentMediaType" }],
    body: Buffer.from(text).toString(),
  });
});

test("what is neither text nor bytes is invalid, and is the body", () => {
  for (const value of [null, 5, {}])
    expect(parseText(value as never)).toMatchObject({ kind: "invalid", body: value });
});

test("a status that is not a number is ignored like a missing one, as for a body that is JSON", () => {
  const others = ["502", Number.NaN, Number.POSITIVE_INFINITY] as never[];
  for (const context of [undefined, {}, ...others.map((httpStatus) => ({ httpStatus }))])
    for (const text of ["<html>", "null"])
      expect(parseText(text, context)).toMatchObject({
        httpStatus: null,
        error: { httpStatus: null, outcome: "unknown" },
      });
});

test("a parser of the caller's keeps ids of nineteen digits", async () => {
  const text = '{"orderId":1234567890123456789,"code":0}';
  const parse = (json: string) => JSON.parse(json.replace(/(?<=:)\d{16,}/g, '"$&"'));
  const wanted = { kind: "success", body: { orderId: "1234567890123456789", code: 0 } };
  expect(parseText(text, { parse })).toEqual(wanted);
  expect(await parseFetchResponse(new Response(text), { parse })).toEqual(wanted);
});

test("a parser that throws, or returns a promise, gives an invalid result", () => {
  const failing = () => {
    throw new Error("no");
  };
  expect(parseText("{}", { parse: failing })).toMatchObject({
    issues: [{ message: "is not JSON" }],
  });
  expect(parseText("{}", { parse: async () => ({}) })).toMatchObject({ kind: "invalid" });
});

test("no text and no bytes make parseText throw", () => {
  fc.assert(
    fc.property(fc.oneof(anyText, fc.uint8Array(), fc.json()), (text) => {
      expect(["success", "error", "batch", "invalid"]).toContain(parseText(text).kind);
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 500) },
  );
});
