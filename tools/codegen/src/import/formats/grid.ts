/** A cell of a table, with the lines that it takes. */
export interface Cell {
  readonly text: string;
  readonly line: number;
  readonly lastLine: number;
}

/** A table of a document, its header first if it has one. */
export interface Grid {
  readonly line: number;
  readonly rows: readonly (readonly Cell[])[];
}
