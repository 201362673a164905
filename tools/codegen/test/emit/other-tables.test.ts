import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { beforeAll, expect, test } from "vitest";
import { buildValidators, runnableCatalog } from "./build-validators.js";
import { BUSY, NOT_FOUND } from "./tiny-catalog.js";

/** The part of a generated validator that the tests call. */
interface Validator {
  identify(
    code: string | number,
    text?: string,
  ): { readonly name: string; readonly params?: unknown };
}

/** The part that writes bodies. */
interface BodyWriter {
  errorBody(name: string, params: object, options: object): object;
}

const coded = (name: string, code: string) => ({ ...BUSY, name, code, aliases: [] });
const param = { meaning: "A name", example: "a" };

/** Codes that are just long enough for engines to keep the text that they were cut from. */
const CUT = [..."ABCDE"].map((letter) => `CODE_IS_CUT_${letter}`);

const ENTRIES = [
  NOT_FOUND,
  BUSY,
  coded("EXPONENT", "1e3"),
  coded("HEXADECIMAL", "0x10"),
  coded("LETTER", "A7"),
  ...CUT.map((code) => coded(code, code)),
  coded("PADDED", "007"),
  coded("NEGATIVE", "-7"),
  {
    ...coded("NAME_TAKEN", "2001"),
    message: "Name '{name}' of '{owner}' is taken",
    params: { name: param, owner: param },
  },
];

let identify: Validator["identify"];
let identifyText: Validator["identify"];
let errorBody: BodyWriter["errorBody"];
let errorTextBody: BodyWriter["errorBody"];

beforeAll(async () => {
  const wire = { code: "code", message: "text", success: [0] };
  const { load, remove } = await buildValidators([
    runnableCatalog("table", wire, ENTRIES),
    runnableCatalog("texts", { ...wire, numericCodes: false }, ENTRIES),
  ]);
  ({ identify } = (await load("table", "index.js")) as Validator);
  ({ errorBody } = (await load("table", "body.js")) as BodyWriter);
  ({ identify: identifyText } = (await load("texts", "index.js")) as Validator);
  ({ errorBody: errorTextBody } = (await load("texts", "body.js")) as BodyWriter);
  return remove;
});

test("a code that was cut from a long text does not keep that text in memory", () => {
  // No code was asked for before: then its line is read.
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const heapUsed = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const length = 4_000_000;
  const before = heapUsed();
  const names = CUT.map((code) => identify(`${"x".repeat(length)}${code}`.slice(length)).name);
  expect(names).toEqual(CUT);
  // The engine itself may keep the last one.
  expect(heapUsed() - before).toBeLessThan(2 * length);
});

test("a number means the code that has the same digits, not any code that JavaScript reads as that number", () => {
  const nameOf = (code: string | number) => identify(code).name;
  expect(["1e3", "0x10", "A7", "007", "-7"].map(nameOf)).toEqual([
    "EXPONENT",
    "HEXADECIMAL",
    "LETTER",
    "PADDED",
    "NEGATIVE",
  ]);
  expect([7, -7].map(nameOf)).toEqual(["PADDED", "NEGATIVE"]);
  const others = [1000, 16, Number.NaN, 0].filter((code) => nameOf(code) !== "UNRECOGNIZED");
  expect(others).toEqual([]);
});

test("where codes are texts alone, no number means one", () => {
  expect(identifyText("007").name).toBe("PADDED");
  expect(identifyText(7).name).toBe("UNRECOGNIZED");
});

test("errorBody writes a code as a number only where it comes as one", () => {
  const form = "number";
  expect(errorBody("PADDED", {}, { form })).toMatchObject({ code: 7 });
  for (const write of [
    () => errorBody("LETTER", {}, { form }),
    () => errorTextBody("LETTER", {}, { form }),
    () => errorTextBody("PADDED", {}, { form }),
  ])
    expect(write).toThrow("does not come as a number");
});

test("a quoted value may have the words in it that follow it", () => {
  const { name, params } = identify("2001", "Name 'one of two' of 'me' is taken");
  expect([name, params]).toEqual(["NAME_TAKEN", { name: "one of two", owner: "me" }]);
});
