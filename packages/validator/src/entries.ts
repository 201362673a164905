import type { EntryGroup, EntryRow, Text } from "./entry-row.js";
import { table } from "./generated/entries.js";
import type { ErrorName } from "./generated/types.js";
import { numericCodes } from "./generated/wire.js";

/** An entry as it is looked up, with the errors made from it that are always the same. */
export interface IndexedEntry {
  readonly group: EntryGroup;
  readonly row: EntryRow;
  /** The documented code, whichever of its codes it was found by. */
  readonly code: string;
  /** The message, to be compared before all else; a template is equal to no text. */
  readonly message: Text;
  /** The next entry with the same code: then the text decides. */
  readonly next: IndexedEntry | undefined;
  /** The name, made when it is first asked for. */
  name: ErrorName | undefined;
  /** The error without a text, made when it first comes. */
  bare: object | undefined;
  /** The error whose message came to the letter, made when it first comes. */
  exact: object | undefined;
}

/**
 * By code, and by the number that a code stands for where the API sends numbers. Built by the first
 * call that needs it, so that importing costs nothing.
 */
let byCode: Map<string | number, IndexedEntry> | undefined;

/** By name. */
let byName: Map<string, IndexedEntry> | undefined;

/**
 * Returns the entry that has a code. A string must be a code or an alias; a number means the code
 * of the same numeric value.
 */
export function findEntry(code: string | number): IndexedEntry | undefined {
  byCode ??= indexByCode();
  return byCode.get(code);
}

/** Returns the entry of a name. */
export function findEntryNamed(name: string): IndexedEntry | undefined {
  byCode ??= indexByCode();
  byName ??= indexByName(byCode);
  return byName.get(name);
}

/** Returns the name of an entry, which the table has in words. */
export function nameOf(entry: IndexedEntry): ErrorName {
  entry.name ??= entry.row[1].toUpperCase().replaceAll(" ", "_") as ErrorName;
  return entry.name;
}

function indexByCode(): Map<string | number, IndexedEntry> {
  const index = new Map<string | number, IndexedEntry>();
  // Members by their index: iterators take several times as long in code that runs once.
  for (const group of JSON.parse(table) as readonly EntryGroup[]) {
    for (let at = 5; at < group.length; at++) {
      const row = group[at] as EntryRow;
      const codes = typeof row[0] === "string" ? [row[0]] : row[0];
      for (let each = 0; each < codes.length; each++) {
        const code = codes[each] as string;
        const entry: IndexedEntry = {
          group,
          row,
          code: codes[0] as string,
          message: row[2],
          next: index.get(code),
          name: undefined,
          bare: undefined,
          exact: undefined,
        };
        index.set(code, entry);
        if (numericCodes && /^-?\d+$/.test(code)) index.set(Number(code), entry);
      }
    }
  }
  return index;
}

function indexByName(index: ReadonlyMap<string | number, IndexedEntry>): Map<string, IndexedEntry> {
  const named = new Map<string, IndexedEntry>();
  for (const first of index.values()) {
    for (let entry: IndexedEntry | undefined = first; entry !== undefined; entry = entry.next)
      if (entry.row[1] !== "") named.set(nameOf(entry), entry);
  }
  return named;
}
