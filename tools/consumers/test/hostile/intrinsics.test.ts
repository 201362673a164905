import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";
import { buildSync } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { collectAnswers, print } from "./answers.js";

/** A script whose value is all answers as lines. Each run of it imports the packages anew. */
const bundle = bundleAnswers();
const script = new Script(bundle);
const run = () => script.runInThisContext() as string;

// The answers are compared without their stacks, and Vitest maps each line of one to its source.
const { stackTraceLimit } = Error;
beforeAll(() => {
  Error.stackTraceLimit = 0;
});
afterAll(() => {
  Error.stackTraceLimit = stackTraceLimit;
});

/** Names of members that the packages read somewhere, or that the language does. */
const NAMES = [
  ..."code msg desc result success status statusCode headers response data _data body".split(" "),
  ..."kind failure name message params outcome retry cause issues errors".split(" "),
  ..."syscall text instance baseUrl localized method attempt unlisted locale texts".split(" "),
  ..."outcomes path keyword candidates drift next get set value then writable UNRECOGNIZED".split(
    " ",
  ),
  ..."ORDER_NOT_FOUND NO_RESPONSE 0 1 2 200 429 502 -1 toJSON".split(" "),
];

/** Properties that a merge of JSON into an object can put there. */
const VALUES: readonly unknown[] = [
  "success",
  "GET",
  "ECONNREFUSED",
  null,
  [{ code: "ECONNREFUSED" }],
  { status: 400, data: { code: "-2010" }, code: "ECONNREFUSED" },
  { outcome: "rejected", retry: "after-delay" },
];

/**
 * The values to try for a name: all in `test:consumers`, and otherwise a sixth of them, which
 * differs from that of the next name.
 */
function valuesFor(index: number): readonly unknown[] {
  return process.env.THOROUGH ? VALUES : VALUES.filter((_, at) => (at + index) % 6 === 0);
}

test("members of Object.prototype and Array.prototype, set before the import, change no answer", {
  timeout: 300_000,
}, () => {
  const before = run();
  expect(before.split("\n").length).toBeGreaterThan(300);
  const changed: string[] = [];
  for (const [index, name] of NAMES.entries())
    for (const [prototype, values] of [
      [Object.prototype, valuesFor(index)],
      [Array.prototype, Number.isNaN(Number(name)) ? [] : VALUES.slice(0, 2)],
    ] as const)
      for (const value of values) {
        const after = runPolluted(prototype, name, value);
        if (after !== before)
          changed.push(`${name}: ${print(value)}: ${firstDifference(before, after)}`);
      }
  expect(changed).toEqual([]);
});

// `parseResponse` reads its options quickly, also from a polluted prototype. A status there can
// only make a success invalid.
test("a status in Object.prototype makes no failure a success", () => {
  const successes = (answers: string) =>
    answers
      .split("\n")
      .filter((line) => /^(parse|unwrap).*kind: string (success|batch)/.test(line));
  const before = successes(run());
  for (const value of VALUES) {
    const after = successes(runPolluted(Object.prototype, "httpStatus", value));
    expect(after.filter((line) => !before.includes(line))).toEqual([]);
  }
});

/** Nothing else runs meanwhile: the script is synchronous. */
function runPolluted(prototype: object, name: string, value: unknown): string {
  const descriptor = {
    __proto__: null,
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  };
  const own = Object.getOwnPropertyDescriptor(prototype, name);
  Object.defineProperty(prototype, name, descriptor);
  try {
    return run();
  } catch (error) {
    return `throws ${String(error)}`;
  } finally {
    if (own === undefined) Reflect.deleteProperty(prototype, name);
    else Object.defineProperty(prototype, name, own);
  }
}

test("all answers are the same where every intrinsic is frozen", () => {
  expect(runInNode([], `(${freezeIntrinsics})();`)).toBe(run());
});

test.each(["--disable-proto=delete", "--disable-proto=throw"])(
  "all answers are the same with node %s",
  (option) => {
    expect(runInNode([option])).toBe(run());
  },
);

/** Runs the script in a process of its own, after other code. */
function runInNode(options: readonly string[], before = ""): string {
  return execFileSync(process.execPath, [...options, "-"], {
    input: `${before}\nprocess.stdout.write(${bundle.trim().replace(/;$/, "")});`,
    encoding: "utf8",
  });
}

/** Freezes what the language has, and all that can be reached from it, as SES does. */
function freezeIntrinsics(): void {
  const frozen = new Set<unknown>();
  const freeze = (value: unknown): void => {
    const isObject = typeof value === "object" ? value !== null : typeof value === "function";
    if (!isObject || frozen.has(value)) return;
    frozen.add(value);
    Object.freeze(value);
    for (const key of Reflect.ownKeys(value as object)) {
      const { value: member, get, set } = Object.getOwnPropertyDescriptor(value, key) ?? {};
      for (const inner of [member, get, set]) freeze(inner);
    }
    freeze(Object.getPrototypeOf(value));
  };
  const language =
    /^(Object|Function|Array|String|Number|Boolean|Symbol|BigInt|Date|RegExp|\w*Error|Map|Set|Weak\w+|Promise|Proxy|Reflect|JSON|Math|Intl|\w*Array|ArrayBuffer|DataView)$/;
  for (const name of Object.getOwnPropertyNames(globalThis))
    if (language.test(name)) freeze((globalThis as Record<string, unknown>)[name]);
  const iterators = [[], new Map(), new Set(), "", "".matchAll(/x/g)].map((list) =>
    (list as Iterable<unknown>)[Symbol.iterator](),
  );
  for (const value of [...iterators, async () => {}, function* () {}]) freeze(value);
}

test("no object that a call returns can be changed for the next call", () => {
  const printAll = (answers: ReadonlyMap<string, unknown>) =>
    [...answers].map(([name, answer]) => `${name}: ${print(answer)}`);
  const answers = collectAnswers();
  const before = printAll(answers);
  const attacked = new Set<unknown>();
  for (const answer of answers.values()) attack(answer, attacked);
  expect(attacked.size).toBeGreaterThan(500);
  expect(printAll(collectAnswers())).toEqual(before);
});

/** Tries to change a value and all that it holds. */
function attack(value: unknown, attacked: Set<unknown>): void {
  if (typeof value !== "object" || value === null || attacked.has(value)) return;
  attacked.add(value);
  for (const name of Object.getOwnPropertyNames(value)) {
    attack((value as Record<string, unknown>)[name], attacked);
    const changed = name === "length" ? 0 : "changed";
    Reflect.set(value, name, changed);
    Reflect.deleteProperty(value, name);
    Reflect.defineProperty(value, name, { value: changed });
  }
  Reflect.set(value, "extra", "changed");
  Reflect.setPrototypeOf(value, { code: "changed" });
}

function firstDifference(before: string, after: string): string {
  const lines = after.split("\n");
  const index = before.split("\n").findIndex((line, at) => line !== lines[at]);
  return lines[index] ?? "fewer answers";
}

function bundleAnswers(): string {
  const { outputFiles } = buildSync({
    stdin: {
      contents: `import { collectAnswers, print } from "./answers.ts";
const lines = [];
collectAnswers().forEach((answer, name) => {
  lines[lines.length] = name + ": " + print(answer);
});
globalThis.answers = lines.join("\\n");`,
      resolveDir: fileURLToPath(new URL(".", import.meta.url)),
    },
    bundle: true,
    write: false,
    format: "iife",
    platform: "neutral",
    logLevel: "error",
  });
  return `(() => {\n${outputFiles[0]?.text}\nreturn globalThis.answers;\n})()`;
}
