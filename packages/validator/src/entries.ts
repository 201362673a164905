import { table } from "./generated/entries.js";
import { numericCodes } from "./generated/wire.js";
import { type KnownMembers, withText } from "./known-error.js";
import { NO_PARAMS } from "./match-text.js";
import { readEntry } from "./read-entry.js";
import type { Template } from "./template.js";

/** An entry of the table. */
export interface Entry {
  /** The next entry with the same code: then the text decides. */
  readonly next: Entry | undefined;
  /** The message and the variants; none where errors outside of the table have the code too. */
  readonly wordings: readonly Template[];
  /** The error without a text, frozen. Its name is empty where there are no wordings. */
  readonly error: KnownMembers;
  /** The error with its message to the letter, frozen; without a text if that has placeholders. */
  readonly exact: KnownMembers;
}

/** An entry whose line is read when its code is first asked for. */
type IndexedEntry = {
  readonly next: IndexedEntry | undefined;
  /** The line of its group. */
  readonly group: string;
  /** Its own line, which begins with its code. */
  readonly line: string;
  readonly code: string;
} & { -readonly [Member in Exclude<keyof Entry, "next">]: Entry[Member] | undefined };

/**
 * By code, and by the number that a code stands for where the API sends numbers. Built by the first
 * call that needs it, so that importing costs nothing.
 */
let byCode: Map<string | number, IndexedEntry> | undefined;

/** By name. */
let byName: Map<string, Entry> | undefined;

/**
 * Returns the entry that has a code. A string must be a code or an alias; a number means the code
 * of the same numeric value.
 */
export function findEntry(code: string | number): Entry | undefined {
  byCode ??= indexByCode();
  const first = byCode.get(code);
  if (first !== undefined && first.error === undefined) {
    // Maps find a string fastest by itself, and JSON parsers return the same one for a short text.
    // A longer one may be a view of the whole body that it was cut from, which would stay in
    // memory.
    if (typeof code === "string" && code.length < 13) {
      byCode.delete(code);
      byCode.set(code, first);
    }
    for (let entry: IndexedEntry | undefined = first; entry !== undefined; entry = entry.next)
      readLine(entry);
  }
  return first as Entry | undefined;
}

/** Returns the entry of a name. */
export function findEntryNamed(name: string): Entry | undefined {
  byCode ??= indexByCode();
  byName ??= indexByName([...byCode.keys()]);
  return byName.get(name);
}

function indexByCode(): Map<string | number, IndexedEntry> {
  const index = new Map<string | number, IndexedEntry>();
  let group = "";
  let line = "";
  let code = "";
  const lines = table.split("\n");
  // By their index: iterators take several times as long in code that runs once.
  for (let at = 0; at < lines.length; at++) {
    const whole = lines[at] as string;
    const end = whole.indexOf(" ");
    if (end <= 0) {
      group = whole;
      continue;
    }
    const key = whole.slice(0, end);
    // An alias has the line of the entry above it.
    if (whole.slice(end) !== " =") {
      code = key;
      line = whole;
    }
    const entry: IndexedEntry = {
      next: index.get(key),
      group,
      line,
      code,
      wordings: undefined,
      error: undefined,
      exact: undefined,
    };
    index.set(key, entry);
    if (numericCodes && /^-?\d+$/.test(key)) index.set(Number(key), entry);
  }
  return index;
}

function readLine(entry: IndexedEntry): void {
  // Not by spreading: each copy has a shape of its own, and what has many is read slowly.
  const read = readEntry(entry.group, entry.line, entry.code);
  entry.wordings = read.wordings;
  // By destructuring: an index that a list lacks may be a member of `Array.prototype`.
  const [message] = read.wordings;
  const text = message?.length === 1 ? (message[0] as string) : null;
  const params = text === null ? null : NO_PARAMS;
  entry.error = Object.freeze(withText(read, params, null, false));
  entry.exact = Object.freeze(withText(read, params, text, false));
}

function indexByName(codes: readonly (string | number)[]): Map<string, Entry> {
  const named = new Map<string, Entry>();
  for (const code of codes) {
    for (let entry = findEntry(code); entry !== undefined; entry = entry.next)
      if (entry.error.name !== "") named.set(entry.error.name, entry);
  }
  return named;
}
