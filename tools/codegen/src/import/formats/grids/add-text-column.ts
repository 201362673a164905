import type { ColumnIndexes } from "../rows/headings.js";

/**
 * Adds a column of texts that its heading alone does not tell: beside codes, "Error" heads names or
 * messages; and of two columns, the one that is not of codes has the texts, if it has sentences.
 */
export function addTextColumn(
  columns: ColumnIndexes,
  headings: readonly string[],
  textsIn: (index: number) => readonly string[],
): ColumnIndexes {
  const { code, ...others } = columns;
  if (code === undefined) return columns;
  const used = new Set(Object.values(columns));
  const error = headings.findIndex(
    (heading, at) => !used.has(at) && /^\W*errors?\W*$/i.test(heading),
  );
  if (error >= 0) {
    const texts = textsIn(error).filter((text) => text !== "");
    const column = texts.every((text) => NAME.test(text)) ? "name" : "message";
    return columns[column] === undefined ? { ...columns, [column]: error } : columns;
  }
  if (headings.length !== 2 || Object.keys(others).length > 0) return columns;
  const hasSentences = textsIn(1 - code).some((text) => /\S\s+\S/.test(text));
  return hasSentences ? { code, description: 1 - code } : columns;
}

/** A name, in the marks of Markdown or without. */
const NAME = /^[*_`]*[A-Z][\w\\]*[*_`]*$/;
