import type { ColumnIndexes } from "../rows/headings.js";
import type { Cell } from "./grid.js";

/**
 * The cells of a row that has more than its table has columns. A text that holds the table's own
 * delimiter makes them: they are joined into the last text, and the notes say that they may belong
 * to another.
 */
export function joinSurplus(
  cells: readonly Cell[],
  columns: ColumnIndexes,
  width: number,
): { readonly cells: readonly Cell[]; readonly notes?: string } {
  const surplus = width === 0 ? [] : cells.slice(width);
  if (surplus.every(({ text }) => text === "")) return { cells };
  const texts = [columns.message, columns.description].filter((index) => index !== undefined);
  const last = Math.max(...texts, -1);
  const after = last + surplus.length + 1;
  const joined =
    last < 0
      ? cells
      : [...cells.slice(0, last), joinCells(cells.slice(last, after)), ...cells.slice(after)];
  return {
    cells: joined,
    notes: `This row has ${cells.length} cells, and its table ${width} columns: the end of a text may belong to another.`,
  };
}

/** One cell with the texts of several, as they are written. */
function joinCells(cells: readonly Cell[]): Cell {
  const [first, ...others] = cells;
  const text = others.reduce(
    (joined, cell) => `${joined}${cell.joint ?? " "}${cell.text}`,
    first?.text ?? "",
  );
  const { line = 1 } = first ?? {};
  return { text, line, lastLine: cells.at(-1)?.lastLine ?? line };
}
