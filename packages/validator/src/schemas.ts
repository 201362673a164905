import { isCoded, itemsIn } from "./generated/reader.js";
import { validateErrorBody, validateResponseBody } from "./generated/shapes.js";
import type { ErrorBody, ResponseBody } from "./generated/types.js";
import { hasHoles, isClientResponse } from "./json-data.js";
import { membersOf } from "./members.js";
import { issuesOf, type StandardSchema, toStandardSchema } from "./standard-schema.js";

/**
 * Whether a value is the body of an error response, by the shape that `wire.schema.json` gives: the
 * same verdict as `kind: "error"` of `parseResponse`. Which error it is, and whether it is a known
 * one, plays no part.
 */
export function isErrorBody(value: unknown): value is ErrorBody {
  return issuesOf(validateErrorBody, value) === undefined;
}

/**
 * Throws a TypeError that says where and how, if the value is not the body of an error response.
 */
export function assertErrorBody(value: unknown): asserts value is ErrorBody {
  const issues = issuesOf(validateErrorBody, value);
  if (issues === undefined) return;
  const texts = issues.map(({ path, message }) => [...path, message].join(" "));
  throw new TypeError(`not an error body: ${texts.join("; ")}`);
}

/**
 * The body of an error response as a Standard Schema, usable wherever zod is. The output is the
 * body unchanged.
 */
export const errorBodySchema: StandardSchema<ErrorBody> = /* @__PURE__ */ toStandardSchema(
  "ErrorBody",
  validateErrorBody,
);

/**
 * Any answer of the API as a Standard Schema: the same verdict as a `kind` other than `"invalid"`
 * of `parseResponse` without an HTTP status. The output is the body unchanged.
 */
export const responseSchema: StandardSchema<ResponseBody> = /* @__PURE__ */ toStandardSchema(
  "ResponseBody",
  validateResponseBody,
  isBody,
);

/**
 * Whether a value can be a body at all: a client's whole response cannot, nor can a batch of holes.
 */
function isBody(value: unknown): boolean {
  const members = membersOf(value);
  if (members === undefined) return false;
  const items = itemsIn(value);
  if (Array.isArray(items) && hasHoles(items)) return false;
  return isCoded(value) || !isClientResponse(members);
}
