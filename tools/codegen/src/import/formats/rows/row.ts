import { createLocationFinder, type LocationFinder } from "../../../problem/location-finder.js";
import { createProblem, type Problem, type ProblemOptions } from "../../../problem/problem.js";

const FIELDS = ["code", "httpStatus", "message", "description"] as const;

/** The fields of a row that a reader may be unsure of. */
export type RowField = (typeof FIELDS)[number];

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
  /** Remarks for an editor on the writing of the row, in sentences. */
  readonly notes?: string;
}

/** The remark on a row that the document calls deprecated. */
export const DEPRECATED =
  "The document calls this error deprecated: retire the entry if the API no longer sends it.";

/** A part of a document that was not read as rows: its text, or why it was left out. */
export interface Unread {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
}

/** A column that was read: what it holds, and its heading, or its number if it has none. */
export interface ReadColumn {
  readonly column: string;
  readonly heading: string;
}

/** One table of a document, or one list that is read like a table. */
export interface TableReading {
  /** The kind: `table`, `list`, or the name that the document gives it. */
  readonly title: string;
  /** Counted from 1. */
  readonly line: number;
  readonly lastLine: number;
  /** Each row of the table is here, among the problems, or listed as unread. */
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
  readonly unread: readonly Unread[];
  readonly columns: readonly ReadColumn[];
  /** The headings of columns that have contents and were not read. */
  readonly unreadColumns: readonly string[];
  /**
   * The reason why the table is not read; absent if it is. If it has rows all the same, the user
   * can ask for them.
   */
  readonly reason?: string;
  /** Whether the reason is that it has no column of a name that the user gave. */
  readonly isMisnamed?: boolean;
}

/** The tables of a document, in its order, and what concerns none of them. */
export interface Reading {
  readonly tables: readonly TableReading[];
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

/** A part of a document, which begins on a line: its problems are at their lines of the whole. */
export function partOf(
  { file, locationAt }: TableDocument,
  text: string,
  line: number,
): TableDocument {
  return { file, text, locationAt: (at, column) => locationAt(at + line - 1, column) };
}

/** The reading of a document that has no problems outside of its tables. */
export function toReading(
  tables: readonly TableReading[],
  unread: readonly Unread[] = [],
): Reading {
  return { tables, problems: [], unread };
}

/** The reading of a document that cannot be read. */
export function unreadable(...problems: readonly Problem[]): Reading {
  return { tables: [], problems, unread: [] };
}

/** The columns of a list that has only codes and texts: where it has them. */
export function codesAndTexts(codes: string, texts: string): ReadColumn[] {
  return [
    { column: "code", heading: codes },
    { column: "message", heading: texts },
  ];
}

/** The one table of a list that is read like a table; none if it has neither rows nor problems. */
export function listReading(
  title: string,
  rows: readonly Row[],
  columns: readonly ReadColumn[] = [],
  { problems = [], unread = [], unreadColumns = [], reason }: Partial<TableReading> = {},
): TableReading[] {
  const lines = [
    ...rows.flatMap((row) => [row.line, row.lastLine]),
    ...problems.map(({ location }) => location.line),
  ];
  if (lines.length === 0) return [];
  const [line, lastLine] = lines.reduce(
    ([first, last], each) => [Math.min(first, each), Math.max(last, each)],
    [Number.POSITIVE_INFINITY, 0],
  );
  return [
    {
      title,
      line,
      lastLine,
      rows,
      problems,
      unread,
      columns,
      unreadColumns,
      ...(reason !== undefined && { reason }),
    },
  ];
}

/** A table of which no row is read. */
export function unreadTable(
  place: Pick<TableReading, "title" | "line" | "lastLine">,
  reason: string,
): TableReading {
  const nothing = { rows: [], problems: [], unread: [], columns: [], unreadColumns: [] };
  return { ...place, ...nothing, reason };
}

/** The fields that a reader is unsure of. */
export function unsureOf(isUnsure: Readonly<Partial<Record<RowField, boolean>>>): RowField[] {
  return FIELDS.filter((field) => isUnsure[field]);
}

/** A row with further fields marked as unsure. */
export function markUnsure(row: Row, ...fields: readonly RowField[]): Row {
  return { ...row, unsure: [...new Set([...row.unsure, ...fields])] };
}

/** Sorts what stands in a document by its first line. */
export function byLine(one: { readonly line: number }, other: { readonly line: number }): number {
  return one.line - other.line;
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
  { column, ...options }: ProblemOptions & { readonly column?: number } = {},
): Problem {
  return createProblem("import", locationAt(line, column), message, options);
}
