import type { Text } from "./entry-row.js";
import { groups } from "./generated/entries.js";
import type { ApiError, ErrorName, KnownError, UnrecognizedError } from "./generated/types.js";
import { numericCodes } from "./generated/wire.js";
import { matchText, type TextParams } from "./match-text.js";

/** An entry with the errors made from it that are always the same. */
interface IndexedEntry {
  /** The message, then its variants. */
  readonly texts: readonly Text[];
  /** The error when the message came to the letter, where it has no placeholders. */
  readonly exact: KnownError;
  /** The error when no text came. */
  readonly bare: KnownError;
  /** The next entry with the same code: then the text decides. */
  readonly next: IndexedEntry | undefined;
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
    candidates.unshift(error.name);
  }
  return unrecognized(code, msg, candidates);
}

function read({ texts, exact, bare }: IndexedEntry, msg: string | null | undefined): KnownError {
  if (typeof msg !== "string") return bare;
  if (msg === exact.msg) return exact;
  for (const text of texts) {
    const params = matchText(text, msg);
    // A wording may lack placeholders of the message: then its values are not the params.
    if (params !== null)
      return known(bare, isComplete(params, texts) ? params : bare.params, msg, false);
  }
  return known(bare, bare.params, msg, true);
}

/** All errors are made here, with their members in one order: engines read objects of one shape fastest. */
function known(
  {
    name,
    code,
    httpStatus,
    category,
    fault,
    outcome,
    retry,
  }: Omit<KnownError, "params" | "msg" | "drift">,
  params: TextParams | null,
  msg: string | null,
  drift: boolean,
): KnownError {
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
  } as KnownError;
}

function isComplete(params: TextParams, [message]: readonly Text[]): boolean {
  return Object.keys(params).length === (typeof message === "string" ? 0 : message?.[0].length);
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
  for (const [category, fault, outcome, retry, httpStatus, rows] of groups) {
    for (const [name, code, texts, aliases = []] of rows) {
      const [message] = texts;
      const isTemplate = typeof message !== "string";
      const params = isTemplate ? null : Object.freeze({});
      const base = { name, code, httpStatus, category, fault, outcome, retry } as KnownError;
      const exact = Object.freeze(known(base, params, isTemplate ? null : message, false));
      const bare = Object.freeze(known(base, params, null, false));
      for (const key of [code, ...aliases]) {
        const indexed: IndexedEntry = { texts, exact, bare, next: map.get(key) };
        map.set(key, indexed);
        const number = Number(key);
        if (numericCodes && /^-?\d+$/.test(key) && Number.isSafeInteger(number))
          map.set(number, indexed);
      }
    }
  }
  return map;
}
