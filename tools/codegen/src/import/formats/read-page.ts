import { topicOf } from "./about-errors.js";
import type { Block } from "./block.js";
import type { ColumnChoice } from "./choose-columns.js";
import { readCodeBlocks } from "./code-blocks.js";
import type { Grid } from "./grid.js";
import { readProse } from "./prose-tables.js";
import { readGrids } from "./read-grids.js";
import { byLine, type TableDocument, type TableReading } from "./row.js";

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
