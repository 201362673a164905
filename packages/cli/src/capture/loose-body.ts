import { api } from "../generated/api.js";
import type { ErrorResult } from "../generated/types.js";
import { identify } from "../generated/validator.js";

const alternatives = (names: readonly string[]): string =>
  names.filter((name) => /^[\w-]+$/.test(name)).join("|");

let patterns: readonly [code: RegExp, message: RegExp] | undefined;

/**
 * Returns the error in a text that is almost JSON: what Python prints of a
 * dictionary (`{'code': '-1007', 'msg': '...'}`), Go of a struct (`{Code:-1007 Msg:...}`), or a
 * body that was cut off. Undefined where the text has no code.
 */
export function readLoosely(text: string): ErrorResult | undefined {
  patterns ??= [
    new RegExp(
      `["'\\\\{ ](?:${alternatives(api.codeKeys)})["'\\\\]*[:=]\\s*["'\\\\]*([\\w.-]+)`,
      "i",
    ),
    new RegExp(
      `["'\\\\{ ](?:${alternatives(api.messageKeys)})["'\\\\]*[:=]\\s*(?:\\\\*"([^"\\\\]*)|'([^']*)|([^}"',]*))`,
      "i",
    ),
  ];
  const line = text.slice(0, 100_000);
  const code = patterns[0].exec(line);
  // A bare `code: 12` of a log means anything; a dictionary or a struct begins with a brace.
  if (code === null || !line.slice(0, code.index + 1).includes("{")) return undefined;
  const message = patterns[1].exec(line);
  const msg = message?.[1] ?? message?.[2] ?? message?.[3]?.trim();
  const found = code[1] as string;
  if (api.success.some((success) => String(success) === found)) return undefined;
  const error = identify(found, msg);
  return { kind: "error", error, body: undefined };
}
