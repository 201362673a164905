import type { Template, Text } from "./entry-row.js";

/** The values that a text gave to a template's placeholders, by name. */
export type TextParams = Readonly<Record<string, string>>;

/**
 * Matches a text that came against one of the catalog, and returns the values of its placeholders,
 * or `null` where it does not fit.
 *
 * Case and spaces are exact. A placeholder takes the shortest non-empty text up to the next literal. One final full
 * stop may be there or not. The time is linear in the text: each literal is looked for once, from left to right.
 */
export function matchText(expected: Text, text: string): TextParams | null {
  const bare = withoutFinalStop(text);
  if (typeof expected === "string") return expected === bare || expected === text ? {} : null;
  const [names, ...forms] = expected as Template;
  for (const literals of forms) {
    const params =
      matchLiterals(names, literals, bare) ??
      (bare === text ? null : matchLiterals(names, literals, text));
    if (params !== null) return params;
  }
  return null;
}

function matchLiterals(
  names: readonly string[],
  literals: readonly string[],
  text: string,
): TextParams | null {
  const first = literals[0] as string;
  const last = literals[names.length] as string;
  // The last literal is held against the end, so that the last value may contain it.
  const end = text.length - last.length;
  if (!text.startsWith(first) || !text.endsWith(last)) return null;
  const params: Record<string, string> = {};
  let from = first.length;
  for (const [index, name] of names.entries()) {
    const literal = literals[index + 1] as string;
    const to = index === names.length - 1 ? end : text.indexOf(literal, from + 1);
    if (to <= from || to > end) return null;
    params[name] = text.slice(from, to);
    from = to + literal.length;
  }
  return params;
}

function withoutFinalStop(text: string): string {
  return text.endsWith(".") ? text.slice(0, -1) : text;
}
