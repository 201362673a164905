import { createLocationFinder, type LocationFinder } from "../../problem/location-finder.js";
import { createProblem, type Problem } from "../../problem/problem.js";

/** The fields of a row that a reader may be unsure of. */
export type RowField = "code" | "httpStatus" | "message" | "description";

/** One row of an error table, as the document has it. */
export interface Row {
  readonly code: string;
  /** Absent if the row has none. */
  readonly httpStatus?: number;
  /** Placeholders as the document writes them; empty if the row has no text. */
  readonly message: string;
  /** Absent if the table has no such column. */
  readonly description?: string;
  /** Message and description in one, if nothing in the document separates them. */
  readonly joined?: string;
  /** The document's own name for the error. */
  readonly name?: string;
  /** Counted from 1. */
  readonly line: number;
  /** The same as `line`, unless the row takes several. */
  readonly lastLine: number;
  /**
   * The line that no other row shares, if that is not `line`: one code may precede several texts.
   */
  readonly ownLine?: number;
  readonly unsure: readonly RowField[];
}

/** A part of a document that was not read as rows: its text, or why it was left out. */
export interface Unread {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
}

/** The rows of a document. Each of its rows is here, among the problems, or listed as unread. */
export interface Reading {
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
  readonly unread: readonly Unread[];
}

/** A document to read. */
export interface TableDocument {
  /** The path that the user gave, for problems. */
  readonly file: string;
  readonly text: string;
  readonly locationAt: LocationFinder;
}

/** A document with this name and text. */
export function toTableDocument(file: string, text: string): TableDocument {
  return { file, text, locationAt: createLocationFinder(file, text) };
}

/** The line to point at for a row. */
export function lineOf({ line, ownLine = line }: Row): number {
  return ownLine;
}

/** A problem in a document. */
export function problemAt(
  { locationAt }: TableDocument,
  line: number,
  message: string,
  { hint, column }: { readonly hint?: string | undefined; readonly column?: number } = {},
): Problem {
  return createProblem("import", locationAt(line, column), message, { hint });
}
