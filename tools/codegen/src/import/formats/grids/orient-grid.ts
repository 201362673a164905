import { detectColumns, isHeading } from "../rows/headings.js";
import { looksLikeCode } from "../rows/looks-like-code.js";
import { type Cell, type Grid, type GridRow, widthOf } from "./grid.js";

/** Turns a grid whose headings are its first column, so that they are its first row. */
export function orientGrid(grid: Grid): Grid {
  const [head, ...others] = grid.rows;
  if (head === undefined || others.length === 0 || !isUpright(grid.rows)) return grid;
  const rows = Array.from({ length: widthOf(grid.rows) }, (_, at): GridRow => {
    const cells = grid.rows.map((row) => row.cells[at] ?? emptyCell(row));
    return { cells, isHeading: at === 0 };
  });
  return { line: grid.line, rows };
}

/** Whether the first cells of the rows are headings, and the others of one row codes. */
function isUpright(rows: readonly GridRow[]): boolean {
  const labels = rows.map(({ cells }) => cells[0]?.text ?? "");
  if (labels.length > MAX_LABELS || !isHeading(labels[0] ?? "")) return false;
  const { code, ...others } = detectColumns(labels);
  const codes = rows[code ?? -1]?.cells.slice(1) ?? [];
  return (
    codes.length > 0 &&
    Object.keys(others).length > 0 &&
    codes.every(({ text }) => looksLikeCode(text)) &&
    !isHeading(rows[0]?.cells[1]?.text ?? "")
  );
}

/** No error has more fields. */
const MAX_LABELS = 20;

function emptyCell({ cells }: GridRow): Cell {
  const line = cells[0]?.line ?? 1;
  return { text: "", line, lastLine: line };
}
