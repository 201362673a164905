import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { format, inspect } from "node:util";
import {
  assertErrorBody,
  type Failure,
  failureOf,
  HashKeyApiError,
  identify,
  isErrorBody,
  isHashKeyApiError,
  matchError,
  type NoResponse,
  parseResponse,
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
    origin: cause,
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

test("an exception prints neither its body nor its cause", () => {
  const cause = Object.assign(new Error("x"), { config: { url: "/order?signature=SECRET" } });
  const body = { withdrawAddress: "SECRET" };
  const thrown = new HashKeyApiError(identify("0211"), { cause, body });
  expect(Object.keys(thrown).sort()).toEqual(["failure", "name"]);
  // Made by hand, its cause is enumerable.
  const noAnswer: NoResponse = {
    name: "NO_RESPONSE",
    cause,
    outcome: "unknown",
    retry: "after-reconcile",
  };
  for (const error of [thrown, new HashKeyApiError(noAnswer, { cause, body })]) {
    const printed = [inspect({ error }), JSON.stringify(error), String(error)];
    expect(printed.filter((text) => text.includes("SECRET"))).toEqual([]);
    expect(printed[0]).toContain(`HashKeyApiError: ${error.message}\n`);
    expect(inspect(error).startsWith(`HashKeyApiError: ${error.message}\n`)).toBe(true);
    expect(inspect(error).endsWith(` ${JSON.stringify(error.failure, undefined, 2)}`)).toBe(true);
    expect(error.origin).toBe(cause);
  }
  expect(new HashKeyApiError(noAnswer).failure).toMatchObject({ cause, outcome: "unknown" });
});

test("an exception prints its class's name where its stack begins otherwise, and where it has none", () => {
  const headOf = (stack: string | undefined) => {
    const thrown = Object.assign(new HashKeyApiError(identify("0211")), { stack });
    return inspect(thrown).split("\n", 2);
  };
  const at = "    at main (bot.js:1:1)";
  expect(headOf(`Error: ORDER_NOT_FOUND (0211)\n${at}`)).toEqual([
    "HashKeyApiError: ORDER_NOT_FOUND (0211)",
    `${at} {`,
  ]);
  expect(headOf(undefined)[0]).toBe("HashKeyApiError: ORDER_NOT_FOUND (0211) {");
});

test("an exception's cause has the names and the codes of what led to it, and nothing else", () => {
  const refused = Object.assign(new Error("connect to https://x?signature=SECRET"), {
    code: "ECONNREFUSED",
  });
  const failed = new TypeError("POST /order?signature=SECRET", { cause: refused });
  const { cause } = new HashKeyApiError(identify("0211"), { cause: failed });
  expect(cause).toBeInstanceOf(Error);
  expect(cause).toMatchObject({
    name: "TypeError",
    message: "Error ECONNREFUSED",
    stack: "TypeError: Error ECONNREFUSED",
  });
  const odd = { name: "POST /?signature=SECRET", code: 5, config: "SECRET" };
  const { cause: unnamed } = new HashKeyApiError(identify("0211"), { cause: odd });
  expect(unnamed).toMatchObject({ name: "Error", message: "" });
  expect(inspect([cause, unnamed], { showHidden: true })).not.toContain("SECRET");
  const unreadable = {
    get name() {
      throw new Error("no");
    },
  };
  expect(new HashKeyApiError(identify("0211"), { cause: unreadable }).cause).toMatchObject({
    name: "Error",
    message: "",
  });
});

test("a copy and a log of an exception have no part of the request", () => {
  const cause = Object.assign(new Error("POST /order?signature=SECRET"), { config: "SECRET" });
  const failure = failureOf(Object.assign(cause, { code: "ECONNRESET" })) as Failure;
  const thrown = new HashKeyApiError(failure, { cause, body: { address: "SECRET" } });
  const copies: readonly unknown[] = [structuredClone(thrown), structuredClone(failure), failure];
  const printed = [...copies, thrown, { ...thrown }].flatMap((value) => [
    inspect(value, { depth: 9, customInspect: false }),
    JSON.stringify(value),
    format("%o %O %j %s", value, value, value, value),
  ]);
  expect(printed.filter((text) => text.includes("SECRET"))).toEqual([]);
});

test("an uncaught exception prints neither its body nor its cause", () => {
  const script = `
    import { HashKeyApiError, identify } from "@hashkey-errors/validator";
    const secret = "SEC" + "RET";
    const cause = Object.assign(new Error("x"), { url: "/order?signature=" + secret });
    throw new HashKeyApiError(identify("0211"), { cause, body: { address: secret } });
  `;
  const { stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    cwd: import.meta.dirname,
    encoding: "utf8",
  });
  expect(stderr).toContain("HashKeyApiError: ORDER_NOT_FOUND (0211)");
  expect(stderr).not.toContain("SECRET");
});

test.each<[failure: Failure, message: string]>([
  [
    identify("0211", "Order\n[INFO] paid \u2028"),
    "ORDER_NOT_FOUND (0211): Order\ufffd[INFO] paid \ufffd",
  ],
  [identify("-9999"), "UNRECOGNIZED (-9999)"],
  [identify("", "boom"), "UNRECOGNIZED: boom"],
  [
    {
      name: "INVALID_RESPONSE",
      httpStatus: 502,
      issues: [{ message: "must be a code", path: ["code"], keyword: "type" }],
      outcome: "unknown",
      retry: "after-reconcile",
    },
    "INVALID_RESPONSE (HTTP 502): code must be a code",
  ],
  [
    {
      name: "INVALID_RESPONSE",
      httpStatus: null,
      issues: [],
      outcome: "unknown",
      retry: "after-reconcile",
    },
    "INVALID_RESPONSE",
  ],
  [
    { name: "NO_RESPONSE", outcome: "rejected", retry: "after-delay" },
    "NO_RESPONSE: the request was not sent",
  ],
])("an exception's message is one line, and says what is known: %o", (failure, message) => {
  expect(new HashKeyApiError(failure).message).toBe(message);
});

test("matchError takes every failure", () => {
  const handle = (failure: Failure) =>
    matchError(failure, {
      INVALID_RESPONSE: ({ httpStatus }) => httpStatus,
      NO_RESPONSE: ({ outcome }) => outcome,
      _: ({ name }) => name,
    });
  expect(handle(identify("0211"))).toBe("ORDER_NOT_FOUND");
  expect(handle({ name: "NO_RESPONSE", outcome: "unknown", retry: "after-reconcile" })).toBe(
    "unknown",
  );
  const invalid = parseResponse(null, { httpStatus: 502 });
  expect(invalid.kind === "invalid" && handle(invalid.error)).toBe(502);
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

test("another class that holds a failure is not this exception, nor is one that cannot be read", () => {
  const failure = identify("0211");
  const other = Object.assign(new Error("x"), { name: "OtherApiError", failure });
  expect(isHashKeyApiError(other)).toBe(false);
  const empty = Object.assign(new Error("x"), { name: "HashKeyApiError" });
  expect(isHashKeyApiError(empty)).toBe(false);
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
  expect(() => assertErrorBody(null)).toThrow(
    "not an error body: must be a body parsed from JSON: an object or an array",
  );
  expect(isErrorBody({ code: 0 })).toBe(false);
});

test.each([
  failureOf(Object.assign(new Error("broken"), { code: "ECONNRESET" })),
  identify("-1130", "Illegal parameter 'symbol'"),
])("JSON and a structured clone keep a failure", (failure) => {
  const copies = [structuredClone(failure), JSON.parse(JSON.stringify(failure))];
  expect(copies).toEqual([{ ...failure }, { ...failure }]);
});
