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
  /** The error when the message came to the letter; only where it has no placeholders, and made when it first comes. */
  exact: KnownError | undefined;
  /** The error when no text came. */
  readonly bare: KnownError;
  /** The next entry with the same code: then the text decides. */
  readonly next: IndexedEntry | undefined;
}

/** What an error is, whatever text came. */
type Judged = Omit<KnownError, "params" | "msg" | "drift">;

/** By code. Built by the first call that needs it, so that importing costs nothing. */
let byCode: Map<string, IndexedEntry> | undefined;

/** By the number that a code stands for. */
let byNumber: Map<number, IndexedEntry> | undefined;

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

function read(entry: IndexedEntry, msg: string | null | undefined): KnownError {
  if (typeof msg !== "string") return entry.bare;
  if (msg === entry.message) {
    entry.exact ??= Object.freeze(known(entry.bare, entry.bare.params, msg, false));
    return entry.exact;
  }
  const { texts, bare } = entry;
  for (const text of texts) {
    const params = matchText(text, msg);
    if (params === null) continue;
    // A wording may lack placeholders of the message: then its values are not the params.
    return known(bare, isComplete(params, texts) ? params : bare.params, msg, false);
  }
  return known(bare, bare.params, msg, true);
}

const NO_PARAMS: TextParams = /* @__PURE__ */ Object.freeze({});

/** The params when no text gave any: none, or `null` where the message has some. */
function noParams([message]: readonly Text[]): TextParams | null {
  return typeof message === "string" ? NO_PARAMS : null;
}

function isComplete(params: TextParams, [message]: readonly Text[]): boolean {
  return Object.keys(params).length === (typeof message === "string" ? 0 : message?.[0].length);
}

/** All errors are made here, with their members in one order: engines read objects of one shape fastest. */
function known(
  { name, code, httpStatus, category, fault, outcome, retry }: Judged,
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
  for (const [category, fault, outcome, retry, httpStatus, rows] of groups) {
    for (const [name, code, texts, aliases = []] of rows) {
      const base = { name, code, httpStatus, category, fault, outcome, retry } as Judged;
      const bare = Object.freeze(known(base, noParams(texts), null, false));
      for (const key of [code, ...aliases]) {
        const next = index.get(key);
        index.set(key, { message: texts[0], texts, exact: undefined, bare, next });
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
