import type { Catalog, Entry, ErrorEntry, Manifest } from "../../catalog/catalog.js";
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
  const trimmed = text?.trim() ?? null;
  const read = entries.map((entry) => readEntry(entry, trimmed));
  const fitting = read.findLast(({ drift }) => trimmed !== null && drift === false);
  const [only] = read;
  if (fitting !== undefined) return fitting;
  if (only !== undefined && read.length === 1 && !isShared(code)) return only;
  return {
    name: "UNRECOGNIZED",
    code: String(code),
    candidates: read.map(({ name }) => name),
    outcome: "unknown",
    retry: "after-reconcile",
  };
}

function bearersOf({ entries, manifest }: Catalog, code: string | number): readonly ErrorEntry[] {
  if (typeof code === "number" && !wireOf(manifest).numericCodes) return [];
  const bearers = groupByCode(entries).get(code);
  return bearers === undefined ? [] : inMatchingOrder(bearers);
}

/** The errors of each code: of its text and, where that is a number, of the number. */
const groupByCode = memoizeByObject((entries: readonly Entry[]) => {
  const groups = new Map<string | number, ErrorEntry[]>();
  const add = (code: string | number, entry: ErrorEntry) => {
    const group = groups.get(code);
    if (group === undefined) groups.set(code, [entry]);
    else if (group.at(-1) !== entry) group.push(entry);
  };
  for (const entry of identifiable(entries))
    for (const code of codesOf(entry)) {
      add(code, entry);
      if (/^-?\d+$/.test(code)) add(Number(code), entry);
    }
  return groups;
});

function readEntry(entry: ErrorEntry, text: string | null): ExpectedError {
  const { name, code, outcome, retry, message } = entry;
  const names = placeholdersOf(message);
  const error = (params: ExpectedError["params"], drift: boolean): ExpectedError => ({
    name,
    code,
    params: params ?? null,
    drift,
    outcome,
    retry,
  });
  const none = names.length === 0 ? {} : null;
  if (text === null) return error(none, false);
  for (const form of formsOf(entry)) {
    const params = matchForm(form, text);
    if (params === undefined) continue;
    const isComplete = names.every((param) => Object.hasOwn(params, param));
    return error(isComplete ? params : none, false);
  }
  return error(none, true);
}

/** A wording as a regular expression, and the names of its placeholders. */
interface Form {
  readonly expression: RegExp;
  readonly names: readonly string[];
}

/** The forms of an entry's wordings. Many texts are held against those of one code. */
const formsOf = memoizeByObject((entry: ErrorEntry): readonly Form[] =>
  wordingsOf(entry).map((wording) => {
    const pieces = splitTemplate(withoutFinalStop(wording));
    return {
      expression: new RegExp(`^${patternOf(pieces)}\\.?$`, "su"),
      names: pieces.filter((_, index) => index % 2 === 1),
    };
  }),
);

function matchForm({ expression, names }: Form, text: string): Record<string, string> | undefined {
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
