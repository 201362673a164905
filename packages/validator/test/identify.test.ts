import { isDeepStrictEqual } from "node:util";
import catalog from "@hashkey-errors/schemas/catalog.json" with { type: "json" };
import { type ApiError, identify, type KnownError } from "@hashkey-errors/validator";
import { expect, test } from "vitest";

type Entry = (typeof catalog.entries)[number] & {
  readonly retired?: { readonly replacedBy?: string };
};

// Responses of a renamed error get its new name.
const errors = (catalog.entries as Entry[]).filter(
  ({ kind, retired }) => kind === "error" && retired?.replacedBy === undefined,
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

const cases = errors.map((entry) => {
  const { name, code, httpStatus, category, fault, outcome, retry } = entry;
  const params = examplesOf(entry);
  const msg = render(entry.message, params);
  const judgments = { category, fault, outcome, retry };
  const found = { name, code, httpStatus, ...judgments, params, msg, drift: false };
  return { entry, params, msg, found };
});

/** A result of `identify`, and what it has to be. */
type Check = readonly [found: ApiError, wanted: object];

/** The results that are not as wanted; of two hundred, only these are worth printing. */
function differing(checks: readonly Check[]): readonly Check[] {
  return checks.filter(([found, wanted]) => !isDeepStrictEqual({ ...found }, wanted));
}

test("identify recognizes each error by its code and text", () => {
  const checks = cases.map(({ entry, msg, found }): Check => [identify(entry.code, msg), found]);
  expect(differing(checks)).toEqual([]);
});

test("identify recognizes each text without quotation marks, with a full stop and without", () => {
  const checks = cases.flatMap(({ entry, params, found }): Check[] => {
    const plain = render(entry.message.replaceAll(/'(\{\w+\})'/g, "$1"), params).replace(/\.$/, "");
    return [plain, `${plain}.`].map((msg) => [identify(entry.code, msg), { ...found, msg }]);
  });
  expect(differing(checks)).toEqual([]);
});

test("identify takes every quotation mark of Unicode, and nothing else, from around a value", () => {
  const wrong = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
    (char) => {
      const msg = `Required field ${char}price${char} missing or invalid`;
      const { params } = identify("0001", msg) as KnownError<"REQUIRED_FIELD_INVALID">;
      const isMark = /[\p{Quotation_Mark}`´]/u.test(char);
      return params?.field !== (isMark ? "price" : `${char}price${char}`);
    },
  );
  expect(wrong).toEqual([]);
});

test("identify takes a number for the code of the same value", () => {
  const checks = cases.map(({ entry, msg, found }): Check => {
    return [identify(Number(entry.code), msg), found];
  });
  expect(differing(checks)).toEqual([]);
});

test("identify recognizes each alias, and keeps the documented code", () => {
  const checks = cases.flatMap(({ entry, msg, found }) =>
    entry.aliases.map(({ code }): Check => [identify(code, msg), found]),
  );
  expect(checks.length).toBeGreaterThanOrEqual(1);
  expect(differing(checks)).toEqual([]);
});

test("identify recognizes each variant without drift, and has params where it has all of them", () => {
  const checks = cases.flatMap(({ entry, params, found }) =>
    entry.variants.map(({ message }): Check => {
      const msg = render(message, params);
      const isComplete = Object.keys(params).every((param) => message.includes(`{${param}}`));
      return [identify(entry.code, msg), { ...found, msg, params: isComplete ? params : null }];
    }),
  );
  expect(checks.length).toBeGreaterThanOrEqual(7);
  expect(differing(checks)).toEqual([]);
});

test("identify recognizes a code of one error without its text, and marks another text as drift", () => {
  const alone = cases.filter(({ entry }) => !shared.has(entry.code));
  const checks = alone.flatMap(({ entry, params, found }): Check[] => {
    const none = Object.keys(params).length === 0 ? {} : null;
    const msg = "Something else";
    return [
      [identify(entry.code), { ...found, params: none, msg: null }],
      [identify(entry.code, msg), { ...found, params: none, msg, drift: true }],
    ];
  });
  expect(checks.length).toBeGreaterThan(250);
  expect(differing(checks)).toEqual([]);
});

test("identify names the candidates of a shared code that comes without a text that fits", () => {
  const unknown = { name: "UNRECOGNIZED", outcome: "unknown", retry: "after-reconcile" };
  const checks = [...shared].flatMap((code): Check[] => {
    const candidates = errors.filter((entry) => entry.code === code).map(({ name }) => name);
    return [null, "Something else"].map((msg) => [
      identify(code, msg ?? undefined),
      { ...unknown, code, msg, candidates },
    ]);
  });
  expect(checks.length).toBeGreaterThanOrEqual(2);
  expect(differing(checks)).toEqual([]);
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
  [null as never, ""],
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
  ["-1130", "Illegal parameter symbol'", { parameter: "symbol'" }],
  ["-1130", "Illegal parameter -it's-", { parameter: "-it's-" }],
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
  [
    "-1015",
    "Too many new orders, current limit is '10' orders per “DAY”",
    { limit: "'10'", interval: "“DAY”" },
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
  for (const msg of ["Order  not found", "Order not found: Order not found"])
    expect(identify("0211", msg)).toMatchObject({ drift: true });
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
