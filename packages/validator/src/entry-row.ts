import type { Category, Fault, Outcome, Retry } from "./generated/types.js";

/** The errors of the catalog that are judged alike, as the generated table holds them. */
export type EntryGroup = readonly [
  category: Category,
  fault: Fault,
  outcome: Outcome,
  retry: Retry,
  httpStatus: number | null,
  ...rows: readonly EntryRow[],
];

/** What one error has of its own. */
export type EntryRow = readonly [
  /** The code, or the code and its aliases. */
  codes: string | readonly string[],
  /**
   * The name in words, which compress with the texts: "order not found". Empty, and nothing follows,
   * for a code that errors outside of the catalog have too: then the code alone decides nothing.
   */
  words: string,
  message: Text,
  ...variants: readonly Text[],
];

/**
 * A text without placeholders, to the letter but for a final full stop, which is left out; or a
 * template.
 */
export type Text = string | Template;

/**
 * A text with placeholders: a literal, then of each placeholder its name, the two quotation marks
 * around it ("" where it is not quoted), and the literal that follows. The literals are without
 * these marks.
 */
export type Template = readonly string[];
