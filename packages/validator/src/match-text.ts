import type { Template } from "./template.js";

/** The values that a text gave to a template's placeholders, by name. */
export type TextParams = Readonly<Record<string, string>>;

/** The values of a text without placeholders. */
export const NO_PARAMS: TextParams = /* @__PURE__ */ Object.freeze({});

/**
 * Matches a text that came, without blanks at its ends, against one of the catalog, and returns the
 * values of its placeholders, or `null` where it does not fit.
 *
 * Case and inner spaces are exact. A placeholder takes the shortest non-empty text up to the next
 * literal. The quotation marks around it may be of another kind, or absent. The time is linear in
 * the text: each literal is looked for from left to right.
 */
export function matchText(template: Template, text: string): TextParams | null {
  if (template.length > 1) return matchTemplate(template, text);
  return template[0] === text ? NO_PARAMS : null;
}

function matchTemplate(template: Template, text: string): TextParams | null {
  const first = template[0] as string;
  // `startsWith` takes three times as long.
  if (text.indexOf(first) !== 0) return null;
  let params: Record<string, string> = {};
  let from = first.length;
  for (let at = 1; at < template.length; at += 3) {
    const literal = template[at + 2] as string;
    // The last literal is looked for at the end alone, so that the last value may contain it.
    const least = at + 3 < template.length ? 0 : text.length - literal.length;
    const closed = template[at + 1] === "" ? -1 : findClosed(text, from, literal, least);
    const to = closed < 0 ? find(text, from + 1, literal, least) : closed;
    if (to < 0) return null;
    const value = closed < 0 ? text.slice(from, to) : text.slice(from + 1, to - 1);
    params = withParam(params, template[at] as string, value);
    from = to + literal.length;
  }
  return params;
}

/**
 * Returns the params with one more. One that is named like a member of every object, such as
 * `constructor`, cannot be assigned where `Object.prototype` is frozen.
 */
function withParam(params: Record<string, string>, name: string, value: string) {
  if (name in params) return { ...params, [name]: value };
  params[name] = value;
  return params;
}

/** Returns where a literal is, neither before `from` nor before `least`; -1 where it is not. */
function find(text: string, from: number, literal: string, least: number): number {
  const start = Math.max(from, least);
  // An empty literal is found at the end even where the search starts behind it.
  return start > text.length ? -1 : text.indexOf(literal, start);
}

/**
 * Returns where the literal is that follows a quoted value; -1 where the value has no opening mark,
 * is not closed, or is empty.
 */
function findClosed(text: string, from: number, literal: string, least: number): number {
  if (!isMark(text, from)) return -1;
  let to = find(text, from + 3, literal, least);
  while (to > 0 && !isMark(text, to - 1)) to = find(text, to + 1, literal, least);
  return to;
}

/**
 * A quotation mark of any kind. A pattern made when it is first needed, not a literal: to read one
 * with `\p`, engines load the tables of Unicode, which takes a sixth of the whole start.
 */
let mark: RegExp | undefined;

/** Whether a quotation mark is at a place. */
function isMark(text: string, at: number): boolean {
  const char = text.charCodeAt(at);
  // Most values begin with a letter or a digit of ASCII: the pattern takes its time.
  if (char >= 0x30 && char <= 0x7a && char !== 0x60) return false;
  const pattern = "[\\p{QMark}`\\u00b4]";
  mark ??= new RegExp(pattern, "u");
  return mark.test(text.charAt(at));
}
