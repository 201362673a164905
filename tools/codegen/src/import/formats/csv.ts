import { type CsvError, parse } from "csv-parse/sync";
import type { Problem } from "../../problem/problem.js";
import type { ColumnChoice } from "./columns.js";
import { type Cell, readGrids } from "./grid.js";
import { inOneLine, problemAt, type Reading, type TableDocument } from "./row.js";

/** Reads comma-separated values, or with another delimiter: the one that the first line has most of. */
export function readCsv(
  document: TableDocument,
  choice: ColumnChoice,
  delimiter: string = sniffDelimiter(document.text),
): Reading {
  const problems: Problem[] = [];
  const records = parse(document.text, {
    delimiter,
    info: true,
    record_delimiter: "\n",
    relax_column_count: true,
    skip_records_with_error: true,
    // Tab-separated values have no quotation marks of their own.
    ...(delimiter === "\t" && { quote: null }),
    on_skip: (error: CsvError | undefined) => {
      const line = Number(error?.lines ?? 1);
      problems.push(problemAt(document, line, `no well-formed row: ${error?.message ?? ""}`));
    },
  }) as unknown as { record: string[]; info: { bytes: number } }[];
  // Where a quotation mark is out of place, the parser finds its way back some rows later: no row is to be trusted.
  if (problems.length > 0) return { rows: [], problems, unread: [] };
  const bytes = Buffer.from(document.text);
  let [line, at] = [1, 0];
  const rows = records.map(({ record, info }): Cell[] => {
    const written = bytes.toString("utf8", at, info.bytes);
    const first = line;
    line += written.split("\n").length - 1;
    at = info.bytes;
    const lastLine = written.endsWith("\n") ? line - 1 : line;
    return record.map((cell) => ({ text: inOneLine(cell), line: first, lastLine }));
  });
  return readGrids(document, [{ line: 1, rows }], choice);
}

function sniffDelimiter(text: string): string {
  const [head = ""] = text.split(/\r?\n/, 1);
  const counts = [",", ";", "\t", "|"].map((mark) => [mark, head.split(mark).length] as const);
  return counts.reduce((most, next) => (next[1] > most[1] ? next : most))[0];
}
