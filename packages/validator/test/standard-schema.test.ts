import {
  type ErrorBody,
  errorBodySchema,
  type ResponseBody,
  responseSchema,
} from "@hashkey-errors/validator";
import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, expectTypeOf, test } from "vitest";
import { wireCases } from "./wire-cases.js";

test("the schemas are Standard Schemas, by the standard's own types", () => {
  expectTypeOf(errorBodySchema).toExtend<
    StandardSchemaV1<ErrorBody> & StandardJSONSchemaV1<ErrorBody>
  >();
  expectTypeOf(responseSchema).toExtend<
    StandardSchemaV1<ResponseBody> & StandardJSONSchemaV1<ResponseBody>
  >();
  expectTypeOf<StandardSchemaV1.InferOutput<typeof errorBodySchema>>().toEqualTypeOf<ErrorBody>();
  for (const schema of [errorBodySchema, responseSchema]) {
    expect(schema["~standard"]).toMatchObject({ version: 1, vendor: "hashkey-errors" });
  }
});

test("errorBodySchema returns the body unchanged", () => {
  const body = { code: "0211", extra: 1 };
  const result = errorBodySchema["~standard"].validate(body);
  expect(result).toEqual({ value: body });
  expect(result.issues === undefined && result.value).toBe(body);
});

test.each<[body: unknown, issues: object[]]>([
  [{}, [{ message: "must have required property 'code'", path: [], keyword: "required" }]],
  [{ code: "0211", msg: 5 }, [{ message: "must be string,null", path: ["msg"], keyword: "type" }]],
  [{ code: 1.5 }, [{ message: "must be string,integer", path: ["code"], keyword: "type" }]],
  [
    { code: 2 ** 53 },
    [{ message: "must be <= 9007199254740991", path: ["code"], keyword: "maximum" }],
  ],
  [
    { code: "" },
    [{ message: "must be another value: this one is ruled out", path: ["code"], keyword: "not" }],
  ],
  [
    "<html>",
    [
      {
        message: "must be a body parsed from JSON: an object or an array",
        path: [],
        keyword: "type",
      },
    ],
  ],
])("%j is not an error body: %j", (body, issues) => {
  expect(errorBodySchema["~standard"].validate(body)).toEqual({ issues });
});

test.each<[body: unknown, issues: object[]]>([
  [{ msg: "text" }, [{ message: "must be null", path: ["msg"], keyword: "type" }]],
  [
    { code: 0, success: false },
    [
      { message: "must be another value: this one is ruled out", path: ["code"], keyword: "not" },
      { message: "must be equal to constant", path: ["success"], keyword: "const" },
    ],
  ],
  [
    { status: 404, error: "Not Found" },
    [{ message: "must be another value: this one is ruled out", path: ["status"], keyword: "not" }],
  ],
  [
    null,
    [
      {
        message: "must be a body parsed from JSON: an object or an array",
        path: [],
        keyword: "type",
      },
    ],
  ],
])("%j is not an answer: %j", (body, issues) => {
  expect(responseSchema["~standard"].validate(body)).toEqual({ issues });
});

test.each(["draft-2020-12", "draft-07"])(
  "the JSON Schema part in %s gives the same verdicts in another validator",
  (target) => {
    for (const schema of [errorBodySchema, responseSchema]) {
      const jsonSchema = schema["~standard"].jsonSchema.output({ target });
      expect(jsonSchema).toEqual(schema["~standard"].jsonSchema.input({ target }));
      expect(jsonSchema.$schema).toContain(target.replace("draft-", ""));
      const ajv =
        target === "draft-07" ? new Ajv({ strict: false }) : new Ajv2020({ strict: false });
      const validate = ajv.compile(jsonSchema);
      for (const { body } of wireCases) {
        expect(validate(body)).toBe(schema["~standard"].validate(body).issues === undefined);
      }
    }
    expect(() => errorBodySchema["~standard"].jsonSchema.output({ target: "openapi-3.0" })).toThrow(
      "no JSON Schema in the dialect openapi-3.0",
    );
  },
);

test("a value that throws when it is read is an issue, not an exception", () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  for (const schema of [errorBodySchema, responseSchema]) {
    const message = "must be a body parsed from JSON: an object or an array";
    expect(schema["~standard"].validate(proxy)).toEqual({
      issues: [{ message, path: [], keyword: "type" }],
    });
  }
});
