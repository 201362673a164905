import { findEntry, findEntryNamed, type IndexedEntry, nameOf } from "./entries.js";
import type { Text } from "./entry-row.js";
import type { ApiError, ErrorName, KnownError, UnrecognizedError } from "./generated/types.js";
import { matchText, NO_PARAMS, type TextParams } from "./match-text.js";

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
  const first = findEntry(code);
  const text = typeof msg === "string" ? msg : null;
  if (text !== null) {
    for (let entry = first; entry !== undefined; entry = entry.next) {
      const error = text === entry.message ? withItsMessage(entry) : readText(entry, text);
      if (error !== undefined) return error;
    }
  }
  if (first === undefined || first.next !== undefined) return unrecognized(code, text, first);
  // Not by `?:`, whose union the compiler gives up on where errors are very many.
  if (text === null) return withoutText(first);
  return toError(first, text, true);
}

/** Returns the error of a name as it is without a text; undefined where the catalog has none. */
export function errorNamed(name: string): KnownError | undefined {
  const entry = findEntryNamed(name);
  return entry && withoutText(entry);
}

function withoutText(entry: IndexedEntry): KnownError {
  // An object to the compiler: it cannot freeze a union of very many errors.
  entry.bare ??= Object.freeze<object>(toError(entry, null, false));
  return entry.bare as KnownError;
}

function withItsMessage(entry: IndexedEntry): KnownError {
  // Not the text that came, which may be a part of a much longer one.
  entry.exact ??= Object.freeze<object>(toError(entry, entry.message as string, false));
  return entry.exact as KnownError;
}

/**
 * Returns the error that a text says; undefined where it follows none of the entry's wordings.
 * Blanks at its ends do not count, and a final full stop may be there or not: the table has none.
 */
function readText(entry: IndexedEntry, msg: string): KnownError | undefined {
  const { message, row } = entry;
  const whole = msg.trim();
  // `endsWith` takes three times as long.
  const bare = whole[whole.length - 1] === "." ? whole.slice(0, -1) : whole;
  for (let at = 2; at < row.length; at++) {
    const text = row[at] as Text;
    const params = matchText(text, bare) ?? (bare === whole ? null : matchText(text, whole));
    if (params === null) continue;
    // A wording may lack placeholders of the message: then its values are not the params.
    const isComplete = typeof text === typeof message && text.length === message.length;
    return toError(entry, msg, false, isComplete ? params : undefined);
  }
  return undefined;
}

/**
 * Makes an error. Without params they are `null` where the message has placeholders. All errors
 * have their members in one order: engines read objects of one shape fastest.
 */
function toError(
  entry: IndexedEntry,
  msg: string | null,
  drift: boolean,
  params: TextParams | null = typeof entry.message === "string" ? NO_PARAMS : null,
): KnownError {
  const { group } = entry;
  return {
    name: nameOf(entry),
    code: entry.code,
    httpStatus: group[4],
    category: group[0],
    fault: group[1],
    outcome: group[2],
    retry: group[3],
    params,
    msg,
    drift,
  } as unknown as KnownError;
}

function unrecognized(
  code: string | number,
  msg: string | null,
  first: IndexedEntry | undefined,
): UnrecognizedError {
  const candidates: ErrorName[] = [];
  for (let entry = first; entry !== undefined; entry = entry.next)
    if (entry.row[1] !== "") candidates.unshift(nameOf(entry));
  return {
    name: "UNRECOGNIZED",
    // To print what is neither may throw, or take all memory.
    code: typeof code === "string" || typeof code === "number" ? String(code) : "",
    msg,
    candidates,
    outcome: "unknown",
    retry: "after-reconcile",
  };
}
