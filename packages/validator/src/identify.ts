import { type Entry, findEntry, findEntryNamed } from "./entries.js";
import type { ApiError, ErrorName, KnownError, UnrecognizedError } from "./generated/types.js";
import { type KnownMembers, withText } from "./known-error.js";
import { matchText } from "./match-text.js";
import type { Template } from "./template.js";

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
      // Not with the text that came, which may be a part of a much longer one.
      const { exact } = entry;
      const error = text === exact.msg ? exact : readText(entry, text);
      if (error !== undefined) return error as KnownError;
    }
  }
  if (first === undefined || first.next !== undefined) return toUnrecognized(code, text, first);
  if (text === null) return first.error as KnownError;
  return withText(first.error, first.error.params, text, true) as KnownError;
}

/** Returns the error of a name as it is without a text; undefined where the catalog has none. */
export function errorNamed(name: string): KnownError | undefined {
  return findEntryNamed(name)?.error as KnownError | undefined;
}

/**
 * Returns the error that a text says; undefined where it follows none of the entry's wordings.
 * Blanks at its ends do not count, and a final full stop may be there or not: the table has none.
 */
function readText({ wordings, error }: Entry, msg: string): KnownMembers | undefined {
  const whole = msg.trim();
  // `endsWith` takes three times as long.
  const bare = whole[whole.length - 1] === "." ? whole.slice(0, -1) : whole;
  for (let at = 0; at < wordings.length; at++) {
    const text = wordings[at] as Template;
    const params = matchText(text, bare) ?? (bare === whole ? null : matchText(text, whole));
    if (params === null) continue;
    // A wording may lack placeholders of the message: then its values are not the params.
    const isComplete = text.length === wordings[0]?.length;
    return withText(error, isComplete ? params : error.params, msg, false);
  }
  return undefined;
}

/** Returns the error of a code that means none of the catalog, or one of several. */
export function toUnrecognized(
  code: string | number,
  msg: string | null,
  first?: Entry,
): UnrecognizedError {
  const candidates: ErrorName[] = [];
  for (let entry = first; entry !== undefined; entry = entry.next)
    if (entry.error.name !== "") candidates.unshift(entry.error.name as ErrorName);
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
