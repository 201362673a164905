import type { Cell } from "./grid.js";

/** A cell, and how many rows and columns it takes. */
export interface WideCell extends Cell {
  readonly columns: number;
  readonly rows: number;
}

/** The cells that go on in the rows below, by their columns. */
type OpenCells = Map<number, { readonly cell: WideCell; readonly rowsLeft: number }>;

/**
 * Returns a function for the cells of the next row of a table: a cell is in every place that it
 * takes, also in the rows below. `next` returns the cells that begin in the row, one after another.
 */
export function createRowFiller(width: number): (next: () => WideCell | undefined) => Cell[] {
  let open: OpenCells = new Map();
  return (next) => {
    // Every row takes a cell, or few cells would make very many rows.
    const above = open.size < width ? open : new Map();
    open = new Map();
    return fillRow(width, above, open, next);
  };
}

function fillRow(
  width: number,
  above: OpenCells,
  open: OpenCells,
  next: () => WideCell | undefined,
): Cell[] {
  const row: Cell[] = [];
  while (row.length < width) {
    const spanning = above.get(row.length);
    const cell = spanning?.cell ?? next();
    if (cell === undefined) break;
    const end = Math.min(row.length + (spanning ? 1 : cell.columns), width);
    const rowsLeft = (spanning?.rowsLeft ?? cell.rows) - 1;
    for (; row.length < end; row.push(cell))
      if (rowsLeft > 0) open.set(row.length, { cell, rowsLeft });
  }
  return row;
}
