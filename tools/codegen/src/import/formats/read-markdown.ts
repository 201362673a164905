import { markdownCellText, markdownTables } from "../../evidence/markdown-text.js";
import type { ColumnChoice } from "./choose-columns.js";
import type { Cell, Grid } from "./grid.js";
import { readGrids } from "./read-grids.js";
import { htmlGrids } from "./read-html.js";
import type { Reading, TableDocument } from "./row.js";

/** Reads the tables of a Markdown page, including those that are written in HTML. */
export function readMarkdown(document: TableDocument, choice: ColumnChoice): Reading {
  const grids = [...markdownGrids(document.text), ...htmlGrids(document.text)];
  return readGrids(
    document,
    grids.sort((a, b) => a.line - b.line),
    choice,
  );
}

function markdownGrids(text: string): readonly Grid[] {
  return markdownTables(text).map((table) => ({
    line: table.position?.start.line ?? 1,
    rows: table.children.map((row) =>
      row.children.map((cell): Cell => {
        const line = cell.position?.start.line ?? 1;
        return { text: markdownCellText(cell), line, lastLine: line };
      }),
    ),
  }));
}
