import { type Entry, successorOf } from "@hashkey-errors/codegen";
import catalog from "@hashkey-errors/schemas/catalog.json" with { type: "json" };
import { identify } from "@hashkey-errors/validator";
import { describe, expect, test } from "vitest";

// A response of a renamed error has its new name.
const errors = catalog.entries.filter(
  (entry) =>
    entry.kind === "error" && successorOf(entry as Entry, catalog.entries as Entry[]) === undefined,
);
const shared = new Set(
  errors
    .filter(({ code, name }) => errors.some((other) => other.code === code && other.name !== name))
    .map(({ code }) => code),
);

/** The message with the params' examples in their places. */
function render(message: string, values: Readonly<Record<string, string>>): string {
  return message.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
}

const examplesOf = (entry: (typeof errors)[number]) =>
  Object.fromEntries(
    Object.entries(entry.params).map(([name, { example }]) => [name, example as string]),
  );

describe.each(errors)("$name ($code)", (entry) => {
  const params = examplesOf(entry);
  const msg = render(entry.message, params);
  const { name, code, httpStatus, category, fault, outcome, retry } = entry;
  const expected = {
    name,
    code,
    httpStatus,
    category,
    fault,
    outcome,
    retry,
    params,
    msg,
    drift: false,
  };

  test("by code and text", () => {
    expect(identify(code, msg)).toEqual(expected);
  });

  test("without quotation marks, with a full stop and without", () => {
    const plain = render(entry.message.replaceAll(/'(\{\w+\})'/g, "$1"), params).replace(/\.$/, "");
    expect(identify(code, plain)).toEqual({ ...expected, msg: plain });
    expect(identify(code, `${plain}.`)).toEqual({ ...expected, msg: `${plain}.` });
  });

  test("by a number where the code is one", () => {
    expect(identify(Number(code), msg)).toEqual(expected);
  });

  test("by an alias, which does not change the code that it has", () => {
    for (const alias of entry.aliases)
      expect(identify(alias.code as string, msg)).toEqual(expected);
  });

  test("by a variant: no drift, and no params where the variant has none", () => {
    for (const { message } of entry.variants as { message: string }[]) {
      const found = identify(code, render(message, params));
      const complete = Object.keys(params).every((param) => message.includes(`{${param}}`));
      expect(found).toMatchObject({ name, drift: false, params: complete ? params : null });
    }
  });

  test("without a text, and with another text", () => {
    const bare = identify(code);
    const drifted = identify(code, "Something else");
    if (shared.has(code)) {
      const candidates = errors.filter((other) => other.code === code).map((other) => other.name);
      expect(bare).toEqual({
        name: "UNRECOGNIZED",
        code,
        msg: null,
        candidates,
        outcome: "unknown",
        retry: "after-reconcile",
      });
      expect(drifted).toMatchObject({ name: "UNRECOGNIZED", candidates });
    } else {
      const none = Object.keys(params).length === 0 ? {} : null;
      expect(bare).toEqual({ ...expected, params: none, msg: null });
      expect(drifted).toEqual({ ...expected, params: none, msg: "Something else", drift: true });
    }
  });
});

test("the two errors with code 0001 are told apart by their texts", () => {
  expect(identify("0001", "Required field clientOrderId missing or invalid")).toMatchObject({
    name: "REQUIRED_FIELD_INVALID",
    params: { field: "clientOrderId" },
  });
  expect(identify("0001", "Incorrect signature")).toMatchObject({
    name: "SIGNATURE_INVALID",
    params: {},
  });
  expect(identify("0002")).toMatchObject({ name: "SIGNATURE_INVALID", code: "0001" });
  expect(identify(2)).toMatchObject({ name: "SIGNATURE_INVALID" });
});

test.each<[code: string | number, as: string]>([
  ["0000", "0000"],
  ["-9999", "-9999"],
  [-9999, "-9999"],
  ["1", "1"],
  ["211", "211"],
  ["-1141 ", "-1141 "],
  ["__proto__", "__proto__"],
  ["constructor", "constructor"],
  ["", ""],
])("%j is not in the catalog", (code, as) => {
  expect(identify(code, "text")).toEqual({
    name: "UNRECOGNIZED",
    code: as,
    msg: "text",
    candidates: [],
    outcome: "unknown",
    retry: "after-reconcile",
  });
});

test.each<[code: string, msg: string, params: Record<string, string> | null]>([
  ["-1130", "Illegal parameter 'symbol'", { parameter: "symbol" }],
  ["-1130", 'Illegal parameter "symbol"', { parameter: "symbol" }],
  ["-1130", "Illegal parameter `symbol`.", { parameter: "symbol" }],
  ["-1130", "Illegal parameter “symbol”", { parameter: "symbol" }],
  ["-1130", "Illegal parameter 「symbol」", { parameter: "symbol" }],
  ["-1130", "Illegal parameter '\"symbol\"'", { parameter: '"symbol"' }],
  ["-1130", "Illegal parameter „symbol“", { parameter: "symbol" }],
  ["-1130", 'Illegal parameter "symbol', { parameter: '"symbol' }],
  ["-1130", " Illegal parameter 'symbol'.\r\n", { parameter: "symbol" }],
  ["-1130", "Illegal parameter symbol.", { parameter: "symbol" }],
  ["-1130", "Illegal parameter 'it's quoted'", { parameter: "it's quoted" }],
  ["-1130", "Illegal parameter 'symbol", { parameter: "'symbol" }],
  ["-1130", "Illegal parameter ''", { parameter: "''" }],
  ["-1130", "Illegal parameter .", { parameter: "." }],
  ["-1130", "Illegal parameter ", null],
  ["-1130", "illegal parameter symbol", null],
  ["-1130", "Illegal  parameter symbol", null],
  [
    "-1130",
    "Illegal parameter line\nbreak and 中文 {field}",
    { parameter: "line\nbreak and 中文 {field}" },
  ],
  [
    "0001",
    "Required field a missing or invalid missing or invalid",
    { field: "a missing or invalid" },
  ],
  [
    "-1015",
    "Too many new orders, current limit is 10 orders per SECOND",
    { limit: "10", interval: "SECOND" },
  ],
  ["-1015", "Too many new orders, current limit is  orders per SECOND", null],
  ["-1015", "Too many new orders, current limit is 10 orders per ", null],
  ["-1130", "Illegal parameter", null],
  [
    "-1015",
    "Too many new orders, current limit is 10 orders per orders per day.",
    { limit: "10", interval: "orders per day" },
  ],
  ["-100012", "Parameter symbol [String] missing!", { parameter: "symbol", type: "String" }],
  ["-100012", "Parameter a [b] [c] missing!", { parameter: "a", type: "b] [c" }],
])("%s %j gives the params %j", (code, msg, params) => {
  expect(identify(code, msg)).toMatchObject({ params, msg, drift: params === null });
});

test("blanks at the ends of a text without placeholders do not count", () => {
  for (const msg of [" Order not found", "Order not found\n", "\tOrder not found. "])
    expect(identify("0211", msg)).toMatchObject({ name: "ORDER_NOT_FOUND", msg, drift: false });
  expect(identify("0211", "Order  not found")).toMatchObject({ drift: true });
});

test("an error that is always the same is one frozen object", () => {
  expect(identify("0211")).toBe(identify(211));
  expect(identify("0211", "Order not found")).toBe(identify("0211", "Order not found"));
  expect(Object.isFrozen(identify("0211"))).toBe(true);
  expect(Object.isFrozen(identify("0211", "Order not found"))).toBe(true);
  expect(identify("0211")).toHaveProperty("params", Object.freeze({}));
});

test("a hostile text takes linear time", () => {
  const msg = `Too many new orders, current limit is ${" orders per".repeat(10_000)}`;
  const started = performance.now();
  for (let run = 0; run < 20; run++) identify("-1015", `${msg}${run}`);
  // No mark, only a guard: quadratic matching of 100 KB takes seconds.
  expect(performance.now() - started).toBeLessThan(2_000);
});
