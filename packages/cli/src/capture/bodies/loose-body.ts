import { bodyKeys } from "../../generated/api.js";
import type { ErrorResult } from "../../generated/types.js";
import { identify } from "../../generated/validator.js";
import { membersOf } from "../../json/members.js";
import { parseJson } from "../../json/parse-json.js";
import { statusOf } from "../requests/status-of.js";
import { isKnown, isOfException, toErrorResult } from "./result.js";

const alternatives = (names: readonly string[]): string =>
  names.filter((name) => /^[\w-]+$/.test(name)).join("|");

/** What stands before a name: Ruby writes `:code=>`. */
const before = `["'\\\\{ ]:?`;
/** What stands between a name and its value: Rust writes `"code": String("-1007")`. */
const between = `["'\\\\]*\\s?(?:=>|[:=])\\s*(?:[a-z]{1,20}\\()?`;
/** A message in quotation marks or, as Go prints it, without them: up to the next member. */
const message = `(?:\\\\*"([^"\\\\]*)|'([^']*)|([^}"',](?:[^}",]|,(?!\\s?\\w{1,40}[:=]))*))?`;

let patterns: readonly [code: RegExp, message: RegExp] | undefined;

/**
 * Returns the first error in a text that is almost JSON: what Go prints of a struct
 * (`{Code:-1007 Msg:...}`), Python of a dictionary with objects in it, Ruby of a hash, Rust of a
 * value, or a body that was cut off. Undefined where the text has no code of an error. The code of
 * an exception, which may hold the response, counts only where there is no other.
 */
export function readLoosely(text: string): ErrorResult | undefined {
  patterns ??= [
    new RegExp(
      `${before}(?:${alternatives(bodyKeys.codeKeys)})${between}["'\\\\]*([\\w.-]+)`,
      "gi",
    ),
    new RegExp(`${before}(?:${alternatives(bodyKeys.messageKeys)})${between}${message}`, "i"),
  ];
  const line = text.slice(0, 100_000);
  // A bare `code: 12` of a log means anything; a dictionary or a struct begins with a brace.
  const brace = line.indexOf("{");
  if (brace < 0) return undefined;
  let from = 0;
  let isFirst = true;
  let exception: ErrorResult | undefined;
  for (const { 1: code = "", index, 0: whole } of line.matchAll(patterns[0])) {
    if (brace > index) continue;
    const isSuccess = bodyKeys.success.some((success) => String(success) === code);
    const result = isSuccess ? undefined : errorOf(code, line.slice(from), patterns[1]);
    if (result !== undefined && isOfException(result)) exception ??= result;
    // A success may hold things that have codes too.
    else if (result !== undefined && (isFirst || isKnown(result))) return result;
    else isFirst = false;
    from = index + whole.length;
  }
  return exception;
}

function errorOf(code: string, text: string, pattern: RegExp): ErrorResult {
  const found = pattern.exec(text);
  const msg = found?.[1] ?? found?.[2] ?? found?.[3]?.trim();
  return toErrorResult(identify(code, msg));
}

/**
 * Whether a code that the catalog does not list stands in the only JSON of a text, with no status
 * in it and no code after it: things in a success have codes too.
 */
export function isWithinJson(loose: ErrorResult, text: string): boolean {
  if (isKnown(loose)) return false;
  const end = text.lastIndexOf("}") + 1;
  const body = membersOf(parseJson(text.slice(text.indexOf("{"), end)));
  if (body === undefined || statusOf(body) !== undefined) return false;
  return readLoosely(`{ ${text.slice(end)}`) === undefined;
}

/** In a text that is JSON as a whole, a code is what the members around it say. */
export function isLikely(loose: ErrorResult, text: string): boolean {
  return !isOfException(loose) && (isKnown(loose) || parseJson(text) === undefined);
}

/** Returns the object at the end of a text that was cut off: the next item of a batch. */
export function cutOffIn(text: string): string {
  const start = text.lastIndexOf("{");
  return start > text.lastIndexOf("}") ? text.slice(start) : "";
}
