import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  assertErrorBody,
  HashKeyApiError,
  identify,
  isErrorBody,
  isHashKeyApiError,
  matchError,
} from "@hashkey-errors/validator";
import { expect, onTestFinished, test } from "vitest";

test("matchError calls the function of the error's name, and _ for the rest", () => {
  const handle = (code: string, msg?: string) =>
    matchError(identify(code, msg), {
      ORDER_NOT_FOUND: ({ code }) => `no order, ${code}`,
      REQUIRED_FIELD_INVALID: ({ params }) => params?.field ?? "?",
      UNRECOGNIZED: ({ candidates }) => candidates.length,
      _: ({ outcome }) => outcome,
    });
  expect(handle("0211")).toBe("no order, 0211");
  expect(handle("0001", "Required field side missing or invalid")).toBe("side");
  expect(handle("0001")).toBe(2);
  expect(handle("-1007")).toBe("unknown");
});

test("HashKeyApiError carries the error, the cause and the body, and is fit for a log", () => {
  const cause = new Error("fetch");
  const body = { code: "0211", msg: "Order not found" };
  const thrown = new HashKeyApiError(identify("0211", "Order not found"), { cause, body });
  expect(thrown).toBeInstanceOf(Error);
  expect(thrown).toMatchObject({
    name: "HashKeyApiError",
    message: "ORDER_NOT_FOUND (0211): Order not found",
    cause,
    body,
  });
  expect(JSON.parse(JSON.stringify(thrown))).toEqual({
    name: "HashKeyApiError",
    message: "ORDER_NOT_FOUND (0211): Order not found",
    failure: identify("0211", "Order not found"),
  });
  expect(new HashKeyApiError(identify("-1")).message).toBe("UNRECOGNIZED (-1)");
  expect("cause" in new HashKeyApiError(identify("-1"))).toBe(false);
});

test("two copies of the package know each other's errors", async () => {
  const copy = mkdtempSync(join(tmpdir(), "copy-"));
  onTestFinished(() => rmSync(copy, { recursive: true }));
  cpSync(new URL("../dist", import.meta.url), copy, { recursive: true });
  writeFileSync(join(copy, "package.json"), '{ "type": "module" }');
  const other = await import(pathToFileURL(join(copy, "index.js")).href);
  const thrown = new other.HashKeyApiError(identify("0211"));
  expect(thrown).not.toBeInstanceOf(HashKeyApiError);
  expect(isHashKeyApiError(thrown, "ORDER_NOT_FOUND")).toBe(true);
});

test("isHashKeyApiError goes by name, not by class", () => {
  const failure = identify("0211");
  const foreign = Object.assign(new Error("x"), { name: "HashKeyApiError", failure });
  for (const value of [new HashKeyApiError(failure), foreign]) {
    expect(isHashKeyApiError(value)).toBe(true);
    expect(isHashKeyApiError(value, "ORDER_NOT_FOUND")).toBe(true);
    expect(isHashKeyApiError(value, "ORDER_DUPLICATE")).toBe(false);
  }
  for (const value of [
    new Error("x"),
    null,
    undefined,
    "HashKeyApiError",
    { name: "HashKeyApiError", failure },
  ]) {
    expect(isHashKeyApiError(value)).toBe(false);
  }
});

test("another class with a failure is none, nor is one that cannot be read", () => {
  const failure = identify("0211");
  const other = Object.assign(new Error("x"), { name: "OtherApiError", failure });
  expect(isHashKeyApiError(other)).toBe(false);
  const unreadable = Object.defineProperty(new Error("x"), "name", {
    get() {
      throw new Error("no");
    },
  });
  expect(isHashKeyApiError(unreadable)).toBe(false);
});

test("assertErrorBody throws a TypeError that says what is wrong", () => {
  expect(() => assertErrorBody({ code: "0211" })).not.toThrow();
  expect(() => assertErrorBody({})).toThrow(
    new TypeError("not an error body: must have required property 'code'"),
  );
  expect(() => assertErrorBody({ code: "0211", msg: 5 })).toThrow(
    "not an error body: msg must be string,null",
  );
  expect(() => assertErrorBody(null)).toThrow("not an error body: must be an object or an array");
  expect(isErrorBody({ code: 0 })).toBe(false);
});
