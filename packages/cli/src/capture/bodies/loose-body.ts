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
const before = `["'\\\\{([ ]:?`;
/** What stands between a name and its value: Rust writes `"code": String("-1007")`. */
const between = `["'\\\\]*\\s?(?:=>|[:=])\\s*(?:[a-z]{1,20}\\()?`;
/** A message in quotation marks or, as Go prints it, without them: up to the next member. */
const message = `(?:\\\\*"([^"\\\\]*)|'([^']*)|([^}"',](?:[^}",]|,(?!\\s?\\w{1,40}[:=]))*))?`;

/**
 * Matches what an object begins with that has no brace: Java, Kotlin and Python print
 * `ApiError(code=-1007, msg=...)`. A bare `code: 12` of a log means anything.
 */
const CALL = /[([](?<=\b[A-Z]\w*.)(?=\w+=)/;

let patterns: readonly [code: RegExp, message: RegExp] | undefined;

/**
 * Returns the first error in a text that is almost JSON: what Go prints of a struct
 * (`{Code:-1007 Msg:...}`), Python of a dictionary with objects in it, Ruby of a hash, Rust of a
 * value, Java of an object, or a body that was cut off. Undefined where the text has no code of an
 * error. The code of an exception, which may hold the response, counts only where there is no other.
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
  const opening = findOpening(line);
  if (opening < 0) return undefined;
  let from = 0;
  let isFirst = true;
  let exception: ErrorResult | undefined;
  for (const { 1: code = "", index, 0: whole } of line.matchAll(patterns[0])) {
    if (opening > index) continue;
    const isSuccess = bodyKeys.success.some((success) => String(success) === code);
    // A text is near its code: to search all the rest for each of many codes takes too long.
    const near = line.slice(from, index + 2000);
    const result = isSuccess ? undefined : errorOf(code, near, patterns[1]);
    if (result !== undefined && isOfException(result)) exception ??= result;
    // A success may hold things that have codes too, and so may a call in a sentence.
    else if (result && (isKnown(result) || (isFirst && !/^[([]/.test(whole)))) return result;
    else isFirst = false;
    from = index + whole.length;
  }
  return exception;
}

/** Only a line without a brace is searched for a call, which takes longer. */
function findOpening(line: string): number {
  const brace = line.indexOf("{");
  return brace < 0 ? line.search(CALL) : brace;
}

function errorOf(code: string, text: string, pattern: RegExp): ErrorResult {
  const found = pattern.exec(text);
  // Without a brace or a quotation mark, nothing says where a text ends.
  const bare = /[{}]/.test(text) ? found?.[3]?.trim() : undefined;
  const msg = found?.[1] ?? found?.[2] ?? bare;
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

/**
 * Whether a code is surely one of the API. One that is not listed stands in braces, and with a
 * message if it may be the HTTP status itself; without a status, the text is not JSON as a whole, in
 * which a code is what the members around it say.
 */
export function isLikely(loose: ErrorResult, text: string, status: number | undefined): boolean {
  if (isKnown(loose)) return true;
  if (!text.includes("{")) return false;
  if (status !== undefined) return loose.error.msg !== null || loose.error.code !== String(status);
  return !isOfException(loose) && parseJson(text) === undefined;
}

/** Returns the object at the end of a text that was cut off: the next item of a batch. */
export function cutOffIn(text: string): string {
  const start = text.lastIndexOf("{");
  return start > text.lastIndexOf("}") ? text.slice(start) : "";
}
