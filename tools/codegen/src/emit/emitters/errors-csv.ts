import { type Entry, isErrorEntry } from "../../catalog/catalog.js";
import type { Emitter } from "../emitter.js";
import { GeneratedFile } from "../generated-file.js";

const COLUMNS = [
  "name",
  "code",
  "aliases",
  "httpStatus",
  "message",
  "description",
  "category",
  "fault",
  "outcome",
  "retry",
  "venue",
  "documented",
] as const;

/**
 * `generated/errors.csv`: one error a row, quoted as RFC 4180 says, in lines that end in LF. Spaces
 * separate aliases.
 */
export const emitter: Emitter = {
  name: "errors-csv",
  from: "catalog",
  emit: ({ entries }) => {
    const file = new GeneratedFile("generated/errors.csv");
    const addRow = (cells: readonly string[]) => file.line(cells.map(quote).join(","));
    addRow(COLUMNS);
    file.each(
      () => entries.filter(isErrorEntry),
      (entry) => addRow(toRow(entry)),
    );
    return [file.toFile()];
  },
};

function toRow(entry: Entry): readonly string[] {
  const cells: Record<string, unknown> = {
    ...entry,
    aliases: entry.aliases.map(({ code }) => code).join(" "),
  };
  return COLUMNS.map((column) => String(cells[column] ?? ""));
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
