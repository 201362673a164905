import { topicOf } from "./about-errors.js";
import type { Block } from "./block.js";
import type { ColumnChoice } from "./choose-columns.js";
import { readCodeBlocks } from "./code-blocks.js";
import { readProse } from "./prose-tables.js";
import type { TableDocument, TableReading } from "./row.js";

/** Reads what a page lists outside of its tables. */
export function readPage(
  document: TableDocument,
  blocks: readonly Block[],
  choice: ColumnChoice,
): readonly TableReading[] {
  return [...readProse(blocks, topicOf(document)), ...readCodeBlocks(document, blocks, choice)];
}
