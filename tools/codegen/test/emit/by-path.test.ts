import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { readingOf } from "../../dist/emit/conformance/expected-error.js";
import { expectResponse } from "../../dist/emit/conformance/expected-response.js";
import { propertyRuns } from "../property-runs.js";
import { type BuiltValidators, buildValidators, runnableCatalog } from "./build-validators.js";
import { catalogOf, like, WIRES, wireNamed } from "./path-wires.js";
import { BUSY, emitFile, NOT_FOUND } from "./tiny-catalog.js";

/** The functions of a generated validator that the test calls. */
interface Validator {
  parseResponse(body: unknown, context?: object): Result;
  parseText(text: string, context?: object): Result;
  unwrap(result: Result): unknown;
  failureOf(thrown: unknown): { readonly name: string } | undefined;
  isErrorBody(body: unknown): boolean;
  assertErrorBody(body: unknown): void;
  readonly responseSchema: { readonly "~standard": { validate(body: unknown): object } };
}

interface Result {
  readonly kind: string;
  readonly body: unknown;
  readonly error?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly { readonly name: string }[];
  readonly issues?: readonly { readonly keyword: string; readonly path: readonly unknown[] }[];
  readonly items?: readonly Result[];
}

interface Vector {
  readonly body?: unknown;
  readonly text?: string;
  readonly status: number | null;
  readonly expect: { readonly next?: object };
}

interface StepModule {
  nextStep(result: Result, context: object): { readonly action: string };
}

interface BatchModule {
  pairBatch(
    result: Result,
    requests: readonly string[],
    key: (request: string) => string,
  ): readonly { readonly item: unknown }[];
}

interface BodyWriter {
  errorBody(name: string, params?: object): object;
}

let load: BuiltValidators["load"];

/** An error of a request that was carried out all the same. */
const APPLIED = {
  ...BUSY,
  name: "DONE_LATE",
  code: "1003",
  aliases: [],
  outcome: "applied",
  retry: "never",
} as const;

beforeAll(async () => {
  const partly = runnableCatalog("partly", wireNamed("list")[0], [NOT_FOUND, BUSY, APPLIED]);
  const wire = { error: "errors[]", code: "code", message: "text", batch: "items" };
  const lists = runnableCatalog("lists", wire);
  const built = await buildValidators([...Object.keys(WIRES).map(catalogOf), partly, lists]);
  load = built.load;
  return built.remove;
}, 300_000);

/**
 * Bodies much like the one of a wire, and where it has batches, like one that succeeds as a whole.
 */
function bodiesOf(name: string): fc.Arbitrary<unknown> {
  const [{ batch }, body] = wireNamed(name);
  return batch === undefined ? like(body) : fc.oneof(like(body), like({ ...body, code: "0" }));
}

const STATUSES = [null, 200, 400, 404, 500];

const runs = { numRuns: propertyRuns({ quick: 500, thorough: 4000 }) };

test.each(Object.keys(WIRES))("bodies of the wire %j are read as its words say", async (name) => {
  const validator: Validator = await load(name, "index.js");
  const catalog = catalogOf(name);
  const kinds = new Set<string>();
  const read = (body: unknown, status: number | null) => {
    const result = validator.parseResponse(body, { httpStatus: status ?? undefined });
    const wanted = withoutSteps(expectResponse(readingOf(catalog), body, status));
    expect(summarize(result)).toEqual(wanted);
    expect(result.body).toBe(body);
    kinds.add(result.kind);
  };
  const [{ batch }, , ...rare] = wireNamed(name);
  for (const body of [{}, ...rare]) for (const status of STATUSES) read(body, status);
  fc.assert(fc.property(bodiesOf(name), fc.constantFrom(...STATUSES), read), runs);
  const all = ["error", "invalid", "success", ...(batch === undefined ? [] : ["batch"])];
  expect([...kinds].sort()).toEqual(all.sort());
});

test.each(["status", "statuses"])(
  "a status that is in Object.prototype alone lets no failure of the wire %j pass",
  async (name) => {
    const { parseResponse, parseText }: Validator = await load(name, "index.js");
    const polluted = Object.prototype as { httpStatus?: number };
    const body = { code: "1001" };
    try {
      polluted.httpStatus = 200;
      const results = [parseResponse(body), parseResponse(body, {}), parseText('{"code":"1001"}')];
      expect(results.map(({ kind }) => kind)).toEqual(["error", "error", "error"]);
      expect(parseResponse(body, { httpStatus: 200 }).kind).toBe("success");
    } finally {
      delete polluted.httpStatus;
    }
  },
);

test.each(Object.keys(WIRES))(
  "the conformance vectors of the wire %j say how it is read",
  async (name) => {
    const { parseResponse, parseText }: Validator = await load(name, "index.js");
    const { nextStep }: StepModule = await load(name, "next-step.js");
    const lines = (await emitFile("generated/conformance.ndjson", catalogOf(name))).trimEnd();
    const wrong = lines.split("\n").filter((line) => {
      const { body, text, status, expect: want } = JSON.parse(line) as Vector;
      const context = { httpStatus: status ?? undefined };
      const result = text === undefined ? parseResponse(body, context) : parseText(text, context);
      const step = (method: string) => nextStep(result, { method }).action;
      const next = want.next && { read: step("GET"), write: step("POST") };
      const got = JSON.parse(JSON.stringify(summarize(result)));
      return !isDeepStrictEqual([got, next], [withoutSteps(want), want.next]);
    });
    expect(wrong).toEqual([]);
  },
);

test.each(Object.keys(WIRES))(
  "the schema of the wire %j says the same of a body as the code that reads it",
  async (name) => {
    const { parseResponse, isErrorBody, responseSchema }: Validator = await load(name, "index.js");
    const compare = (body: unknown) => {
      const { kind } = parseResponse(body);
      expect(isErrorBody(body)).toBe(kind === "error");
      expect("issues" in responseSchema["~standard"].validate(body)).toBe(kind === "invalid");
    };
    const [, sample, ...rare] = wireNamed(name);
    for (const body of rare) compare(body);
    fc.assert(fc.property(like(sample), compare), runs);
  },
);

/** Wires whose bodies have no place for a text beside a code, or for a code. */
const WITHOUT_ROOM = ["strings", "status_alone"];

test.each(Object.keys(WIRES).filter((name) => !WITHOUT_ROOM.includes(name)))(
  "errorBody writes a body of the wire %j that is read again",
  async (name) => {
    const validator: Validator = await load(name, "index.js");
    const { errorBody }: BodyWriter = await load(name, "body.js");
    const params = { item: "A7" };
    for (const written of [errorBody("ITEM_NOT_FOUND", params), errorBody("SERVER_BUSY")])
      expect(written).toEqual(JSON.parse(JSON.stringify(written)));
    expect(validator.parseResponse(errorBody("ITEM_NOT_FOUND", params))).toMatchObject({
      kind: "error",
      error: { name: "ITEM_NOT_FOUND", params, drift: false },
    });
  },
);

test.each([
  ["pointed", { "code~1": {} }, "code~1 must be string,integer"],
  ["alternatives", {}, "must have required property 'sub'; must have required property 'code'"],
])(
  "what is not an error body of the wire %j is told by places and faults",
  async (name, body, faults) => {
    const { assertErrorBody }: Validator = await load(name, "index.js");
    expect(() => assertErrorBody(body)).toThrow(`not an error body: ${faults}`);
  },
);

test("a list gives all of its errors, and the first that has a code", async () => {
  const { parseResponse }: Validator = await load("list", "index.js");
  const errors = [{ text: "no code" }, { meta: { code: "-1002" } }, { meta: { code: "new" } }];
  const result = parseResponse({ errors });
  expect(result.error).toMatchObject({ name: "SERVER_BUSY" });
  expect(result.errors).toMatchObject([
    { name: "UNRECOGNIZED", code: "", msg: "no code", outcome: "unknown" },
    { name: "SERVER_BUSY" },
    { name: "UNRECOGNIZED", code: "new" },
  ]);
  const single: Validator = await load("nested", "index.js");
  expect(single.parseResponse({ reply: { error: { code: "x" } } })).not.toHaveProperty("errors");
});

test("of a list of errors, one after which the request may have been carried out decides", async () => {
  const { parseResponse, unwrap, failureOf }: Validator = await load("partly", "index.js");
  const { nextStep }: StepModule = await load("partly", "next-step.js");
  const judge = (...codes: readonly string[]) => {
    const data = { errors: codes.map((code) => ({ meta: { code } })) };
    const result = parseResponse(data);
    const response = { status: 400, data };
    const { action } = nextStep(result, { method: "POST" });
    return [
      action,
      failureOf(thrownBy(() => unwrap(result)))?.name,
      failureOf(Object.assign(new Error("400"), { response }))?.name,
    ];
  };
  expect(judge("1001", "-1002")).toEqual(["reconcile", "SERVER_BUSY", "SERVER_BUSY"]);
  expect(judge("1001", "new", "-1002")).toEqual(["reconcile", "UNRECOGNIZED", "UNRECOGNIZED"]);
  expect(judge("1001", "1003")).toEqual(["reconcile", "DONE_LATE", "DONE_LATE"]);
  expect(judge("1003", "1001", "-1002")).toEqual(["reconcile", "SERVER_BUSY", "SERVER_BUSY"]);
  expect(judge("1001", "1001")).toEqual(["fix", "ITEM_NOT_FOUND", "ITEM_NOT_FOUND"]);
});

test("an error of a list without a code leaves open whether the request was carried out", async () => {
  const { parseResponse, unwrap, failureOf }: Validator = await load("partly", "index.js");
  const { nextStep }: StepModule = await load("partly", "next-step.js");
  const judge = (...others: readonly unknown[]) => {
    const result = parseResponse({ errors: [{ meta: { code: "1001" } }, ...others] });
    const { action } = nextStep(result, { method: "POST" });
    return [result.error?.name, action, failureOf(thrownBy(() => unwrap(result)))?.name];
  };
  const open = ["ITEM_NOT_FOUND", "reconcile", "UNRECOGNIZED"];
  expect(judge({ text: "boom" })).toEqual(open);
  expect(judge({ meta: { code: null } })).toEqual(open);
  expect(judge("boom")).toEqual(open);
  expect(judge(null)).toEqual(["ITEM_NOT_FOUND", "fix", "ITEM_NOT_FOUND"]);
});

test("items without ids are paired by their places only where all of their errors have one outcome", async () => {
  const { parseResponse }: Validator = await load("lists", "index.js");
  const { pairBatch }: BatchModule = await load("lists", "batch.js");
  const pair = (...items: readonly (readonly string[])[]) => {
    const body = {
      items: items.map((codes) => ({ errors: codes.map((each) => ({ code: each })) })),
    };
    return pairBatch(parseResponse(body), ["a", "b"], (id) => id).map(({ item }) => item);
  };
  expect(pair(["1001"], ["1001", "1001"])).toMatchObject([{ index: 0 }, { index: 1 }]);
  expect(pair(["1001"], ["1001", "-1002"])).toMatchObject([
    { kind: "unknown", error: { name: "NO_RESPONSE", outcome: "unknown" } },
    { kind: "unknown", error: { name: "NO_RESPONSE", outcome: "unknown" } },
  ]);
});

test("what no JSON parser returns is invalid, and never throws", async () => {
  for (const name of Object.keys(WIRES)) {
    const { parseResponse }: Validator = await load(name, "index.js");
    const throwing = Object.defineProperty({}, "code", {
      enumerable: true,
      get() {
        throw new Error("no");
      },
    });
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    for (const value of [Promise.resolve({}), new Map(), new Response("{}"), proxy, undefined])
      expect(parseResponse(value), name).toMatchObject({ kind: "invalid" });
    expect(() => parseResponse(throwing)).not.toThrow();
    expect(() => parseResponse({ errors: new Array(2 ** 32 - 1) })).not.toThrow();
  }
});

test("an HTTP client's whole response is not a body", async () => {
  for (const name of Object.keys(WIRES)) {
    const { parseResponse }: Validator = await load(name, "index.js");
    const response = { status: 200, headers: {}, data: {} };
    expect(parseResponse(response), name).toMatchObject({
      kind: "invalid",
      issues: [{ path: [] }],
    });
  }
});

test("an error whose text is undefined has no text", async () => {
  const { parseResponse }: Validator = await load("refused", "index.js");
  const error = { name: "ITEM_NOT_FOUND", drift: false };
  expect(parseResponse({ code: "1001", text: undefined })).toMatchObject({ kind: "error", error });
});

test("a status that is not a number is not a code", async () => {
  const { parseResponse }: Validator = await load("status", "index.js");
  const kindUnder = (httpStatus: unknown) => parseResponse({}, { httpStatus }).kind;
  expect([404, "404", Number.NaN].map(kindUnder)).toEqual(["error", "invalid", "invalid"]);
});

test("a list with holes has neither items nor texts", async () => {
  const withHole = (item: unknown) => new Array(100_001).fill(item, 1);
  const { parseResponse }: Validator = await load("items", "index.js");
  const items = withHole({ sub: "1001" });
  expect(parseResponse({ code: "0", data: [{ items }] })).toMatchObject({ kind: "invalid" });
  const inner: Validator = await load("inner", "index.js");
  const error = { code: "1001", notes: withHole("Server busy") };
  expect(inner.parseResponse({ error })).toMatchObject({ error: { code: "1001", msg: null } });
});

/** The part of a result that the oracle speaks of. */
function summarize({ kind, error, errors, issues, items }: Result): object {
  if (kind === "success") return { kind };
  if (kind === "batch") return { kind, items: items?.map(summarize) };
  const { name, code, outcome, retry, params, drift, candidates } = error ?? {};
  if (kind === "invalid")
    return {
      kind,
      issues: issues?.map(({ keyword, path }) => ({ keyword, path })),
      outcome,
      retry,
    };
  const detail = candidates === undefined ? { params, drift } : { candidates };
  const listed = errors && { errors: errors.map((each) => each.name) };
  return { kind, name, code, ...detail, outcome, retry, ...listed };
}

function withoutSteps(expected: unknown): unknown {
  return JSON.parse(JSON.stringify(expected, (key, value) => (key === "next" ? undefined : value)));
}

function thrownBy(act: () => unknown): unknown {
  try {
    return act();
  } catch (thrown) {
    return thrown;
  }
}
