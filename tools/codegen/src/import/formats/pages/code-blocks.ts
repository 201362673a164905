import { isAboutErrors, topicOf, unlessOfErrors } from "../rows/about-errors.js";
import type { ColumnChoice } from "../rows/choose-columns.js";
import { partOf, type Row, type TableDocument, type TableReading } from "../rows/row.js";
import { languageOf } from "../sources/language.js";
import { readSourceTables } from "../sources/read-source.js";
import { readPlainTables } from "../texts/read-text.js";
import { parseTree } from "../trees/parse-tree.js";
import { readListTables } from "../trees/read-list.js";
import type { Block } from "./block.js";

/** Fewer lines that look like errors are an example. */
const MIN_ROWS = 3;

/** Reads the blocks of code of a page that list errors: data, declarations, or codes and texts. */
export function readCodeBlocks(
  document: TableDocument,
  blocks: readonly Block[],
  choice: ColumnChoice,
): readonly TableReading[] {
  let heading = "";
  return blocks.flatMap((block) => {
    if (block.kind === "heading") heading = block.text;
    if (block.kind !== "code" || block.language === "http") return [];
    const reason = unlessOfErrors(isAboutErrors(`${topicOf(document)} ${heading}`));
    return readBlock(document, block, choice)
      .filter(({ rows }) => rows.length >= MIN_ROWS)
      .map((table) => ({
        ...moveTable(table, block.line),
        title: "code block",
        ...reason,
      }));
  });
}

function readBlock(
  document: TableDocument,
  { text, language = "", line }: Block,
  choice: ColumnChoice,
): readonly TableReading[] {
  const part = partOf(document, text, line + 1);
  if (/^(?:json5?|jsonc|ya?ml)$/.test(language) || /^\s*[[{]/.test(text)) {
    const parsed = parseTree(part);
    return Array.isArray(parsed) ? [] : readListTables(part, parsed, choice);
  }
  const known = languageOf(`x.${language}`) ?? languageOf(language);
  const declared = known === undefined ? [] : readSourceTables(part, known);
  // A list that is written in the syntax of PHP or C has no enum.
  const isText = known === undefined || (known === "enums" && declared.length === 0);
  return isText ? (readPlainTables(part, choice)?.tables ?? []) : declared;
}

/** A table of a part of a document, at its place in the whole. */
function moveTable(table: TableReading, lines: number): TableReading {
  const moveRow = (row: Row): Row => ({
    ...row,
    line: row.line + lines,
    lastLine: row.lastLine + lines,
    ...(row.ownLine !== undefined && { ownLine: row.ownLine + lines }),
  });
  return {
    ...table,
    line: table.line + lines,
    lastLine: table.lastLine + lines,
    rows: table.rows.map(moveRow),
    unread: table.unread.map((each) => ({ ...each, line: each.line + lines })),
  };
}
