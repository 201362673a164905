import { readFileSync } from "node:fs";
import type { ErrorName } from "@hashkey-errors/types";
import { isErrorBody, parseResponse } from "@hashkey-errors/validator";
import { errorBody, errorResponse } from "@hashkey-errors/validator/body";
import { parseFetchResponse } from "@hashkey-errors/validator/fetch";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyText } from "./any-text.js";

interface Entry {
  readonly kind: string;
  readonly name: string;
  readonly code: string;
  readonly httpStatus: number | null;
  readonly params: Readonly<Record<string, { readonly example: string }>>;
}

const { entries } = JSON.parse(
  readFileSync(new URL("../../../schemas/generated/catalog.json", import.meta.url), "utf8"),
) as { entries: readonly Entry[] };
const errors = entries.filter(({ kind }) => kind === "error");

/** Any error by its name, as a program does that has it from elsewhere. */
const anyBody = errorBody as (name: string, params?: object, options?: object) => object;

const examplesOf = ({ params }: Entry) =>
  Object.fromEntries(Object.entries(params).map(([param, { example }]) => [param, example]));

describe("errorBody", () => {
  test("every error is parsed back to its name and params, without drift", () => {
    const wrong = errors.filter((entry) => {
      const params = examplesOf(entry);
      const body = anyBody(entry.name, params);
      const read = parseResponse(body);
      const error = read.kind === "error" ? read.error : undefined;
      const same = error !== undefined && "drift" in error && !error.drift;
      return (
        !same || error.name !== entry.name || !isErrorBody(body) || !isEqual(error.params, params)
      );
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
    expect(errors.length).toBeGreaterThan(165);
  });

  test("any params are either parsed back as they were given, or refused", () => {
    const withParams = errors.filter(({ params }) => Object.keys(params).length > 0);
    const value = fc.oneof(
      anyText,
      fc.constantFrom("", ".", "'x'", "1.", "missing", " a ", "__proto__", "{field}"),
      fc.stringMatching(/^[a-zA-Z0-9]{1,20}$/),
    );
    const numRuns = Number(process.env.PROPERTY_RUNS ?? 500);
    let rendered = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...withParams),
        fc.array(value, { minLength: 4, maxLength: 4 }),
        (entry, values) => {
          const names = Object.keys(entry.params);
          const params = Object.fromEntries(names.map((name, index) => [name, values[index]]));
          let body: object;
          try {
            body = anyBody(entry.name, params);
          } catch (error) {
            expect(error).toBeInstanceOf(TypeError);
            return;
          }
          rendered++;
          const read = parseResponse(body);
          const error = read.kind === "error" ? read.error : undefined;
          const isSame =
            error !== undefined &&
            "drift" in error &&
            !error.drift &&
            error.name === entry.name &&
            isEqual(error.params, params);
          if (!isSame) throw new Error(JSON.stringify({ body, params, error }));
        },
      ),
      { numRuns },
    );
    expect(rendered).toBeGreaterThan(numRuns / 4);
  });

  test("the code comes as a string, or as a number where asked for", () => {
    expect(errorBody("ORDER_NOT_FOUND")).toEqual({ code: "0211", msg: "Order not found" });
    expect(errorBody("ORDER_NOT_FOUND", {}, { form: "number" })).toMatchObject({ code: 211 });
    expect(parseResponse(errorBody("ORDER_NOT_FOUND", {}, { form: "number" }))).toMatchObject({
      error: { name: "ORDER_NOT_FOUND" },
    });
  });

  test("a missing or wrong param, or a name that is not an error's, is a type error and throws", () => {
    // @ts-expect-error the params are missing
    expect(() => errorBody("REQUIRED_FIELD_INVALID")).toThrow("the param field is missing");
    // @ts-expect-error the param has another name
    expect(() => errorBody("REQUIRED_FIELD_INVALID", { name: "a" })).toThrow(TypeError);
    // @ts-expect-error a param is a string
    expect(() => errorBody("REQUIRED_FIELD_INVALID", { field: 1 })).toThrow(TypeError);
    // @ts-expect-error there is no such param
    expect(() => errorBody("ORDER_NOT_FOUND", { field: "a" })).toThrow(TypeError);
    // @ts-expect-error nor where it has no value
    expect(() => errorBody("ORDER_NOT_FOUND", { field: undefined })).toThrow(TypeError);
    expect(() => errorBody("toString" as ErrorName)).toThrow(
      '"toString" is not the name of an error',
    );
    expect(() => errorBody("REQUIRED_FIELD_INVALID", { field: "" })).toThrow("cannot be read back");
  });

  test("an empty value is refused in the same words, whether the code is one error's or several's", () => {
    const words = errors
      .filter(({ params }) => Object.keys(params).length > 0)
      .map(({ name, params }) => {
        const empty = Object.fromEntries(Object.keys(params).map((param) => [param, ""]));
        try {
          return anyBody(name, empty);
        } catch (error) {
          return String(error)
            .replace(/ from .*/, "")
            .replace(name, "NAME");
        }
      });
    expect([...new Set(words)]).toEqual(["TypeError: NAME: these params cannot be read back"]);
  });
});

describe("errorResponse", () => {
  test("the response has the documented status, and is read like one of the API", async () => {
    const response = errorResponse("REQUIRED_FIELD_INVALID", { field: "side" });
    expect([response.status, response.headers.get("content-type")]).toEqual([
      400,
      "application/json",
    ]);
    expect(await parseFetchResponse(response)).toMatchObject({
      kind: "error",
      error: { name: "REQUIRED_FIELD_INVALID", params: { field: "side" } },
    });
  });

  test("the status may be another", () => {
    expect(errorResponse("RATE_LIMIT_EXCEEDED", {}, { status: 429 }).status).toBe(429);
  });
});

function isEqual(read: unknown, params: object): boolean {
  return (
    JSON.stringify(Object.entries(read ?? {}).sort()) ===
    JSON.stringify(Object.entries(params).sort())
  );
}
