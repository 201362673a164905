import type { Template, Text } from "./entry-row.js";
import { quotationMarks } from "./generated/wire.js";

/** The values that a text gave to a template's placeholders, by name. */
export type TextParams = Readonly<Record<string, string>>;

/**
 * Matches a text that came, without blanks at its ends, against one of the catalog, and returns the
 * values of its placeholders, or `null` where it does not fit.
 *
 * Case and inner spaces are exact. A placeholder takes the shortest non-empty text up to the next
 * literal. The quotation marks around it may be of another kind, or absent. One final full stop may
 * be there or not. The time is linear in the text: each literal is looked for at most twice, from
 * left to right.
 */
export function matchText(expected: Text, text: string): TextParams | null {
  const bare = text.endsWith(".") ? text.slice(0, -1) : text;
  if (typeof expected === "string") return expected === bare || expected === text ? {} : null;
  const template = expected as Template;
  return matchTemplate(template, bare) ?? (bare === text ? null : matchTemplate(template, text));
}

function matchTemplate([names, literals, quotes]: Template, text: string): TextParams | null {
  const first = literals[0] as string;
  const last = literals[names.length] as string;
  // The last literal is held against the end, so that the last value may contain it.
  const end = text.length - last.length;
  if (!text.startsWith(first) || !text.endsWith(last)) return null;
  const params: Record<string, string> = {};
  let from = first.length;
  for (const [index, name] of names.entries()) {
    const literal = literals[index + 1] as string;
    const isLast = index === names.length - 1;
    const close = quotes?.[index] ? closingQuote(text[from]) : undefined;
    const inner = close === undefined ? -1 : findQuoted(text, from, close, literal, isLast, end);
    const isQuoted = inner > 0;
    const to = isQuoted ? inner : isLast ? end : text.indexOf(literal, from + 1);
    if (to <= from || to > end) return null;
    params[name] = text.slice(isQuoted ? from + 1 : from, to);
    from = to + (isQuoted ? 1 : 0) + literal.length;
  }
  return params;
}

/** Returns where a quoted value ends; -1 where the quotation mark is not a pair's, or nothing is in it. */
function findQuoted(
  text: string,
  from: number,
  close: string,
  literal: string,
  isLast: boolean,
  end: number,
): number {
  if (!isLast) return text.indexOf(close + literal, from + 2);
  return text[end - 1] === close && end - 1 > from + 1 ? end - 1 : -1;
}

function closingQuote(open: string | undefined): string | undefined {
  for (let at = 0; at < quotationMarks.length; at += 2)
    if (quotationMarks[at] === open) return quotationMarks[at + 1];
  return undefined;
}
