import type { KnownJudgment } from "./known-error.js";
import { type Template, toTemplate } from "./template.js";

/** An error as a line of the table has it. */
export interface TableEntry extends KnownJudgment {
  /** The message and the variants; none where errors outside of the table have the code too. */
  readonly wordings: readonly Template[];
}

/** Reads the line of an error, which begins with its code, and the line of its group. */
export function readEntry(group: string, line: string, code: string): TableEntry {
  const [, category, fault, outcome, retry, httpStatus] = group.split(" ");
  const [words = "", text, ...variants] = line.slice(code.length + 1).split("|");
  return {
    name: words.toUpperCase().replaceAll(" ", "_"),
    code,
    httpStatus: Number(httpStatus) || null,
    category,
    fault,
    outcome,
    retry,
    wordings: [text || words, ...variants].filter(Boolean).map(toTemplate),
  } as TableEntry;
}
