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
  /** The next entry with the same code: then the text decides. */
  next: IndexedEntry | undefined;
}

/** By code as a string, and as a number where a JSON number can mean it. Built by the first call, so that importing costs nothing. */
let index: Map<string | number, IndexedEntry> | undefined;

/**
 * Tells which error a code and a text mean: what the catalog does not list is `UNRECOGNIZED`. Results are read-only:
 * those that are always the same are one frozen object, given again and again.
 *
 * A string must be a documented code or an alias; a number means the code of the same numeric value. Several errors
 * may share a code: then the text decides, and without a text that fits one of them the result is `UNRECOGNIZED`
 * with all of them as `candidates`.
 *
 * @example
 * identify("0211").name; // "ORDER_NOT_FOUND"
 */
export function identify(code: string | number, msg?: string | null): ApiError {
  index ??= buildIndex();
  const entry = index.get(code);
  if (entry === undefined) return unrecognized(code, msg, []);
  if (entry.next === undefined) return read(entry, msg);
  const candidates: ErrorName[] = [];
  for (let rival: IndexedEntry | undefined = entry; rival !== undefined; rival = rival.next) {
    const error = read(rival, msg);
    if (error.msg !== null && !error.drift) return error;
    candidates.push(error.name);
  }
  return unrecognized(code, msg, candidates);
}

function read(
  { row, text, exact, bare }: IndexedEntry,
  msg: string | null | undefined,
): KnownError {
  if (typeof msg !== "string") return bare;
  if (msg === text) return exact;
  const { params } = bare;
  for (const expected of row[7]) {
    const found = matchText(expected, msg);
    // A wording may lack placeholders of the message: then its values are not the params.
    if (found !== null) return known(row, complete(row, found) ? found : params, msg, false);
  }
  return known(row, params, msg, true);
}

function complete(row: EntryRow, params: TextParams): boolean {
  const [message] = row[7];
  return Object.keys(params).length === (typeof message === "string" ? 0 : message[0].length);
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

function buildIndex(): Map<string | number, IndexedEntry> {
  const map = new Map<string | number, IndexedEntry>();
  // From the last to the first, so that entries with one code are linked in the order of the table.
  for (const row of [...entries].reverse()) {
    const [message] = row[7];
    const text = typeof message === "string" ? message : undefined;
    for (const code of [row[1], ...(row[8] ?? [])]) {
      const entry: IndexedEntry = {
        row,
        text,
        exact: Object.freeze(known(row, Object.freeze({}), text ?? null, false)),
        bare: Object.freeze(known(row, text === undefined ? null : Object.freeze({}), null, false)),
        next: map.get(code),
      };
      map.set(code, entry);
      const number = Number(code);
      if (numericCodes && /^-?\d+$/.test(code) && Number.isSafeInteger(number))
        map.set(number, entry);
    }
  }
  return map;
}
