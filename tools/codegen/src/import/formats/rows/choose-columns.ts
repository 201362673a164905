import { listQuoted } from "../../../std/quote-briefly.js";
import { COLUMNS, type Column, type ColumnIndexes, detectColumns } from "./headings.js";

/** The columns that the user chose: the heading of each, or its number counted from 1. */
export type ColumnChoice = Readonly<Partial<Record<Column, string>>>;

/**
 * The columns of a table: those that the user chose, and the others by their headings. A string
 * says what is wrong. A table may have more columns than headings.
 */
export function chooseColumns(
  headings: readonly string[],
  choice: ColumnChoice,
  count: number = headings.length,
): ColumnIndexes | string {
  const chosen: Partial<Record<Column, number>> = {};
  for (const column of COLUMNS) {
    const requested = choice[column];
    if (requested === undefined) continue;
    const index = findColumn(headings, requested, count);
    if (index < 0) {
      return `no column ${JSON.stringify(requested)}: the columns are ${listQuoted(headings)}`;
    }
    chosen[column] = index;
  }
  const taken = new Set(Object.values(chosen));
  const detected = Object.entries(detectColumns(headings)).filter(
    ([column, index]) => !(column in chosen) && !taken.has(index),
  );
  return { ...Object.fromEntries(detected), ...chosen };
}

/** The index of a column by its heading, or by its number; -1 if there is none. */
function findColumn(headings: readonly string[], requested: string, count: number): number {
  const named = headings.findIndex((heading) => heading.toLowerCase() === requested.toLowerCase());
  if (named >= 0) return named;
  // A column without a heading is called `column 3`.
  const index = Number(/^(?:column )?(\d+)$/i.exec(requested)?.[1] ?? 0) - 1;
  return index < count ? index : -1;
}

/** Whether the user named a column by its heading: then the first row is a header. */
export function isChosen(headings: readonly string[], choice: ColumnChoice): boolean {
  const lower = new Set(headings.map((heading) => heading.toLowerCase()));
  return Object.values(choice).some((requested) => lower.has(requested.toLowerCase()));
}

/** Reads `code=Error,message=2`. A string says what is wrong. */
export function parseColumnChoice(text: string): ColumnChoice | string {
  const choice: Partial<Record<Column, string>> = {};
  for (const pair of text.split(",")) {
    const [typed = "", ...rest] = pair.split("=");
    const [column, value] = [typed.trim(), rest.join("=").trim()];
    if (!isColumn(column) || value === "")
      return `${JSON.stringify(pair)} is not <column>=<heading or number>; the columns are ${COLUMNS.join(", ")}`;
    const known = choice[column] ?? value;
    if (known !== value)
      return `${column} is ${JSON.stringify(known)} and ${JSON.stringify(value)}`;
    choice[column] = value;
  }
  return choice;
}

function isColumn(word: string): word is Column {
  return COLUMNS.some((column) => column === word);
}
