import { bodyKeys } from "../generated/api.js";
import type { ErrorResult } from "../generated/types.js";
import { identify } from "../generated/validator.js";
import { isKnown } from "./read-body.js";

const alternatives = (names: readonly string[]): string =>
  names.filter((name) => /^[\w-]+$/.test(name)).join("|");

let patterns: readonly [code: RegExp, message: RegExp] | undefined;

/**
 * Returns the first error in a text that is almost JSON: what Go prints of a struct
 * (`{Code:-1007 Msg:...}`), Python of a dictionary with objects in it, or a body that was cut off.
 * Undefined where the text has no code of an error.
 */
export function readLoosely(text: string): ErrorResult | undefined {
  patterns ??= [
    new RegExp(
      `["'\\\\{ ](?:${alternatives(bodyKeys.codeKeys)})["'\\\\]*[:=]\\s*["'\\\\]*([\\w.-]+)`,
      "gi",
    ),
    new RegExp(
      `["'\\\\{ ](?:${alternatives(bodyKeys.messageKeys)})["'\\\\]*[:=]\\s*(?:\\\\*"([^"\\\\]*)|'([^']*)|([^}"',]*))`,
      "i",
    ),
  ];
  const line = text.slice(0, 100_000);
  const brace = line.indexOf("{");
  let from = 0;
  for (const { 1: code = "", index, 0: whole } of line.matchAll(patterns[0])) {
    // A bare `code: 12` of a log means anything; a dictionary or a struct begins with a brace.
    if (brace < 0 || brace > index) continue;
    const isSuccess = bodyKeys.success.some((success) => String(success) === code);
    const result = isSuccess ? undefined : errorOf(code, line.slice(from), patterns[1]);
    // A success may hold things that have codes too.
    if (result !== undefined && (from === 0 || isKnown(result))) return result;
    from = index + whole.length;
  }
  return undefined;
}

function errorOf(code: string, text: string, pattern: RegExp): ErrorResult {
  const message = pattern.exec(text);
  const msg = message?.[1] ?? message?.[2] ?? message?.[3]?.trim();
  return { kind: "error", error: identify(code, msg), body: undefined };
}
