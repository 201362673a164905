import type { Category, ErrorName, Fault, Outcome, Retry } from "./generated/types.js";

/** The errors of the catalog that are judged alike, as the generated table holds them. */
export type EntryGroup = readonly [
  category: Category,
  fault: Fault,
  outcome: Outcome,
  retry: Retry,
  httpStatus: number | null,
  rows: readonly EntryRow[],
];

/** What one error has of its own. */
export type EntryRow = readonly [
  name: ErrorName,
  code: string,
  /** The message, then its variants. */
  texts: readonly [Text, ...Text[]],
  aliases?: readonly string[],
];

/**
 * A text without placeholders, to the letter but for a final full stop, which is left out; or a
 * template.
 */
export type Text = string | Template;

/**
 * A text with placeholders: their names, then the literals around them (one more than names). The
 * literals are without the quotation marks around placeholders: the last list has the two marks of
 * each, or "" where it is not quoted.
 */
export type Template = readonly [
  names: readonly string[],
  literals: readonly string[],
  quotes?: readonly string[],
];
