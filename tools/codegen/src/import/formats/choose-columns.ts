import { listQuoted } from "../../std/quote-briefly.js";

/** The contents that a column of an error table may have. */
const COLUMNS = ["code", "httpStatus", "message", "description", "name"] as const;

/** The content of a column. */
type Column = (typeof COLUMNS)[number];

/** The index of the column for each content. */
export type ColumnIndexes = Readonly<Partial<Record<Column, number>>>;

/** The columns that the user chose: the heading of each, or its number counted from 1. */
export type ColumnChoice = Readonly<Partial<Record<Column, string>>>;

/** The headings of each column, the surest first. */
const HEADINGS: Readonly<Record<Column, readonly RegExp[]>> = {
  code: [
    /^(error|err|decline|reason|result|response|return|ret|api) ?(code|no|number|id)s?$/,
    /^codes?$/,
    /^(code|error) (string|key|value)$/,
    /^errors?$/,
  ],
  httpStatus: [/^http\b/, /^(response )?status( codes?)?$/],
  message: [
    /^((error|response|short) )?(message|msg|text)s?$/,
    /^(message|error) (text|string|message)$/,
  ],
  description: [
    /^(error )?desc(ription)?s?$/,
    /^(meaning|details?|explanation|definition|what it means)s?$/,
    /^((possible|error) )?(reason|cause|note|remark|comment)s?$/,
    /^(possible )?(solution|action)s?$/,
  ],
  name: [/^((error|code|constant|enum) )?(name|constant|identifier|symbol|label)s?$/],
};

/** Finds what each column holds by its heading. A column holds one thing. */
export function detectColumns(headings: readonly string[]): ColumnIndexes {
  const plain = headings.map((heading) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
      .trim(),
  );
  const found: Partial<Record<Column, number>> = {};
  const taken = new Set<number>();
  // "Status code" is the column of codes only if no other column is.
  for (const column of ["httpStatus", "code", "message", "name", "description"] as const) {
    const index = HEADINGS[column]
      .map((pattern) => plain.findIndex((text, at) => !taken.has(at) && pattern.test(text)))
      .find((at) => at >= 0);
    if (index === undefined) continue;
    found[column] = index;
    taken.add(index);
  }
  return found;
}

/**
 * The columns of a table: those that the user chose, and the others by their headings. A string
 * says what is wrong.
 */
export function chooseColumns(
  headings: readonly string[],
  choice: ColumnChoice,
): ColumnIndexes | string {
  const chosen: Partial<Record<Column, number>> = {};
  for (const column of COLUMNS) {
    const requested = choice[column];
    if (requested === undefined) continue;
    const index = findColumn(headings, requested);
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
function findColumn(headings: readonly string[], requested: string): number {
  const named = headings.findIndex((heading) => heading.toLowerCase() === requested.toLowerCase());
  if (named >= 0) return named;
  const numbered = /^\d+$/.test(requested) ? Number(requested) - 1 : -1;
  return numbered < headings.length ? numbered : -1;
}

/** Reads `code=Error,message=2`. A string says what is wrong. */
export function parseColumnChoice(text: string): ColumnChoice | string {
  const choice: Partial<Record<Column, string>> = {};
  for (const pair of text.split(",")) {
    const [column, ...rest] = pair.split("=");
    const value = rest.join("=").trim();
    if (!isColumn(column?.trim()) || value === "")
      return `${JSON.stringify(pair)} is not <column>=<heading or number>; the columns are ${COLUMNS.join(", ")}`;
    choice[column?.trim() as Column] = value;
  }
  return choice;
}

function isColumn(word: string | undefined): word is Column {
  return COLUMNS.some((column) => column === word);
}
