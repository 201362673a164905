import type { ColumnChoice } from "../rows/choose-columns.js";
import { detectColumns } from "../rows/headings.js";
import { looksLikeCode } from "../rows/looks-like-code.js";
import { type GridRow, widthOf } from "./grid.js";

/** The facts about a column from its cells. */
interface ColumnFacts {
  readonly index: number;
  /** The share of rows that have the cell. */
  readonly filled: number;
  /** The share of cells that have the form of a code. */
  readonly codes: number;
  /** The share of cells that differ from all others. */
  readonly distinct: number;
  readonly names: number;
  /** The length of the cells, divided by the number of rows. */
  readonly length: number;
}

/** The share of cells with its form that a column of one content has. */
export const NEARLY = 0.9;

/** More rows say no more. */
const SAMPLE = 500;

/**
 * The columns of a table without headings, by what its cells look like: the first with codes, a
 * column of names in capitals, and of the others the one with the longest texts. Empty if the table
 * has headings, or no column of codes.
 */
export function guessColumns(rows: readonly GridRow[]): ColumnChoice {
  const [first] = rows;
  if (first === undefined) return {};
  if (detectColumns(first.cells.map(({ text }) => text)).code !== undefined) return {};
  const sample = rows.slice(0, SAMPLE);
  const facts = Array.from({ length: widthOf(sample) }, (_, index) => factsOf(sample, index));
  const code = facts.find(
    ({ filled, codes, distinct }) => filled >= NEARLY && codes >= NEARLY && distinct >= NEARLY,
  );
  if (code === undefined) return {};
  const others = facts.filter((each) => each !== code);
  const name = others.find(({ names, distinct }) => names >= NEARLY && distinct >= NEARLY);
  const [message] = others
    .filter((each) => each !== name && each.length > 3)
    .sort((a, b) => b.length - a.length);
  const text = message ?? name;
  if (text === undefined) return {};
  return {
    code: String(code.index + 1),
    message: String(text.index + 1),
    ...(name !== undefined && name !== text && { name: String(name.index + 1) }),
  };
}

function factsOf(rows: readonly GridRow[], index: number): ColumnFacts {
  const texts = rows.map(({ cells }) => cells[index]?.text ?? "").filter((text) => text !== "");
  const count = Math.max(texts.length, 1);
  const share = (isSo: (text: string) => boolean) => texts.filter(isSo).length / count;
  return {
    index,
    filled: texts.length / rows.length,
    codes: share((text) => looksLikeCode(text) || /^[A-Z\d]{3,}$/.test(text)),
    distinct: new Set(texts).size / count,
    names: share((text) => /^[A-Z][A-Z0-9_]{2,}$/.test(text)),
    length: texts.reduce((sum, text) => sum + text.length, 0) / rows.length,
  };
}
