import type { Text } from "./entry-row.js";
import { groups } from "./generated/entries.js";
import type { ApiError, ErrorName, KnownError, UnrecognizedError } from "./generated/types.js";
import { numericCodes } from "./generated/wire.js";
import { matchText, type TextParams } from "./match-text.js";

/** An entry as it is looked up, with the errors made from it that are always the same. */
interface IndexedEntry {
  /** The message, to be compared before all else; a template is equal to no text. */
  readonly message: Text;
  /** The message, then its variants. */
  readonly texts: readonly Text[];
  /**
   * The error when the message came to the letter; only where it has no placeholders, and made when
   * it first comes.
   */
  exact: object | undefined;
  /** The error when no text came. */
  readonly bare: KnownError;
  /** The next entry with the same code: then the text decides. */
  readonly next: IndexedEntry | undefined;
}

/** By code. Built by the first call that needs it, so that importing costs nothing. */
let byCode: Map<string, IndexedEntry> | undefined;

/** By the number that a code stands for. */
let byNumber: Map<number, IndexedEntry> | undefined;

/**
 * Returns the error that a code and a text mean; `UNRECOGNIZED` where the catalog lists none.
 * Results are read-only: those that are always the same are one frozen object, returned again and
 * again.
 *
 * A string must be a documented code or an alias; a number means the code of the same numeric
 * value. Several errors may share a code: then the text decides, and without a text that fits one
 * of them the result is `UNRECOGNIZED` with all of them as `candidates`.
 *
 * @example
 * identify(code, msg).outcome; // "rejected", "unknown" or "applied"
 */
export function identify(code: string | number, msg?: string | null): ApiError {
  byCode ??= indexByCode();
  let entry: IndexedEntry | undefined;
  if (typeof code !== "number") entry = byCode.get(code);
  else {
    byNumber ??= indexByNumber(byCode);
    entry = byNumber.get(code);
  }
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

/** Returns the error of a name as it is without a text; undefined where the catalog has none. */
export function errorNamed(name: string): KnownError | undefined {
  byCode ??= indexByCode();
  for (const first of byCode.values()) {
    for (let entry: IndexedEntry | undefined = first; entry !== undefined; entry = entry.next) {
      if (entry.bare.name === name) return entry.bare;
    }
  }
  return undefined;
}

function read(entry: IndexedEntry, msg: string | null | undefined): KnownError {
  if (typeof msg !== "string") return entry.bare;
  if (msg === entry.message) {
    // An object to the compiler: it cannot freeze, nor narrow, a union of very many errors.
    entry.exact ??= Object.freeze<object>(withText(entry.bare, entry.bare.params, msg, false));
    return entry.exact as KnownError;
  }
  const { texts, bare } = entry;
  const trimmed = msg.trim();
  for (const text of texts) {
    const params = matchText(text, trimmed);
    if (params === null) continue;
    // A wording may lack placeholders of the message: then its values are not the params.
    return withText(bare, isComplete(params, texts) ? params : bare.params, msg, false);
  }
  return withText(bare, bare.params, msg, true);
}

const NO_PARAMS: TextParams = /* @__PURE__ */ Object.freeze({});

function isComplete(params: TextParams, [message]: readonly Text[]): boolean {
  return Object.keys(params).length === (typeof message === "string" ? 0 : message?.[0].length);
}

/**
 * The same error with another text. All errors have their members in one order: engines read
 * objects of one shape fastest.
 */
function withText(
  bare: KnownError,
  params: TextParams | null,
  msg: string,
  drift: boolean,
): KnownError {
  const { name, code, httpStatus, category, fault, outcome, retry } = bare;
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

function indexByCode(): Map<string, IndexedEntry> {
  const index = new Map<string, IndexedEntry>();
  // Members by their index: destructuring goes through iterators, and takes five times as long in
  // code that runs once.
  for (const group of groups) {
    for (const row of group[5]) {
      const texts = row[2];
      const message = texts[0];
      const bare = Object.freeze({
        name: row[0],
        code: row[1],
        httpStatus: group[4],
        category: group[0],
        fault: group[1],
        outcome: group[2],
        retry: group[3],
        params: typeof message === "string" ? NO_PARAMS : null,
        msg: null,
        drift: false,
      }) as unknown as KnownError;
      for (const code of [row[1], ...(row[3] ?? [])]) {
        const next = index.get(code);
        index.set(code, { message, texts, exact: undefined, bare, next });
      }
    }
  }
  return index;
}

/** A JSON number means the code of the same numeric value, if this API sends numbers at all. */
function indexByNumber(index: ReadonlyMap<string, IndexedEntry>): Map<number, IndexedEntry> {
  const codes = numericCodes ? [...index].filter(([code]) => /^-?\d+$/.test(code)) : [];
  return new Map(codes.map(([code, entry]) => [Number(code), entry]));
}
