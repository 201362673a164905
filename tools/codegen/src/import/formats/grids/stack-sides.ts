import { detectColumns } from "../rows/headings.js";
import { type Grid, type GridRow, widthOf } from "./grid.js";

/** Puts the parts of a grid below each other that stand side by side, under the same headings. */
export function stackSides(grid: Grid): Grid {
  const [head, ...body] = grid.rows;
  if (head === undefined) return grid;
  // An empty column may be between the sides.
  const filled = Array.from({ length: widthOf(grid.rows) }, (_, index) => index).filter((index) =>
    grid.rows.some(({ cells }) => (cells[index]?.text ?? "") !== ""),
  );
  const width = widthOfSide(filled.map((index) => head.cells[index]?.text ?? ""));
  if (width === 0) return grid;
  const sides = Array.from({ length: filled.length / width }, (_, side) =>
    filled.slice(side * width, (side + 1) * width),
  );
  const [first = []] = sides;
  return {
    line: grid.line,
    rows: [pick(head, first), ...sides.flatMap((side) => body.map((row) => pick(row, side)))],
  };
}

/** The number of columns after which the headings of a table begin again; 0 if they do not. */
function widthOfSide(headings: readonly string[]): number {
  const again = headings.indexOf(headings[0] ?? "", 1);
  const isRepeated = headings.every(
    (text, index) => text !== "" && text === headings[index % again],
  );
  if (again < 2 || headings.length % again !== 0 || !isRepeated) return 0;
  return detectColumns(headings.slice(0, again)).code === undefined ? 0 : again;
}

function pick({ cells, ...row }: GridRow, indexes: readonly number[]): GridRow {
  return { ...row, cells: indexes.flatMap((index) => cells[index] ?? []) };
}
