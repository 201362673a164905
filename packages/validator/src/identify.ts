import type { EntryRow } from "./entry-row.js";
import { entries } from "./generated/entries.js";
import type { ApiError, ErrorName, KnownError, UnrecognizedError } from "./generated/types.js";
import { numericCodes } from "./generated/wire.js";
import { matchText, type TextParams } from "./match-text.js";

/** An entry with the errors made from it that are always the same. */
interface IndexedEntry {
  readonly row: EntryRow;
  /** The message to the letter, where it has no placeholders. */
  readonly text: string | undefined;
  /** The error when that message came. */
  readonly exact: KnownError;
  /** The error when no text came. */
  readonly bare: KnownError;
}

/** By code as a string, and as a number where a JSON number can mean it. Built by the first call, so that importing costs nothing. */
let index: Map<string | number, IndexedEntry | readonly IndexedEntry[]> | undefined;

/**
 * Tells which error a code and a text mean. It never throws: what the catalog does not list is `UNRECOGNIZED`.
 *
 * A string must be a documented code or an alias; a number means the code of the same numeric value. Several errors
 * may share a code: then the text decides, and without a text that fits one of them the result is `UNRECOGNIZED`
 * with all of them as `candidates`. Results may be shared between calls, and those are frozen.
 *
 * @example
 * identify("0211").name; // "ORDER_NOT_FOUND"
 */
export function identify(code: string | number, msg?: string | null): ApiError {
  index ??= buildIndex();
  const found = index.get(code);
  if (found === undefined) return unrecognized(code, msg, []);
  if (!isShared(found)) return read(found, msg);
  if (typeof msg === "string") {
    for (const entry of found) {
      const error = read(entry, msg);
      if (!error.drift) return error;
    }
  }
  return unrecognized(
    code,
    msg,
    found.map(({ row }) => row[0]),
  );
}

function isShared(found: IndexedEntry | readonly IndexedEntry[]): found is readonly IndexedEntry[] {
  return Array.isArray(found);
}

function read(
  { row, text, exact, bare }: IndexedEntry,
  msg: string | null | undefined,
): KnownError {
  if (typeof msg !== "string") return bare;
  if (msg === text) return exact;
  const [message, ...variants] = row[7];
  const placeholders = typeof message === "string" ? 0 : message[0].length;
  for (const expected of [message, ...variants]) {
    const params = matchText(expected, msg);
    if (params === null) continue;
    const complete =
      typeof expected === "string" ? placeholders === 0 : expected[0].length === placeholders;
    return known(row, complete ? params : null, msg, false);
  }
  return known(row, placeholders === 0 ? {} : null, msg, true);
}

function known(
  row: EntryRow,
  params: TextParams | null,
  msg: string | null,
  drift: boolean,
): KnownError {
  const [name, code, httpStatus, category, fault, outcome, retry] = row;
  // The table and the types are generated from one catalog.
  return {
    name,
    code,
    httpStatus,
    category,
    fault,
    outcome,
    retry,
    params,
    msg,
    drift,
  } as unknown as KnownError;
}

function unrecognized(
  code: string | number,
  msg: string | null | undefined,
  candidates: readonly ErrorName[],
): UnrecognizedError {
  return {
    name: "UNRECOGNIZED",
    code: String(code),
    msg: typeof msg === "string" ? msg : null,
    candidates,
    outcome: "unknown",
    retry: "after-reconcile",
  };
}

function buildIndex(): Map<string | number, IndexedEntry | readonly IndexedEntry[]> {
  const map = new Map<string | number, IndexedEntry | readonly IndexedEntry[]>();
  for (const row of entries) {
    const [message] = row[7];
    const text = typeof message === "string" ? message : undefined;
    const freeze = (params: TextParams | null, msg: string | null) =>
      Object.freeze(known(row, params && Object.freeze(params), msg, false));
    const entry: IndexedEntry = {
      row,
      text,
      exact: freeze({}, text ?? null),
      bare: freeze(text === undefined ? null : {}, null),
    };
    for (const code of [row[1], ...(row[8] ?? [])]) {
      for (const key of numericCodes && /^-?\d+$/.test(code) ? [code, Number(code)] : [code]) {
        const other = map.get(key);
        map.set(
          key,
          other === undefined ? entry : isShared(other) ? [...other, entry] : [other, entry],
        );
      }
    }
  }
  return map;
}
