import { type Entry, isErrorEntry } from "../../catalog/catalog.js";
import type { Emitter } from "../emitter.js";

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

/** `generated/errors.csv`: one error a row, quoted by RFC 4180, with lines that end in LF. Aliases are separated by spaces. */
export const emitter: Emitter = {
  name: "errors-csv",
  from: "catalog",
  emit: ({ entries }) => [
    {
      path: "generated/errors.csv",
      text: [COLUMNS, ...entries.filter(isErrorEntry).map(row)]
        .map((cells) => `${cells.map(quote).join(",")}\n`)
        .join(""),
    },
  ],
};

function row(entry: Entry): string[] {
  const cells: Record<string, unknown> = {
    ...entry,
    aliases: entry.aliases.map(({ code }) => code).join(" "),
  };
  return COLUMNS.map((column) => String(cells[column] ?? ""));
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
