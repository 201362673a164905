import { identify, parseResponse } from "@hashkey-errors/validator";
import { errorAttributes } from "@hashkey-errors/validator/telemetry";
import { expect, test } from "vitest";

test("a known error gives its name, code and judgments, and nothing that it carried", () => {
  expect(errorAttributes(identify("0001", "Required field secret missing or invalid"))).toEqual({
    "error.type": "REQUIRED_FIELD_INVALID",
    "hashkey_errors.error.code": "0001",
    "hashkey_errors.error.outcome": "rejected",
    "hashkey_errors.error.retry": "after-fix",
  });
});

test("an unrecognized error keeps a code, and loses what only stands where a code should", () => {
  expect(errorAttributes(identify("-99999", "New"))).toMatchObject({
    "error.type": "UNRECOGNIZED",
    "hashkey_errors.error.code": "-99999",
  });
  for (const code of ["your order 17 of 3", "x".repeat(33), "a\nb"])
    expect(errorAttributes(identify(code))).not.toHaveProperty(["hashkey_errors.error.code"]);
});

test("what is not an answer of the API has a type without a code", () => {
  const result = parseResponse(null as never, { httpStatus: 502 });
  expect(result.kind === "invalid" && errorAttributes(result.error)).toEqual({
    "error.type": "INVALID_RESPONSE",
    "hashkey_errors.error.outcome": "unknown",
    "hashkey_errors.error.retry": "after-reconcile",
  });
});
