import { bearersByCode } from "../../catalog/bearers.js";
import type { Catalog, ErrorEntry, Manifest } from "../../catalog/catalog.js";
import { codesOf, wordingsOf } from "../../catalog/entry.js";
import { inMatchingOrder } from "../../catalog/matching-order.js";
import { isShared } from "../../catalog/part.js";
import { identifiable } from "../../catalog/successor.js";
import { placeholdersOf, splitTemplate, withoutFinalStop } from "../../catalog/template.js";
import { wireOf } from "../../catalog/wire.js";
import { escapePattern } from "../../std/escape-pattern.js";
import { memoizeByObject } from "../../std/memoize-by-object.js";

/** The error that a port must read from a code and a text. */
export interface ExpectedError {
  readonly name: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, string>> | null;
  readonly drift?: boolean;
  readonly candidates?: readonly string[];
  readonly outcome: string;
  readonly retry: string;
}

/** The marks that may surround a placeholder whose template has some, as pairs. */
const QUOTES = ["''", '""', "``", "“”", "‘’", "「」", "«»"];

/** The input that a result is read from. */
export interface Reading {
  readonly manifest: Manifest;
  /** The errors that bear a code, the strongest last; a renamed one is read as its successor. */
  bearersOf(code: string | number): readonly ErrorEntry[];
  /** Whether a code is one of errors outside of the catalog too. */
  isShared(code: string | number): boolean;
}

/** Returns what results are read from in a catalog. */
export function readingOf(catalog: Catalog): Reading {
  return {
    manifest: catalog.manifest,
    bearersOf: (code) => bearersOf(catalog, code),
    isShared: (code) => isShared(catalog, code),
  };
}

/**
 * Returns what a code and a text mean, straight from the catalog and by regular expressions: slow,
 * and nothing that the validator's own code has a part in.
 */
export function expectError(
  { bearersOf, isShared }: Reading,
  code: string | number,
  text: string | null,
): ExpectedError {
  const entries = bearersOf(code);
  const fitting = text === null ? undefined : readStrongest(entries, text.trim());
  if (fitting !== undefined) return fitting;
  const [only] = entries;
  if (only !== undefined && entries.length === 1 && !isShared(code))
    return errorOf(only, null, text !== null);
  return {
    name: "UNRECOGNIZED",
    code: String(code),
    candidates: entries.map(({ name }) => name),
    outcome: "unknown",
    retry: "after-reconcile",
  };
}

/** Reads a text as the last error that it fits. */
function readStrongest(entries: readonly ErrorEntry[], text: string): ExpectedError | undefined {
  for (let at = entries.length - 1; at >= 0; at--) {
    const entry = entries[at];
    const read = entry && readEntry(entry, text);
    if (read !== undefined) return read;
  }
  return undefined;
}

function bearersOf({ entries, manifest }: Catalog, code: string | number): readonly ErrorEntry[] {
  if (typeof code === "number" && !wireOf(manifest).numericCodes) return [];
  const found = identifiable(entries);
  const bearers =
    typeof code === "number" ? groupByNumber(found).get(code) : bearersByCode(found).get(code);
  return bearers === undefined ? [] : inMatchingOrder(bearers);
}

/** The errors of each code that is a number. */
const groupByNumber = memoizeByObject((entries: readonly ErrorEntry[]) => {
  const groups = new Map<number, ErrorEntry[]>();
  for (const entry of entries)
    for (const code of codesOf(entry)) {
      if (!/^-?\d+$/.test(code)) continue;
      const group = groups.get(Number(code));
      if (group === undefined) groups.set(Number(code), [entry]);
      else if (group.at(-1) !== entry) group.push(entry);
    }
  return groups;
});

/** Returns what a text means that follows a wording of an entry; undefined if it follows none. */
function readEntry(entry: ErrorEntry, text: string): ExpectedError | undefined {
  for (const form of formsOf(entry)) {
    const params = matchForm(form, text);
    if (params !== undefined) return errorOf(entry, params, false);
  }
  return undefined;
}

/** Returns an error with its params; without any, unless a text had every one of them. */
function errorOf(
  { name, code, outcome, retry, message }: ErrorEntry,
  params: Readonly<Record<string, string>> | null,
  drift: boolean,
): ExpectedError {
  const names = placeholdersOf(message);
  const isComplete = params !== null && names.every((param) => Object.hasOwn(params, param));
  const none = names.length === 0 ? {} : null;
  return { name, code, params: isComplete ? params : none, drift, outcome, retry };
}

/** A wording, and the names of its placeholders; one with any is a regular expression. */
interface Form {
  readonly expression: RegExp | string;
  readonly names: readonly string[];
}

/** The forms of an entry's wordings. Many texts are held against those of one code. */
const formsOf = memoizeByObject((entry: ErrorEntry): readonly Form[] =>
  wordingsOf(entry).map((wording) => {
    const pieces = splitTemplate(withoutFinalStop(wording));
    const [literal = ""] = pieces;
    if (pieces.length === 1) return { expression: literal, names: [] };
    return {
      expression: new RegExp(`^${patternOf(pieces)}\\.?$`, "su"),
      names: pieces.filter((_, index) => index % 2 === 1),
    };
  }),
);

function matchForm({ expression, names }: Form, text: string): Record<string, string> | undefined {
  if (typeof expression === "string") return isSentence(text, expression) ? {} : undefined;
  const found = expression.exec(text);
  if (found === null) return undefined;
  const width = 1 + QUOTES.length;
  return Object.fromEntries(
    names.map((name, index) => {
      const groups = found.slice(1 + index * width, 1 + (index + 1) * width);
      return [name, groups.find((group) => group !== undefined) ?? ""];
    }),
  );
}

/** Whether a text is a literal, with or without a final full stop. */
function isSentence(text: string, literal: string): boolean {
  const rest = text.startsWith(literal) ? text.slice(literal.length) : undefined;
  return rest === "" || rest === ".";
}

/** Each placeholder has a group for each kind of quotation marks, and one for none. */
function patternOf(pieces: readonly string[]): string {
  let pattern = "";
  for (const [index, piece] of pieces.entries()) {
    const isQuotedBefore = index > 0 && isQuoted(pieces, index - 1);
    const isQuotedAfter = isQuoted(pieces, index + 1);
    if (index % 2 === 0) {
      const literal = piece.slice(isQuotedBefore ? 1 : 0, isQuotedAfter ? -1 : undefined);
      pattern += escapePattern(literal);
      continue;
    }
    const quoted = QUOTES.map(([open, close]) => `${open}(.+?)${close}`);
    const never = QUOTES.map(() => "(?!)()");
    pattern += `(?:${[...(isQuoted(pieces, index) ? quoted : never), "(.+?)"].join("|")})`;
  }
  return pattern;
}

/** Whether the template itself has one of the plain marks on both sides of a placeholder. */
function isQuoted(pieces: readonly string[], index: number): boolean {
  const [before, after] = [pieces[index - 1]?.at(-1), pieces[index + 1]?.[0]];
  return index % 2 === 1 && before !== undefined && before === after && "'\"`".includes(before);
}
