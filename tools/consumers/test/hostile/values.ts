import { createLeaf, inOtherRealm } from "./leaves.js";
import type { Random } from "./random.js";

/** The names of members that the packages read, and those that mean something to the language. */
const KEYS: readonly PropertyKey[] = [
  ..."code code code msg msg desc result result success status statusCode error headers".split(" "),
  ..."response body data _data text httpStatus kind failure name message params".split(" "),
  ..."outcome retry cause issues items errors syscall path keyword candidates drift".split(" "),
  ..."__proto__ constructor then toJSON toString valueOf length get set value next".split(" "),
  ..."ORDER_DUPLICATE UNRECOGNIZED retry-after Retry-After fault category 0 -1".split(" "),
  Symbol.toPrimitive,
  Symbol.iterator,
  Symbol.toStringTag,
];

/** Proxies that were revoked: they throw at whatever is done to them. */
const revoked: readonly object[] = [{}, [], () => {}].map((target) => {
  const { proxy, revoke } = Proxy.revocable<object>(target, {});
  revoke();
  return proxy;
});

const refuse = (): never => {
  throw new Error("no");
};

/** Makes a value that no API sends; at most `depth` objects deep, but for cycles. */
export function createHostileValue(random: Random, depth = 3): unknown {
  if (depth === 0 || random.below(3) === 0) return createLeaf(random);
  const make = random.pick([
    createObject,
    createObject,
    createObject,
    createArray,
    createArray,
    createProxy,
    createCycle,
    () => random.pick(revoked),
  ]);
  return make(random, depth);
}

function createObject(random: Random, depth: number): object {
  const object = random.pick<() => object>([
    () => ({}),
    () => ({}),
    () => Object.create(null),
    () => inOtherRealm("({})") as object,
    () => new (class Answer {})(),
    () => new Error("x"),
    () => Object.create({ code: "-1141" }),
  ])();
  for (let count = random.below(5); count > 0; count--) addMember(object, random, depth);
  if (random.below(10) === 0) Object.freeze(object);
  return object;
}

function addMember(object: object, random: Random, depth: number): void {
  const value = createHostileValue(random, depth - 1);
  const shared = { enumerable: random.below(8) > 0, configurable: true };
  const descriptor = random.pick<() => PropertyDescriptor>([
    ...Array.from({ length: 6 }, () => () => ({ ...shared, value, writable: true })),
    () => ({ ...shared, get: () => value }),
    () => ({ ...shared, get: refuse }),
    () => ({ ...shared, get: () => createHostileValue(random, 0), set: refuse }),
  ])();
  const key = random.pick(KEYS);
  // An array's own length takes numbers alone.
  Reflect.defineProperty(
    object,
    Array.isArray(object) && key === "length" ? "code" : key,
    descriptor,
  );
}

function createArray(random: Random, depth: number): unknown[] {
  const array = Array.from({ length: random.below(4) }, () =>
    createHostileValue(random, depth - 1),
  );
  if (random.below(4) === 0) array.length = random.pick([5, 99_999, 2 ** 32 - 1]);
  if (random.below(4) === 0) addMember(array, random, depth);
  return array;
}

function createCycle(random: Random, depth: number): object {
  const object = createObject(random, depth);
  const descriptor = { value: object, enumerable: true, configurable: true, writable: true };
  for (const key of [random.pick(KEYS), "cause"]) Reflect.defineProperty(object, key, descriptor);
  return object;
}

/** The traps of a proxy, each of which may lie. */
const TRAPS: readonly (keyof ProxyHandler<object>)[] = [
  "get",
  "has",
  "ownKeys",
  "getOwnPropertyDescriptor",
  "getPrototypeOf",
  "set",
  "defineProperty",
  "isExtensible",
];

function createProxy(random: Random, depth: number): object {
  const handler: Record<string, () => unknown> = {};
  for (let count = random.below(4); count > 0; count--) {
    handler[random.pick(TRAPS)] =
      random.below(2) === 0 ? refuse : () => createHostileValue(random, 0);
  }
  const target = random.pick([createObject, createArray])(random, depth);
  return new Proxy(target, handler as ProxyHandler<object>);
}
