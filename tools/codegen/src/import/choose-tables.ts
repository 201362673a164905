import type { Problem } from "../problem/problem.js";
import { FORMATS } from "./formats/format.js";
import {
  byLine,
  lineOf,
  problemAt,
  type Reading,
  type Row,
  type TableDocument,
  type TableReading,
} from "./formats/rows/row.js";

/** The parts of a document to import. Default: all. */
export interface Selection {
  /** The lines to read, both inclusive. */
  readonly lines?: readonly [from: number, to: number];
  /** The numbers of the tables to read, counted from 1. */
  readonly tables?: readonly number[];
  /** The numbers of the tables to leave out. */
  readonly skippedTables?: readonly number[];
}

/** A table of a document, with its number. */
export interface NumberedTable extends TableReading {
  /** Counted from 1, in the order of the document. */
  readonly number: number;
  /** Whether the user left it out. */
  readonly isSkipped: boolean;
}

/** The parts of a document that were chosen. */
interface Chosen {
  readonly tables: readonly NumberedTable[];
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
  readonly unread: Reading["unread"];
}

/** Chooses the tables and lines of a document. */
export function chooseTables(
  document: TableDocument,
  reading: Reading,
  selection: Selection,
): Chosen {
  const { lines: [from, to] = [1, Number.POSITIVE_INFINITY], tables, skippedTables } = selection;
  const isWanted = (line: number) => line >= from && line <= to;
  const numbered = reading.tables.map((table, index): NumberedTable => {
    const number = index + 1;
    const isTaken = tables?.includes(number) ?? true;
    const isSkipped = !isTaken || skippedTables?.includes(number) === true;
    const { reason, ...rest } = table;
    // A table with rows that is asked for by its number is read.
    const isAsked = tables?.includes(number) === true && table.rows.length > 0;
    return { ...rest, ...(reason !== undefined && !isAsked && { reason }), number, isSkipped };
  });
  const inLines = numbered.filter(({ line, lastLine }) => line <= to && lastLine >= from);
  const taken = inLines.filter(({ isSkipped, reason }) => !isSkipped && reason === undefined);
  const rows = taken.flatMap((table) => table.rows.filter((row) => isWanted(lineOf(row))));
  const problems = [...reading.problems, ...taken.flatMap((table) => table.problems)].filter(
    ({ location }) => isWanted(location.line),
  );
  const unread = [...reading.unread, ...taken.flatMap((table) => table.unread)]
    .filter(({ line }) => isWanted(line))
    .sort(byLine);
  const faults = findFaults(document, numbered, selection);
  if (rows.length === 0 && problems.length === 0 && faults.length === 0)
    faults.push(reportNothing(document, numbered, selection));
  return { tables: inLines, rows, problems: [...faults, ...problems], unread };
}

/** The numbers of tables that the document does not have. */
function findFaults(
  document: TableDocument,
  numbered: readonly NumberedTable[],
  { tables = [], skippedTables = [] }: Selection,
): Problem[] {
  return [...tables, ...skippedTables]
    .filter((number) => numbered[number - 1] === undefined)
    .map((number) =>
      problemAt(document, 1, `no table ${number}: the document has ${numbered.length}`),
    );
}

/** Says what would have to be read, where nothing was. */
function reportNothing(
  document: TableDocument,
  tables: readonly NumberedTable[],
  { lines: [from, to] = [1, Number.POSITIVE_INFINITY] }: Selection,
): Problem {
  const all = tables.flatMap(({ rows, reason }) => (reason === undefined ? rows : []));
  if (all.length > 0)
    return problemAt(
      document,
      1,
      to < Number.POSITIVE_INFINITY
        ? `no rows on lines ${from} to ${to}`
        : "no rows in the tables that were chosen",
    );
  const doubtful = tables.filter(({ rows }) => rows.length > 0);
  if (doubtful.length > 0)
    return problemAt(document, doubtful[0]?.line ?? 1, "no list says that it is about errors", {
      hint: `read it by its number, or say which column of a table holds what with --columns: --table ${doubtful.map(({ number }) => number).join(",")}`,
    });
  const [first] = tables.filter(({ title }) => /^(?:table|list .*)$/.test(title));
  if (first === undefined)
    return problemAt(document, 1, "no table, and no list of codes and texts", {
      hint: `say with --from what the document is (${FORMATS.join(", ")}), or copy its errors into a CSV file`,
    });
  const misnamed = tables.find(({ isMisnamed }) => isMisnamed);
  if (misnamed?.reason !== undefined) return problemAt(document, misnamed.line, misnamed.reason);
  const { title, reason = "" } = first;
  if (title === "table" && !reason.startsWith("no column of codes"))
    return problemAt(document, first.line, reason);
  const what = title === "table" ? "no table with a column of codes" : reason;
  return problemAt(document, first.line, what, {
    hint: "say which column holds what, by its heading or number: --columns code=1,message=2",
  });
}
