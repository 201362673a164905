import type { Problem } from "../../problem/problem.js";

export { oneLine as inOneLine } from "../../std/one-line.js";

/** The fields of a row that a reader may be unsure of. */
export type RowField = "code" | "httpStatus" | "message" | "description";

/** One row of an error table, as the document has it. */
export interface Row {
  readonly code: string;
  /** Absent where the row says none. */
  readonly httpStatus?: number;
  /** Placeholders as the document writes them; empty where the row has no text. */
  readonly message: string;
  /** Absent where the table has no such column. */
  readonly description?: string;
  /** Message and description in one, where nothing in the document parts them. */
  readonly joined?: string;
  /** The document's own name for the error. */
  readonly name?: string;
  /** Counted from 1. */
  readonly line: number;
  /** The same as `line`, unless the row runs over several. */
  readonly lastLine: number;
  /** The line that no other row has, where that is not `line`: a code may stand above several texts. */
  readonly ownLine?: number;
  readonly unsure: readonly RowField[];
}

/** A part of a document that was not read as rows, and why. */
export interface Unread {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
}

/** What reading a document gives: every row of it is here, or among the problems, or told as unread. */
export interface Reading {
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
  readonly unread: readonly Unread[];
}

/** A document to be read. */
export interface TableDocument {
  /** As the user has named it, for problems. */
  readonly file: string;
  readonly text: string;
}

/** The line to point at for a row. */
export function lineOf({ line, ownLine = line }: Row): number {
  return ownLine;
}

/** A problem in a document. */
export function problemAt(
  { file, text }: TableDocument,
  line: number,
  message: string,
  {
    hint,
    severity = "error",
    column = 1,
  }: Partial<Pick<Problem, "hint" | "severity">> & { column?: number } = {},
): Problem {
  const location = { file, line, column, text };
  return { rule: "import", severity, message, ...(hint !== undefined && { hint }), location };
}
