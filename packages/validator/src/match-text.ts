import type { Template, Text } from "./entry-row.js";

/** The values that a text gave to a template's placeholders, by name. */
export type TextParams = Readonly<Record<string, string>>;

/**
 * Matches a text that came, without blanks at its ends, against one of the catalog, and returns the
 * values of its placeholders, or `null` where it does not fit.
 *
 * Case and inner spaces are exact. A placeholder takes the shortest non-empty text up to the next
 * literal. The quotation marks around it may be of another kind, or absent. One final full stop may
 * be there or not. The time is linear in the text: each literal is looked for from left to right.
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
    const limit = index === names.length - 1 ? end : undefined;
    const quoted = quotes?.[index] ? findQuoted(text, from, literal, limit) : -1;
    const mark = quoted > 0 ? 1 : 0;
    const to = mark > 0 ? quoted : (limit ?? text.indexOf(literal, from + 1));
    if (to <= from || to > end) return null;
    params[name] = text.slice(from + mark, to);
    from = to + mark + literal.length;
  }
  return params;
}

/** A quotation mark of any kind. */
const MARK = /[\p{Quotation_Mark}`´]/u;

function isMark(char: string): boolean {
  return char === "'" || MARK.test(char);
}

/**
 * Returns where a quoted value ends, before its closing mark; -1 where the value has no opening
 * mark, is not closed, or is empty.
 */
function findQuoted(text: string, from: number, literal: string, end: number | undefined): number {
  if (!isMark(text.charAt(from))) return -1;
  let at = end ?? text.indexOf(literal, from + 3);
  while (at > from + 2 && !isMark(text.charAt(at - 1)))
    at = end === undefined ? text.indexOf(literal, at + 1) : -1;
  return at > from + 2 ? at - 1 : -1;
}
