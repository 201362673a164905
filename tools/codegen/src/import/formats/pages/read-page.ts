import type { Grid } from "../grids/grid.js";
import { readGrids } from "../grids/read-grids.js";
import { topicOf } from "../rows/about-errors.js";
import type { ColumnChoice } from "../rows/choose-columns.js";
import { byLine, type TableDocument, type TableReading } from "../rows/row.js";
import type { Block } from "./block.js";
import { readCodeBlocks } from "./code-blocks.js";
import { readProse } from "./prose-tables.js";

/** Reads the tables of a page, and what it lists outside of them. */
export function readPage(
  document: TableDocument,
  grids: readonly Grid[],
  blocks: readonly Block[],
  choice: ColumnChoice,
): readonly TableReading[] {
  return [
    ...readGrids(document, grids, choice),
    ...readProse(blocks, topicOf(document)),
    ...readCodeBlocks(document, blocks, choice),
  ].sort(byLine);
}
