/** No error table has more columns; a hostile one would fill the memory. */
export const MAX_COLUMNS = 50;

/** A cell of a table, with the lines that it takes. */
export interface Cell {
  readonly text: string;
  readonly line: number;
  readonly lastLine: number;
  /** The text between the cell before and this one. */
  readonly joint?: string;
  /** Whether all of the cell is struck out. */
  readonly isStruck?: boolean;
}

/** A row of a table. */
export interface GridRow {
  readonly cells: readonly Cell[];
  /** Whether it is a row of headings; absent if the document does not say. */
  readonly isHeading?: boolean;
}

/** A table of a document, its headings first if it has any. */
export interface Grid {
  readonly line: number;
  readonly rows: readonly GridRow[];
}

/** A cell whose text goes on in a line below. */
export function continueCell<C extends Cell>(cell: C, text: string, lastLine: number): C {
  return { ...cell, text: `${cell.text} ${text}`.trim(), lastLine };
}

/** The number of cells in the longest row. */
export function widthOf(rows: readonly GridRow[]): number {
  return rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
}

/** Rows whose texts are changed. A cell in several places is still the same in all of them. */
export function mapTexts(
  rows: readonly GridRow[],
  change: (text: string) => string,
): readonly GridRow[] {
  const changed = new Map<Cell, Cell>();
  const changeCell = (cell: Cell): Cell => {
    const known = changed.get(cell) ?? { ...cell, text: change(cell.text) };
    changed.set(cell, known);
    return known;
  };
  return rows.map((row) => ({ ...row, cells: row.cells.map(changeCell) }));
}
