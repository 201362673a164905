import { isScalar, type Scalar } from "yaml";
import { oneLine } from "../../../std/one-line.js";
import { unlessOfErrors } from "../rows/about-errors.js";
import type { LineOf } from "../rows/line-finder.js";
import { looksLikeCode } from "../rows/looks-like-code.js";
import { codesAndTexts, listReading, type Row, type TableReading, unsureOf } from "../rows/row.js";
import { codeOf, isOddNumber, linesOf } from "./tree-node.js";

/** An error of a list: its key, if the list is an object, and what it says. */
export interface Item {
  readonly key?: Scalar;
  readonly value: unknown;
}

/** A list in the document that may be one of errors. */
export interface List {
  readonly title: string;
  /** Whether a key before it says that it is one of errors, or of the whole document, the file. */
  readonly isOfErrors: boolean;
  readonly items: readonly Item[];
}

/**
 * Whether the keys of a list are codes. In a list of errors, some may be a word as others are too.
 */
export function haveCodes({ items, isOfErrors }: List): boolean {
  const keys = items.map(({ key }) => (key === undefined ? "" : (codeOf(key) ?? "")));
  if (keys.every(looksLikeCode)) return true;
  if (!isOfErrors || !keys.every((key) => /^[\w.-]+$/.test(key))) return false;
  const codes = keys.filter((key) => looksLikeCode(key) || /[a-z][A-Z]/.test(key));
  return codes.length * 2 > keys.length;
}

/** The rows of an object from codes to texts, or from names to codes; undefined for any other. */
export function readPairs(list: List, lineOf: LineOf): TableReading[] | undefined {
  const { title, items } = list;
  const pairs = items.flatMap(({ key, value }) =>
    key !== undefined && isScalar(value) ? [{ key, value }] : [],
  );
  if (pairs.length < 2 || pairs.length < items.length) return undefined;
  const areTexts = pairs.every(({ value }) => typeof value.value === "string");
  const areCodes = pairs.every(({ value }) => looksLikeCode(codeOf(value) ?? ""));
  const isOfErrors = list.isOfErrors || /code|message/i.test(title);
  const areKeyed = haveCodes(list);
  const haveNumbers = pairs.every(({ key }) => /^-?\d+$/.test(codeOf(key) ?? ""));
  const rowOf = (code: Scalar, message: string, name: string | undefined): Row => ({
    code: codeOf(code) ?? "",
    message,
    ...(name && { name }),
    ...linesOf([code], lineOf),
    unsure: unsureOf({ code: isOddNumber(code), message: true }),
  });
  if (areCodes && areKeyed && !haveNumbers && (isOfErrors || pairs.length > 2)) {
    const rows = pairs.map(({ key, value }) => rowOf(value, "", String(key.value)));
    return listReading(title, rows, [
      { column: "name", heading: "the key" },
      { column: "code", heading: "the value" },
    ]);
  }
  const isCertain = isOfErrors || haveNumbers;
  const areSentences = pairs.filter(({ value }) => /\s/.test(String(value.value))).length;
  const isLikely = haveConstants(pairs) && areSentences * 2 > pairs.length;
  if (!areTexts || !areKeyed || !(isCertain || isLikely)) return undefined;
  const rows = pairs.map(({ key, value }) => ({
    ...rowOf(key, textOf(value), undefined),
    ...linesOf([key, value], lineOf),
  }));
  const columns = codesAndTexts("the key", "the value");
  return listReading(title, rows, columns, unlessOfErrors(isCertain));
}

/** Whether all keys are written like constants. */
function haveConstants(pairs: readonly { readonly key: Scalar }[]): boolean {
  return pairs.every(({ key }) => /^[A-Z][A-Z0-9_.-]*$/.test(codeOf(key) ?? ""));
}

/** The text of a scalar in one line; empty if there is none. */
export function textOf(scalar: Scalar | undefined): string {
  return scalar === undefined ? "" : oneLine(String(scalar.value ?? ""));
}
