/** What a column of an error table may hold. */
const COLUMNS = ["code", "httpStatus", "message", "description", "name"] as const;

/** What a column holds. */
type Column = (typeof COLUMNS)[number];

/** Which column holds what, by its index. */
export type ColumnIndexes = Readonly<Partial<Record<Column, number>>>;

/** What the user said of the columns: the header's text, or its number counted from 1. */
export type ColumnChoice = Readonly<Partial<Record<Column, string>>>;

/** How tables head their columns, the surest first. */
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

/** Finds what each column holds by its heading; a column holds one thing. */
export function detectColumns(headings: readonly string[]): ColumnIndexes {
  const plain = headings.map((heading) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
      .trim(),
  );
  const found: Partial<Record<Column, number>> = {};
  const taken = new Set<number>();
  // "Status code" is the code's column only where no other is.
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

/** The columns of a table by what the user said, and by the headings for the rest; a string says what is wrong. */
export function chooseColumns(
  headings: readonly string[],
  choice: ColumnChoice,
): ColumnIndexes | string {
  const chosen: Partial<Record<Column, number>> = {};
  for (const column of COLUMNS) {
    const said = choice[column];
    if (said === undefined) continue;
    const named = headings.findIndex((heading) => heading.toLowerCase() === said.toLowerCase());
    const numbered = /^\d+$/.test(said) ? Number(said) - 1 : -1;
    const index = named >= 0 ? named : numbered;
    if (index < 0 || index >= headings.length)
      return `no column ${JSON.stringify(said)}: it has ${headings.map((heading) => JSON.stringify(heading)).join(", ")}`;
    chosen[column] = index;
  }
  const taken = new Set(Object.values(chosen));
  const detected = Object.entries(detectColumns(headings)).filter(
    ([column, index]) => !(column in chosen) && !taken.has(index),
  );
  return { ...Object.fromEntries(detected), ...chosen };
}

/** Reads `code=Error,message=2`; a string says what is wrong. */
export function parseColumnChoice(said: string): ColumnChoice | string {
  const choice: Partial<Record<Column, string>> = {};
  for (const pair of said.split(",")) {
    const [column, ...rest] = pair.split("=");
    const value = rest.join("=").trim();
    if (!isColumn(column?.trim()) || value === "")
      return `${JSON.stringify(pair)} is not <column>=<heading or number>, with a column of ${COLUMNS.join(", ")}`;
    choice[column?.trim() as Column] = value;
  }
  return choice;
}

function isColumn(word: string | undefined): word is Column {
  return COLUMNS.some((column) => column === word);
}
