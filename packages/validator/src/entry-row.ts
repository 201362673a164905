import type { Category, ErrorName, Fault, Outcome, Retry } from "./generated/types.js";

/** One error of the catalog, as the generated table holds it. */
export type EntryRow = readonly [
  name: ErrorName,
  code: string,
  httpStatus: number | null,
  category: Category,
  fault: Fault,
  outcome: Outcome,
  retry: Retry,
  /** The message, then its variants. */
  texts: readonly [Text, ...Text[]],
  aliases?: readonly string[],
];

/** A text without placeholders, to the letter but for a final full stop, which is left out; or a template. */
export type Text = string | Template;

/**
 * A text with placeholders: their names, then the literals around them (one more than names),
 * once for each way that the quotation marks around placeholders may come.
 */
export type Template = readonly [names: readonly string[], ...forms: (readonly string[])[]];
