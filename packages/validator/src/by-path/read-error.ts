import { numericCodes } from "../generated/wire.js";
import { findValues, type Located } from "./find-values.js";
import type { ErrorPlaces, PathWire } from "./path-wire.js";

/** The code and the text of an error. */
export interface CodedError {
  /** The code; empty where an error of a list has none. */
  readonly code: string | number;
  readonly text: string | undefined;
}

/** The reading of the values at the places of errors. */
export type ReadErrors =
  | { readonly kind: "error"; readonly first: CodedError; readonly errors: readonly CodedError[] }
  /** A code that means success; a value that is not a code; a value that is not a text. */
  | { readonly kind: "success" | "codeless" | "textless"; readonly place: Located["place"] }
  | { readonly kind: "none" };

/**
 * Reads the errors of a body of which one has a code: the first such one, and all of them. A code
 * of an error counts before a code of success.
 */
export function readErrors(wire: PathWire, places: ErrorPlaces, body: unknown): ReadErrors {
  const located = errorsIn(places, body);
  const [wrongText] = located.flatMap((error) => findWrongText(places, error));
  if (wrongText !== undefined) return { kind: "textless", place: wrongText.place };
  const errors = located.flatMap((error): CodedError[] => {
    const code =
      errorCodeOf(wire, places, error) ?? (isUncoded(wire, places, error) ? "" : undefined);
    return code === undefined ? [] : [{ code, text: textOf(places, error) }];
  });
  const first = errors.find(({ code }) => code !== "");
  if (first !== undefined) return { kind: "error", first, errors };
  const values = located.flatMap((error) => codesAt(places, error));
  const success = values.find(({ value }) => wire.success.includes(value));
  if (success !== undefined) return { kind: "success", place: success.place };
  const [value] = values;
  return value === undefined ? { kind: "none" } : { kind: "codeless", place: value.place };
}

/** Returns the values that stand where a body has its errors. */
function errorsIn({ error, isList }: ErrorPlaces, body: unknown): readonly Located[] {
  return findValues({ value: body, place: [] }, isList ? [...error, []] : error);
}

/** Whether an error of a body has a value where its code stands. */
export function hasCodeAt(places: ErrorPlaces, body: unknown): boolean {
  return errorsIn(places, body).some((error) => codesAt(places, error).length > 0);
}

/** Returns the first text of any error, at the first so many places of a text. */
export function anyTextIn(places: ErrorPlaces, body: unknown, limit?: number): string | undefined {
  const message = places.message.slice(0, limit);
  for (const error of errorsIn(places, body)) {
    const text = textOf({ ...places, message }, error);
    if (text !== undefined) return text;
  }
  return undefined;
}

function textOf({ message }: ErrorPlaces, error: Located): string | undefined {
  const texts = message.flatMap((path) => findValues(error, path).map(({ value }) => value));
  return texts.find((text): text is string => typeof text === "string");
}

function codesAt({ code }: ErrorPlaces, error: Located): readonly Located[] {
  return code.flatMap((path) => findValues(error, path));
}

/** The code of an error: first what is a number or has a part that the pattern takes. */
function errorCodeOf(
  wire: PathWire,
  places: ErrorPlaces,
  error: Located,
): string | number | undefined {
  const codes = codesAt(places, error)
    .map(({ value }) => value)
    .filter(isCode)
    .filter((code) => !wire.success.includes(code));
  for (const code of codes) {
    const part = partOf(code, wire);
    if (part !== undefined) return part;
  }
  return codes[0];
}

/** Whether an item of a list of errors says neither which error it is nor that it succeeded. */
function isUncoded(wire: PathWire, places: ErrorPlaces, error: Located): boolean {
  if (!places.isList || error.value === null) return false;
  return !codesAt(places, error).some(({ value }) => wire.success.includes(value));
}

function isCode(value: unknown): value is string | number {
  if (typeof value === "string") return value !== "";
  return numericCodes && Number.isSafeInteger(value);
}

/** The longest string that the pattern is tried on; a longer one is not a code. */
const LONGEST_CODE = 256;

function partOf(code: string | number, { codePattern }: PathWire): string | number | undefined {
  if (codePattern === undefined || typeof code === "number") return code;
  return code.length > LONGEST_CODE ? undefined : codePattern.exec(code)?.[1] || undefined;
}

/**
 * The value in the first place of a text, where it is not one. It counts where a body has one error
 * whose text has one place.
 */
function findWrongText(
  { error, isList, message }: ErrorPlaces,
  located: Located,
): readonly Located[] {
  const [path = []] = message;
  if (isList || ![...error, ...path].every((step) => typeof step === "string")) return [];
  return findValues(located, path).filter(
    ({ value }) => value !== undefined && value !== null && typeof value !== "string",
  );
}
