import { splitTemplate, unquote, withoutFinalStop } from "../../catalog/template.js";
import { escapePattern } from "../../std/escape-pattern.js";

/** The test in SQL whether a text, without blanks at its ends, follows a wording of the catalog. */
export interface TextPattern {
  /** A pattern of LIKE, with a backslash to escape, for the text that the steps leave. */
  readonly like: string;
  /** The beginnings of the text to remove one after the other; mostly none. */
  readonly steps: readonly TextStep[];
}

/** The text up to the end of the literal that follows a placeholder. */
export interface TextStep {
  /** The literal before the placeholder, as a regular expression. */
  readonly before: string;
  /** Whether the value may be in quotation marks, which then decide where it ends. */
  readonly isQuoted: boolean;
  /** The literal that follows, as a regular expression. */
  readonly after: string;
}

/** A quotation mark of any kind, in a regular expression. Engines know no Quotation_Mark. */
export const QUOTATION_MARK = "[\"'«»‘’‚‛“”„‟‹›⹂「」『』〝〞〟﹁﹂﹃﹄＂＇｢｣`´]";

/**
 * Returns the pattern of a wording. A final full stop is left out: the text may have one or not.
 *
 * LIKE finds a way to fit the text if there is one. The validator does not look for another way
 * once a value in quotation marks is closed, and that makes a difference if a placeholder follows.
 * So the text up to the last such value is matched in steps. Each takes the least that it can.
 */
export function toTextPattern(wording: string): TextPattern {
  const text = withoutFinalStop(wording);
  const { literals, quotes } = unquote(text);
  const count = quotes.slice(0, -1).findLastIndex((marks) => marks !== "") + 1;
  const steps = quotes.slice(0, count).map((marks, index) => ({
    before: index === 0 ? escapePattern(literals[0] ?? "") : "",
    isQuoted: marks !== "",
    after: escapePattern(literals[index + 1] ?? ""),
  }));
  const rest = count === 0 ? literals : ["", ...literals.slice(count + 1)];
  return { like: rest.map(escapeLike).join("_%"), steps };
}

/** Prints a step for RE2, which takes the first alternative that fits, and the least of it. */
export function printRe2Step({ before, isQuoted, after }: TextStep): string {
  const quoted = isQuoted ? `${QUOTATION_MARK}.+?${QUOTATION_MARK}${after}|` : "";
  return `^(?s)${before}(?:${quoted}.+?${after})`;
}

/** Returns a message that a text must equal to the letter, blanks at its ends included, if any. */
export function toExactText(message: string): string | undefined {
  const text = withoutFinalStop(message);
  return splitTemplate(text).length === 1 && text.trim() !== text ? escapeLike(text) : undefined;
}

function escapeLike(literal: string): string {
  return literal.replaceAll(/[\\%_]/g, "\\$&");
}
