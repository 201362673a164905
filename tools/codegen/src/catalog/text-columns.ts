import stringWidth from "string-width";
import { type Entry, examplesOf } from "./entry.js";
import { renderTemplate } from "./template.js";
import type { TextKind } from "./text-unit.js";

/**
 * The columns that each kind of text may take; a Chinese, Japanese or Korean character takes two. A
 * title is the head of a notification, a message fits on two lines of it. Developers read more.
 */
export const MAX_COLUMNS: Readonly<Record<TextKind, number>> = {
  title: 30,
  message: 100,
  paramless: 100,
  outcome: 100,
  description: 200,
  value: 30,
  developer: Number.POSITIVE_INFINITY,
  catalog: 200,
};

/**
 * Returns the columns that a text takes, with its placeholders as long as their examples, if they
 * are more than its kind may take; otherwise undefined.
 */
export function excessColumns(
  kind: TextKind,
  text: string,
  params: Entry["params"] = {},
): number | undefined {
  const rendered = renderTemplate(text, examplesOf(params));
  const limit = MAX_COLUMNS[kind];
  // Measuring takes long, and no character takes more than two columns.
  if (rendered.length * 2 <= limit) return undefined;
  const columns = stringWidth(rendered);
  return columns > limit ? columns : undefined;
}
