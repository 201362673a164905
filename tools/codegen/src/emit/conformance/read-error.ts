import { type ErrorPlaces, pathToErrors, type Wire } from "../../catalog/wire.js";
import { hasOnlyNames } from "../../catalog/wire-path.js";
import { findValues, type Located } from "./find-values.js";

/** A code and the text beside it. */
export interface CodedError {
  /** The code; empty where an error of a list has none. */
  readonly code: string | number;
  readonly text: string | null;
}

/** The reading of the values at the places of a code. */
export type ReadError =
  | { readonly kind: "error"; readonly first: CodedError; readonly errors: readonly CodedError[] }
  /** A code that means success. */
  | { readonly kind: "success"; readonly code: Located }
  /** A value that is not a code. */
  | { readonly kind: "bad"; readonly code: Located }
  /** A value that is not a text, where the text stands. */
  | { readonly kind: "textless"; readonly text: Located }
  | { readonly kind: "none" };

/** Reads the errors of which one has a code. A code of an error counts before a code of success. */
export function readError(wire: Wire, places: ErrorPlaces, body: object): ReadError {
  const errors = errorsIn(places, body);
  const wrongText = errors.flatMap((error) => findWrongText(places, error)).at(0);
  if (wrongText !== undefined) return { kind: "textless", text: wrongText };
  const coded = errors.flatMap((error): CodedError[] => {
    const values = codesAt(places, error).map(({ value }) => value);
    const hasSucceeded = wire.success.some((each) => values.includes(each));
    const isUncoded = places.isList && error.value !== null && !hasSucceeded;
    const code = errorCodeOf(wire, places, error) ?? (isUncoded ? "" : undefined);
    return code === undefined ? [] : [{ code, text: textOf(places, error) }];
  });
  const first = coded.find(({ code }) => code !== "");
  if (first !== undefined) return { kind: "error", first, errors: coded };
  const values = errors.flatMap((error) => codesAt(places, error));
  const success = values.find(({ value }) => wire.success.some((each) => each === value));
  if (success !== undefined) return { kind: "success", code: success };
  const [bad] = values;
  return bad === undefined ? { kind: "none" } : { kind: "bad", code: bad };
}

/** Returns the values that stand where a body has its errors. */
export function errorsIn(places: ErrorPlaces, body: unknown): readonly Located[] {
  return findValues({ value: body, place: [] }, pathToErrors(places));
}

/** Whether an error of a body has a value where its code stands. */
export function isCoded(places: ErrorPlaces, body: unknown): boolean {
  return errorsIn(places, body).some((error) => codesAt(places, error).length > 0);
}

/** The text of an error: the first string where one may stand. */
export function textOf({ message }: ErrorPlaces, error: Located): string | null {
  const texts = message.flatMap((path) => findValues(error, path).map(({ value }) => value));
  return texts.find((text) => typeof text === "string") ?? null;
}

function codesAt({ code }: ErrorPlaces, error: Located): readonly Located[] {
  return code.flatMap((path) => findValues(error, path));
}

function errorCodeOf(wire: Wire, places: ErrorPlaces, error: Located): string | number | undefined {
  const codes = codesAt(places, error)
    .map(({ value }) => value)
    .filter((value) => isCode(value, wire))
    .filter((code) => !wire.success.includes(code));
  const [first] = codes.map((code) => partOf(code, wire)).filter((part) => part !== undefined);
  return first ?? codes[0];
}

function isCode(value: unknown, { numericCodes }: Wire): value is string | number {
  if (typeof value === "string") return value !== "";
  return numericCodes && Number.isSafeInteger(value);
}

/** The longest string that the pattern is tried on; a longer one is not a code. */
const LONGEST_CODE = 256;

/** Returns the part of a code that the pattern takes; undefined where it takes none. */
function partOf(code: string | number, { codePattern }: Wire): string | number | undefined {
  if (codePattern === undefined || typeof code === "number") return code;
  if (code.length > LONGEST_CODE) return undefined;
  return new RegExp(codePattern, "u").exec(code)?.[1] || undefined;
}

/**
 * The value in the first place of a text, if it is not one. It counts where a body has one error,
 * whose text has one place.
 */
function findWrongText({ error, isList, message }: ErrorPlaces, located: Located): Located[] {
  const [path = []] = message;
  if (isList || !hasOnlyNames([...error, ...path])) return [];
  return findValues(located, path).filter(
    ({ value }) => value !== undefined && value !== null && typeof value !== "string",
  );
}
