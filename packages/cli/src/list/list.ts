import type { EntryInfo } from "../catalog/entry-info.js";
import { toFailure } from "../catalog/to-failure.js";
import { api } from "../generated/api.js";
import { entries } from "../generated/entries.js";
import { type LocalizedError, localize, type MessageBundle } from "../generated/messages.js";
import { readerMessages } from "../terminal/reader-messages.js";
import { printCsv, printMarkdownTable, printTable } from "../terminal/table.js";
import { terminalWidth } from "../terminal/width.js";
import { printJson } from "../text/visible.js";

/** Options for listing entries. */
export interface ListOptions {
  readonly category?: string;
  readonly outcome?: string;
  readonly retry?: string;
  readonly locale?: string;
  readonly format: "text" | "json" | "csv" | "markdown";
}

/** One error of the list in `--format json`, with the members that `explain` gives it. */
interface ListedError {
  readonly code: string;
  readonly name: string;
  readonly outcome: string;
  readonly retry: string;
  readonly category: string;
  /** On the wire. */
  readonly message: string;
  /** The texts in the reader's language. */
  readonly texts: LocalizedError;
  readonly documented: boolean;
}

/** Prints the entries that fit, and returns the exit code: 1 if none does. */
export async function list(words: readonly string[], options: ListOptions): Promise<0 | 1> {
  const messages = await readerMessages(options.locale);
  const wanted = words.map((word) => word.toLowerCase());
  const listed = entries
    .filter((entry) => fits(entry, options))
    .map((entry) => toListed(entry, messages))
    .filter((row) => wanted.every((word) => hasWord(row, word)));
  console.log(print(listed, options.format));
  return listed.length > 0 ? 0 : 1;
}

function fits(entry: EntryInfo, { category, outcome, retry }: ListOptions): boolean {
  return (
    (category === undefined || entry.category === category) &&
    (outcome === undefined || entry.outcome === outcome) &&
    (retry === undefined || entry.retry === retry)
  );
}

function toListed(entry: EntryInfo, messages: readonly MessageBundle[]): ListedError {
  const { code, name, outcome, retry, category, message, documented } = entry;
  const texts = localize(toFailure(entry), messages);
  return { code, name, outcome, retry, category, message, texts, documented };
}

function hasWord({ name, code, category, message, texts }: ListedError, word: string): boolean {
  return [name, code, category, message, texts.message].join("\n").toLowerCase().includes(word);
}

/** `text` is the message in the reader's language. */
type Column = Exclude<keyof ListedError, "documented" | "texts"> | "text";

/** The columns for other programs. */
const ALL: readonly Column[] = ["code", "name", "outcome", "retry", "category", "message", "text"];
/** The columns that a terminal has room for; the text in the reader's language is the last. */
const WIDE: readonly Column[] = ["code", "name", "outcome", "retry", "text"];
const NARROW: readonly Column[] = ["code", "outcome", "name"];

function print(listed: readonly ListedError[], format: ListOptions["format"]): string {
  if (format === "json") return printJson({ version: 1, catalog: api.id, errors: listed }, 2);
  const rowsOf = (columns: readonly Column[]) =>
    listed.map((row) =>
      columns.map((column) => (column === "text" ? row.texts.message : row[column])),
    );
  if (format === "csv") return printCsv(ALL, rowsOf(ALL)).join("\n");
  if (format === "markdown") return printMarkdownTable(ALL, rowsOf(ALL)).join("\n");
  const width = terminalWidth();
  const columns = width >= 100 ? WIDE : NARROW;
  const table = listed.length === 0 ? [] : [...printTable(columns, rowsOf(columns), width), ""];
  return [...table, `${listed.length} of ${entries.length} errors`].join("\n");
}
