import type { EntryInfo } from "../catalog/entry-info.js";
import { entriesWithCode, entriesWithNumber } from "../catalog/lookup.js";
import { toFailure } from "../catalog/to-failure.js";
import { bodyKeys } from "../generated/api.js";
import type { Failure } from "../generated/types.js";
import { identify } from "../generated/validator.js";
import type { Found } from "./finding.js";

/** Finds the entries of a code in any form: as documented, as a number, without zeros or sign. */
export function findCode(asked: string): Found | undefined {
  const code = asked
    .replace(/^(["'`])(.*)\1$/, "$2")
    .replace(/^(?:code|err(?:or)?(?:[\s_-]?code)?)\s*[:=]?\s*/i, "")
    .replace(/(?<=\d)[.。]$/, "");
  const exact = entriesWithCode(code);
  if (exact.length > 0) return found(exact, code);
  if (!/^[+-]?\d{1,15}$/.test(code)) return undefined;
  const value = Number(code);
  const same = entriesWithNumber(value);
  if (same.length > 0) return found(same, code);
  if (bodyKeys.success.some((success) => String(success) === code))
    return { way: "code", failures: [] };
  const opposite = value === 0 ? [] : entriesWithNumber(-value);
  const [first] = opposite;
  if (first === undefined) return { way: "code", failures: [identify(code)] };
  return {
    ...found(opposite, first.code),
    hint: `There is no code ${code}; this is ${first.code}.`,
  };
}

/** Documents print a minus or a dash for a hyphen, and keyboards of East Asia type wide digits. */
export function withPlainDigits(text: string): string {
  return text
    .replace(/[\u2010-\u2015\u2212\uff0d]/g, "-")
    .replace(/[\uff10-\uff19]/g, (digit) => String(digit.charCodeAt(0) - 0xff10));
}

function found(entries: readonly EntryInfo[], code: string): Found {
  return { way: "code", failures: entries.map((entry): Failure => toFailure(entry, code)) };
}
