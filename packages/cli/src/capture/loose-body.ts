import { bodyKeys } from "../generated/api.js";
import type { ErrorResult } from "../generated/types.js";
import { isKnown, isOfException, toErrorResult } from "./read-body.js";

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
  const brace = line.indexOf("{");
  let from = 0;
  let isFirst = true;
  let exception: ErrorResult | undefined;
  for (const { 1: code = "", index, 0: whole } of line.matchAll(patterns[0])) {
    // A bare `code: 12` of a log means anything; a dictionary or a struct begins with a brace.
    if (brace < 0 || brace > index) continue;
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
  return toErrorResult(code, msg);
}
