import { table } from "./generated/entries.js";
import { numericCodes } from "./generated/wire.js";
import { readEntry, type TableEntry } from "./read-entry.js";

/** An entry of the table. */
export interface Entry extends TableEntry {
  /** The next entry with the same code: then the text decides. */
  readonly next: Entry | undefined;
}

/** An entry whose cells are read when its code is first asked for. */
type IndexedEntry = {
  readonly next: IndexedEntry | undefined;
  /** The category and the judgment. */
  readonly group: string;
  readonly code: string;
  /** The name and the texts. */
  readonly cells: string;
} & { -readonly [Member in keyof TableEntry]: TableEntry[Member] | undefined };

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
      Object.assign(entry, readEntry(entry.group, entry.code, entry.cells));
  }
  return first as Entry | undefined;
}

/** Returns the entry of a name. */
export function findEntryNamed(name: string): Entry | undefined {
  byName ??= indexByName();
  return byName.get(name);
}

/** Returns the codes and aliases in the order of the table, and the numbers that they stand for. */
export function listCodes(): readonly (string | number)[] {
  byCode ??= indexByCode();
  return [...byCode.keys()];
}

function indexByCode(): Map<string | number, IndexedEntry> {
  const index = new Map<string | number, IndexedEntry>();
  let judgment = "";
  let category = "";
  let key = "";
  let code = "";
  let cells = "";
  const lines = table.split("\n");
  // By their index: iterators take several times as long in code that runs once.
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as string;
    const end = line.indexOf(" ");
    if (end < 0) {
      category = line;
      key = "";
    } else if (end === 0) judgment = line;
    else {
      // It replaces the end of the code above.
      key = key.slice(0, -end) + line.slice(0, end);
      const rest = line.slice(end + 1);
      // An alias has the cells of the entry above it.
      if (rest !== "=") {
        code = key;
        cells = rest;
      }
      const entry: IndexedEntry = {
        next: index.get(key),
        group: category + judgment,
        code,
        cells,
        wordings: undefined,
        message: undefined,
        error: undefined,
        exact: undefined,
      };
      index.set(key, entry);
      if (numericCodes && /^-?\d+$/.test(key)) index.set(Number(key), entry);
    }
  }
  return index;
}

function indexByName(): Map<string, Entry> {
  const named = new Map<string, Entry>();
  for (const code of listCodes()) {
    for (let entry = findEntry(code); entry !== undefined; entry = entry.next)
      if (entry.error.name !== "") named.set(entry.error.name, entry);
  }
  return named;
}
