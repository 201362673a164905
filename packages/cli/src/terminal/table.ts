import pc from "picocolors";
import { escapeMarkdown } from "../text/escape-markdown.js";
import { fit, widthOf } from "./width.js";

/** Returns the lines of a table that fits so many columns: the last column is cut if it must be. */
export function printTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  columns: number,
): readonly string[] {
  const last = head.length - 1;
  const widths = head.map((title, index) =>
    Math.max(widthOf(title), ...rows.map((row) => widthOf(row[index] ?? ""))),
  );
  const before = widths.slice(0, last).reduce((sum, width) => sum + width + GAP.length, 0);
  widths[last] = Math.max(10, Math.min(widths[last] ?? 0, columns - before));
  const print = (row: readonly string[]) =>
    widths
      .map((width, index) => fit(row[index] ?? "", width))
      .join(GAP)
      .trimEnd();
  return [pc.dim(print(head)), ...rows.map(print)];
}

const GAP = "  ";

/** Returns the lines of a table in Markdown. */
export function printMarkdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)];
}

/**
 * Returns the lines of a table as CSV. A cell that a spreadsheet would calculate is quoted text.
 */
export function printCsv(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  return [head, ...rows].map((row) => row.map(toCsvCell).join(","));
}

function toCsvCell(text: string): string {
  const safe = /^[=+@\t\r]|^-(?!\d+$)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
