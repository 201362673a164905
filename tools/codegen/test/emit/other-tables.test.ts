import { beforeAll, expect, test } from "vitest";
import { buildValidators, runnableCatalog } from "./build-validators.js";
import { BUSY, NOT_FOUND } from "./tiny-catalog.js";

/** The part of the generated validator that the tests call. */
interface Validator {
  identify(
    code: string | number,
    text?: string,
  ): { readonly name: string; readonly params?: unknown };
}

const coded = (name: string, code: string) => ({ ...BUSY, name, code, aliases: [] });
const param = { meaning: "A name", example: "a" };

const ENTRIES = [
  NOT_FOUND,
  BUSY,
  coded("EXPONENT", "1e3"),
  coded("HEXADECIMAL", "0x10"),
  coded("LETTER", "A7"),
  coded("PADDED", "007"),
  coded("NEGATIVE", "-7"),
  {
    ...coded("NAME_TAKEN", "2001"),
    message: "Name '{name}' of '{owner}' is taken",
    params: { name: param, owner: param },
  },
];

let identify: Validator["identify"];

beforeAll(async () => {
  const wire = { code: "code", message: "text", success: [0] };
  const { load, remove } = await buildValidators([runnableCatalog("table", wire, ENTRIES)]);
  ({ identify } = (await load("table", "index.js")) as Validator);
  return remove;
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

test("a quoted value may have the words in it that follow it", () => {
  const { name, params } = identify("2001", "Name 'one of two' of 'me' is taken");
  expect([name, params]).toEqual(["NAME_TAKEN", { name: "one of two", owner: "me" }]);
});
