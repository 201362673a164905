import { type CsvError, parse } from "csv-parse/sync";
import type { Problem } from "../../../problem/problem.js";
import { oneLine } from "../../../std/one-line.js";
import type { ColumnChoice } from "../rows/choose-columns.js";
import { problemAt, type Reading, type TableDocument, toReading, unreadable } from "../rows/row.js";
import type { Cell, GridRow } from "./grid.js";
import { readGrids } from "./read-grids.js";

/** A record, and the number of bytes up to its end. */
interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly bytes: number };
}

/** The records of a document, and what is wrong with it. */
interface Records {
  readonly records: readonly CsvRecord[];
  readonly problems: readonly Problem[];
}

/**
 * Reads values that are separated by commas, or by the delimiter that the headings have most of.
 * The headings are the first line whose delimiter the next line has too.
 */
export function readCsv(
  document: TableDocument,
  choice: ColumnChoice,
  delimiter: string = detectDelimiter(document.text),
): Reading {
  const { rows, problems } = csvRows(document, delimiter);
  // After a misplaced quotation mark the parser recovers only some rows later: no row can be
  // trusted.
  if (problems.length > 0) return unreadable(...problems);
  const body = SEPARATOR.test(document.text) ? rows.slice(1) : rows;
  return toReading(readGrids(document, [{ line: 1, rows: body }], choice));
}

/** The rows of separated values that begin on a line of a page, or what is wrong with them. */
export function csvRows(
  document: TableDocument,
  delimiter: string,
  line = 1,
): { readonly rows: readonly GridRow[]; readonly problems: readonly Problem[] } {
  const { records, problems } =
    delimiter === "\t" ? readTabbed(document) : readSeparated(document, delimiter);
  return { rows: locateCells(document.text, records, delimiter, line), problems };
}

/** Reads values of which some may have spaces before their quotation marks. */
function readSeparated(document: TableDocument, delimiter: string): Records {
  const strict = readRecords(document, delimiter, true);
  if (strict.problems.length === 0) return strict;
  const trimmed = readRecords(document, delimiter, true, true);
  return trimmed.problems.length === 0 ? trimmed : strict;
}

/**
 * Spreadsheets quote a tab-separated value that has quotation marks or lines, and others quote
 * none. Quotation marks are a spreadsheet's only if the lines are not rows of one length as they
 * are written, or if a pair of them has doubled ones in it. None is around a tab.
 */
function readTabbed(document: TableDocument): Records {
  const quoted = readRecords(document, "\t", true);
  const literal = readRecords(document, "\t", false);
  const hasTab = quoted.records.some(({ record }) => record.some((cell) => cell.includes("\t")));
  if (quoted.problems.length > 0 || hasTab) return literal;
  const isSpreadsheet =
    quoted.records.length === literal.records.length
      ? hasDoubledMarks(document.text)
      : isRectangular(quoted) && !isRectangular(literal);
  return isSpreadsheet ? quoted : literal;
}

function hasDoubledMarks(text: string): boolean {
  const values = text.matchAll(/(?<![^\t\n])"((?:[^"\t\n]|"")+)"(?![^\t\r\n])/g);
  return [...values].some(([, value = ""]) => value.includes('""') && /[^"]/.test(value));
}

/** Whether all rows but empty ones have as many cells as the first. */
function isRectangular({ records }: Records): boolean {
  const rows = records.filter(({ record }) => record.some((cell) => cell !== ""));
  return rows.every(({ record }) => record.length === rows[0]?.record.length);
}

function readRecords(
  document: TableDocument,
  delimiter: string,
  isQuoted: boolean,
  isTrimmed = false,
): Records {
  const problems: Problem[] = [];
  let [reported, faults] = [0, 0];
  const onSkip = (error: CsvError | undefined): undefined => {
    const line = Number(error?.lines ?? 1);
    faults = line === reported ? faults + 1 : 1;
    if (faults > MAX_FAULTS) throw error;
    // The parser goes on in the middle of the row, and finds the next fault in its rest.
    if (line === reported) return;
    reported = line;
    // Its line is counted from the beginning of the part.
    const what = error?.message.replace(/ at line \d+/, "") ?? "";
    problems.push(problemAt(document, line, `not a well-formed row: ${what}`));
  };
  try {
    const records = parse(document.text, {
      delimiter,
      info: true,
      record_delimiter: "\n",
      relax_column_count: true,
      trim: isTrimmed,
      skip_records_with_error: true,
      ...(!isQuoted && { quote: null }),
      // A spreadsheet leaves a quotation mark in the middle of a tab-separated value as it is.
      relax_quotes: delimiter === "\t",
      on_skip: onSkip,
    }) as unknown as CsvRecord[];
    return { records, problems };
  } catch (error) {
    if (faults <= MAX_FAULTS) throw error;
    return { records: [], problems };
  }
}

/**
 * The most faults of a line after which the parser goes on: it copies all of a value for each
 * misplaced quotation mark in it.
 */
const MAX_FAULTS = 10;

/** The cells of each record, with the lines that the record takes in the document. */
function locateCells(
  text: string,
  records: readonly CsvRecord[],
  delimiter: string,
  start: number,
): readonly GridRow[] {
  const bytes = Buffer.from(text);
  let [line, offset] = [start, 0];
  return records.map(({ record, info }) => {
    const written = bytes.toString("utf8", offset, info.bytes);
    const first = line;
    line += written.split("\n").length - 1;
    offset = info.bytes;
    const lastLine = written.endsWith("\n") ? line - 1 : line;
    const cells = record.map((cell): Cell => {
      const joint = cell.startsWith(" ") ? `${delimiter} ` : delimiter;
      return { text: oneLine(cell), line: first, lastLine, joint };
    });
    return { cells };
  });
}

/** Matches the first line that tells a spreadsheet the delimiter. */
const SEPARATOR = /^sep=([,;|\t])\r?\n/i;

/** The most lines in which the delimiter is looked for: a document may begin with titles. */
const MAX_TITLES = 20;

function detectDelimiter(text: string): string {
  const [, named] = SEPARATOR.exec(text) ?? [];
  if (named !== undefined) return named;
  const lines = text.split(/\r?\n/, MAX_TITLES).filter((line) => line.trim() !== "");
  const marks = lines.map(mostFrequentMark);
  // A comma in a title is not in the headings below it.
  const shared = marks.find((mark, index) => mark && lines[index + 1]?.includes(mark));
  return shared ?? marks.find(Boolean) ?? ",";
}

/** Returns the delimiter that a line has most of; undefined if it has none. */
function mostFrequentMark(line: string): string | undefined {
  const counts = [",", ";", "\t", "|"].map((mark) => [mark, line.split(mark).length] as const);
  const [mark, parts] = counts.reduce((most, next) => (next[1] > most[1] ? next : most));
  return parts > 1 ? mark : undefined;
}
