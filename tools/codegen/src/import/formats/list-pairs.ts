import { isScalar, type Scalar } from "yaml";
import { oneLine } from "../../std/one-line.js";
import { looksLikeCode } from "./looks-like-code.js";
import { listReading, type Row, type TableReading } from "./row.js";
import { codeOf, isOddNumber, type LineOf, linesOf } from "./tree-node.js";

/** An error of a list: its key, if the list is an object, and what it says. */
export interface Item {
  readonly key?: Scalar;
  readonly value: unknown;
}

/** A list in the document that may be one of errors. */
export interface List {
  readonly title: string;
  readonly items: readonly Item[];
}

/** The rows of an object from codes to texts, or from names to codes; undefined for any other. */
export function readPairs({ title, items }: List, lineOf: LineOf): TableReading[] | undefined {
  const pairs = items.flatMap(({ key, value }) =>
    key !== undefined && isScalar(value) ? [{ key, value }] : [],
  );
  if (pairs.length < 2 || pairs.length < items.length) return undefined;
  const areTexts = pairs.every(({ value }) => typeof value.value === "string");
  const areCodes = pairs.every(({ value }) => looksLikeCode(codeOf(value) ?? ""));
  const isOfErrors = /err|fault|code|message|exception/i.test(title);
  const haveCodes = pairs.every(({ key }) => looksLikeCode(codeOf(key) ?? ""));
  const haveNumbers = pairs.every(({ key }) => /^-?\d+$/.test(codeOf(key) ?? ""));
  const rowOf = (code: Scalar, message: string, name: string | undefined): Row => ({
    code: codeOf(code) ?? "",
    message,
    ...(name && { name }),
    ...linesOf([code], lineOf),
    unsure: isOddNumber(code) ? ["code", "message"] : ["message"],
  });
  if (areCodes && haveCodes && !haveNumbers && (isOfErrors || pairs.length > 2)) {
    const rows = pairs.map(({ key, value }) => rowOf(value, "", String(key.value)));
    return listReading(title, rows, [
      { column: "name", heading: "the key" },
      { column: "code", heading: "the value" },
    ]);
  }
  if (!areTexts || !haveCodes || !(isOfErrors || haveNumbers)) return undefined;
  const rows = pairs.map(({ key, value }) => ({
    ...rowOf(key, textOf(value), undefined),
    ...linesOf([key, value], lineOf),
  }));
  return listReading(title, rows, [
    { column: "code", heading: "the key" },
    { column: "message", heading: "the value" },
  ]);
}

/** The text of a scalar in one line; empty if there is none. */
export function textOf(scalar: Scalar | undefined): string {
  return scalar === undefined ? "" : oneLine(String(scalar.value ?? ""));
}
