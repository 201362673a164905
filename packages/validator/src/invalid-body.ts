import type { Issue } from "./generated/types.js";
import { NOT_A_BODY } from "./json-data.js";

/** The reasons why a body is not one that the API sends. */
export interface InvalidBody {
  readonly kind: "invalid";
  readonly issues: readonly Issue[];
}

/** Makes it once for all: it is frozen, and returned again and again. */
export function toInvalidBody(keyword: string, message: string, path: Issue["path"]): InvalidBody {
  const issue = Object.freeze({ message, path: Object.freeze(path), keyword });
  return { kind: "invalid", issues: Object.freeze([issue]) };
}

/** A body that no JSON parser makes: another value, or one that throws when it is read. */
export const FOREIGN: InvalidBody = /* @__PURE__ */ toInvalidBody("type", NOT_A_BODY, []);

/** A body that speaks of an error without a code. */
export const UNCODED: InvalidBody = /* @__PURE__ */ toInvalidBody(
  "required",
  "must have a code",
  [],
);

/** The faults of a body, in words. */
export const NOT_A_TEXT = "must be a string or null";
export const NOT_A_CODE = "must be a code";
export const NOT_A_SUCCESS = "does not say that the request succeeded";
export const CONTRADICTION = "contradicts the HTTP status";
