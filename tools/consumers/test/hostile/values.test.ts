import { expect, test } from "vitest";
import { calls } from "./calls.js";
import { createRandom } from "./random.js";
import { createHostileValue } from "./values.js";

/** `pnpm test:nightly` asks for a million. */
const VALUES = Number(process.env.HOSTILE_VALUES ?? (process.env.THOROUGH ? 10_000 : 500));

/** The seed of the first value: with another one, all values are others. */
const FIRST_SEED = Number(process.env.HOSTILE_SEED ?? 1);

/**
 * The objects that all others inherit from: a value that changes one of these changes all objects.
 */
const prototypes = [
  Object,
  Array,
  Function,
  String,
  Number,
  Boolean,
  Symbol,
  BigInt,
  Date,
  RegExp,
  Error,
  TypeError,
  Map,
  Set,
  WeakMap,
  Promise,
].flatMap((type): readonly object[] => [type, type.prototype]);

test(`${VALUES} hostile values make nothing throw, and change no prototype`, {
  // On a busy machine, a million take many times as long as on a quiet one.
  timeout: 3_600_000,
}, () => {
  const before = prototypes.map((prototype) => Object.getOwnPropertyDescriptors(prototype));
  const faults: string[] = [];
  for (let seed = FIRST_SEED; seed < FIRST_SEED + VALUES && faults.length < 20; seed++) {
    const value = createHostileValue(createRandom(seed)) as never;
    for (const [name, call] of Object.entries(calls)) {
      try {
        const wrong = call(value);
        if (wrong !== undefined) faults.push(`${name}, seed ${seed}: ${wrong}`);
      } catch (error) {
        faults.push(`${name}, seed ${seed}: throws ${describe(error)}`);
      }
    }
  }
  expect(faults).toEqual([]);
  const touched = prototypes.filter(
    (prototype, index) => !isSame(before[index], Object.getOwnPropertyDescriptors(prototype)),
  );
  expect(touched.length).toBe(0);
});

/** Whether two lists of members are the same, by identity: to print them would run getters. */
function isSame(before: object | undefined, after: object): boolean {
  const [old, now] = [before, after] as [PropertyDescriptorMap, PropertyDescriptorMap];
  const keys = Reflect.ownKeys(now);
  return (
    keys.length === Reflect.ownKeys(old).length &&
    keys.every((key) => {
      const [was, is] = [old[key as string], now[key as string]];
      return (
        was !== undefined &&
        is !== undefined &&
        was.get === is.get &&
        Object.is(was.value, is.value)
      );
    })
  );
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.stack?.split("\n", 3).join()}` : "what is not an error";
}
