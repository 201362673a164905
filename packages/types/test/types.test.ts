import { readFileSync } from "node:fs";
import type {
  ApiError,
  BatchItem,
  ErrorBody,
  ErrorCode,
  ErrorName,
  ErrorParams,
  Failure,
  InvalidResponse,
  KnownError,
  NoResponse,
  ParsedResponse,
  UnrecognizedError,
} from "@hashkey-errors/types";
import type { Catalog } from "@hashkey-errors/types/catalog";
import type { components } from "@hashkey-errors/types/openapi";
import { expect, expectTypeOf, test } from "vitest";

// The compiler does the checking, in this package's test command; the run shows that the file is
// there.
test("an error narrows by its name", () => {
  expectTypeOf<
    Extract<ApiError, { name: "REQUIRED_FIELD_INVALID" }>["code"]
  >().toEqualTypeOf<"0001">();
  expectTypeOf<KnownError<"REQUIRED_FIELD_INVALID">["params"]>().toEqualTypeOf<{
    readonly field: string;
  } | null>();
  expectTypeOf<KnownError<"ORDER_NOT_FOUND">["httpStatus"]>().toEqualTypeOf<400>();
  expectTypeOf<KnownError["outcome"]>().toEqualTypeOf<"rejected" | "unknown" | "applied">();
  expectTypeOf<Exclude<ApiError, KnownError>>().toEqualTypeOf<UnrecognizedError>();
  expectTypeOf<"SUCCESS">().not.toExtend<ErrorName>();
  expectTypeOf<"0211">().toExtend<ErrorCode>();
  // @ts-expect-error an alias is identified, but is not a documented code
  "0002" satisfies ErrorCode;
  // @ts-expect-error the error has no such param
  ({ fields: "a" }) satisfies ErrorParams["REQUIRED_FIELD_INVALID"];
  // @ts-expect-error no error has this name
  "ORDER_NOT_FUOND" satisfies ErrorName;
});

test("a failure narrows by its name", () => {
  expectTypeOf<Extract<Failure, { name: "INVALID_RESPONSE" }>>().toEqualTypeOf<InvalidResponse>();
  expectTypeOf<Extract<Failure, { name: "NO_RESPONSE" }>>().toEqualTypeOf<NoResponse>();
  expectTypeOf<Exclude<Failure, InvalidResponse | NoResponse>>().toEqualTypeOf<ApiError>();
  expectTypeOf<InvalidResponse["outcome"]>().toEqualTypeOf<"unknown">();
  expectTypeOf<NoResponse["outcome"]>().toEqualTypeOf<"rejected" | "unknown">();
  expectTypeOf<UnrecognizedError["retry"]>().toEqualTypeOf<"after-reconcile" | "after-delay">();
});

test("a result narrows by its kind", () => {
  expectTypeOf<Extract<ParsedResponse, { kind: "error" }>["error"]>().toEqualTypeOf<ApiError>();
  expectTypeOf<Extract<ParsedResponse, { kind: "invalid" }>["retry"]>().toEqualTypeOf<
    "after-reconcile" | "after-delay"
  >();
  expectTypeOf<Extract<BatchItem, { kind: "error" }>["index"]>().toEqualTypeOf<number>();
  expectTypeOf<
    Extract<ParsedResponse, { kind: "invalid" }>["error"]
  >().toEqualTypeOf<InvalidResponse>();
  expectTypeOf<Extract<BatchItem, { kind: "invalid" }>["error"]>().toEqualTypeOf<InvalidResponse>();
  expectTypeOf<
    Extract<ParsedResponse<{ orderId: string }>, { kind: "success" }>["body"]
  >().toEqualTypeOf<{ orderId: string }>();
  // @ts-expect-error a success has no error
  type _Error = Extract<ParsedResponse, { kind: "success" }>["error"];
});

test("the wire's types from JSON Schema and from OpenAPI agree", () => {
  expectTypeOf<ErrorBody["code"]>().toEqualTypeOf<components["schemas"]["ErrorBody"]["code"]>();
  expectTypeOf<ErrorBody["msg"]>().toEqualTypeOf<components["schemas"]["ErrorBody"]["msg"]>();
  expectTypeOf<components["schemas"]["ErrorName"]>().toEqualTypeOf<ErrorName>();
  expectTypeOf<components["schemas"]["ErrorCode"]>().toEqualTypeOf<ErrorCode>();
});

test("the catalog's type fits the catalog", () => {
  const file = new URL("../../../schemas/generated/catalog.json", import.meta.url);
  const catalog = JSON.parse(readFileSync(file, "utf8")) as Catalog;
  expect(catalog.entries[0]?.name).toBe("SUCCESS");
  expect(catalog.categories?.clock?.description).toBe("The request's timestamp.");
  expectTypeOf<NonNullable<Catalog["sharedCodes"]>[number]>().toEqualTypeOf<string>();
});
