import { createContext, runInContext } from "node:vm";
import catalog from "@hashkey-errors/schemas/catalog.json" with { type: "json" };
import type { Random } from "./random.js";

/** A realm of its own, whose objects have other prototypes than ours. */
const realm = createContext({ Response, Headers });

/** Runs a source in the other realm. */
export const inOtherRealm = (source: string): unknown => runInContext(source, realm);

/** Generators of values without members that matter. */
type Leaf = (random: Random) => unknown;

const entries = catalog.entries as readonly Entry[];
interface Entry {
  readonly code: string;
  readonly message: string;
}

const settled: Promise<unknown> = Promise.resolve({ code: "-1141" });
const otherPromise = inOtherRealm('Promise.resolve({ code: "-1141" })');

/** Values that a body, a status, a header or an error may be, or may have as a member. */
const LEAVES: readonly Leaf[] = [
  (random) => random.pick(entries).code,
  (random) => Number(random.pick(entries).code),
  (random) => random.pick(entries).message,
  (random) => random.pick(entries).message.replaceAll(/\{\w+\}/g, "\ud800'{x}"),
  (random) => random.pick([0, 200, "0", "0000", "200", "", " ", "-1", "0x10", "1e3"]),
  (random) =>
    random.pick([
      Number.NaN,
      -0,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      2 ** 53,
      0.1,
      2 ** 32 - 1,
      429,
      502,
    ]),
  (random) => random.pick(["__proto__", "constructor", "then", "toString", "hasOwnProperty"]),
  (random) => random.pick(["\ud800", "\udfff\ud800", "\u0000", "\u202e\u2066", "\ufeff{}"]),
  (random) =>
    random.pick(["hashkey {", "hashkey POST https://x 400 Bad {", "{", "[", '{"code":1}']),
  (random) =>
    random.pick(["zh-HK", "*", "en;q=", "i-klingon", "AxiosError", "GET", "fetch failed"]),
  (random) => random.pick([null, undefined, true, false]),
  (random) => random.pick([10n ** 30n, 0n, -1141n]),
  (random) => random.pick([Symbol("x"), Symbol.iterator, Symbol.toPrimitive]),
  () => new String("-1141"),
  () => new Number(-1141),
  () => new Boolean(false),
  () => Object(1n),
  () => Object(Symbol("x")),
  () => () => {
    throw new Error("called");
  },
  () => class Answer {},
  () => new Date(Number.NaN),
  () => /x/g,
  () => new Map([["code", "-1141"]]),
  () => new Set(["code"]),
  () => new WeakMap(),
  () => settled,
  () => otherPromise,
  () => new Uint8Array([123, 125]),
  () => new DataView(new ArrayBuffer(2)),
  () => new SharedArrayBuffer(2),
  () => new Headers({ "retry-after": "1e309" }),
  () => Object.assign(new Error("fetch failed"), { code: "ECONNREFUSED" }),
  () => new AggregateError([null, { code: "ENOTFOUND" }], "x"),
  () => new TypeError("fetch failed", { cause: 5 }),
  () => new DOMException("x", "AbortError"),
  () => new Array(2 ** 32 - 1),
  () => globalThis,
  () => Object.prototype,
  () => Math,
  () => inOtherRealm("({ code: '-1141', result: [{ code: 1 }] })"),
  () => inOtherRealm("[{ code: '-1141' }]"),
  () => inOtherRealm("new Proxy({}, {})"),
  () => inOtherRealm("new Error('x')"),
];

/** Makes a value without members that matter. */
export const createLeaf: Leaf = (random) => random.pick(LEAVES)(random);
