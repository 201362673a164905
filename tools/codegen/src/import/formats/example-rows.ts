import { isScalar } from "yaml";
import type { Wire } from "../../catalog/catalog.js";
import { finalNames } from "../../catalog/wire.js";
import { oneLine } from "../../std/one-line.js";
import { codeOf, type FoundMap, type LineOf, linesOf, statusIn } from "./openapi-node.js";
import type { Row } from "./row.js";

/** The row of an example of an error body; undefined if an object is not one. */
export function readExample({ node, path }: FoundMap, wire: Wire, lineOf: LineOf): Row | undefined {
  const at = path.findIndex((key) => /^(examples?|x-examples?)$/.test(key));
  const valueAt = (paths: Wire["code"]) =>
    finalNames(paths)
      .map((key) => node.get(key, true))
      .find((value) => value !== undefined);
  const [code, message] = [valueAt(wire.code), valueAt(wire.message)];
  if (at < 0 || !isScalar(code) || !isScalar(message)) return undefined;
  if (typeof message.value !== "string" || message.value.trim() === "") return undefined;
  const written = codeOf(code);
  if (written === undefined || isSuccess(code.value, wire)) return undefined;
  const status = statusIn(path.slice(0, at));
  return {
    code: written,
    ...(status !== undefined && { httpStatus: status }),
    message: oneLine(message.value),
    ...linesOf([code, message], lineOf),
    // An example has values where the API's own text has placeholders.
    unsure: ["message"],
  };
}

function isSuccess(value: unknown, { success }: Wire): boolean {
  return success.some((code) => code === value);
}

/**
 * The rows of a list and of examples, merged: if an example shows the text of a code, the text in
 * the list is its description.
 */
export function mergeExamples(listed: readonly Row[], examples: readonly Row[]): readonly Row[] {
  const seen = new Set<string>();
  const distinct = examples.filter(({ code, message }) => {
    const key = JSON.stringify([code, message]);
    return seen.has(key) ? false : seen.add(key);
  });
  const listedByCode = new Map(listed.map((row) => [row.code, row]));
  const shownCodes = new Set(distinct.map(({ code }) => code));
  return [
    ...listed.filter(({ code }) => !shownCodes.has(code)),
    ...distinct.map((row) => addListed(row, listedByCode.get(row.code))),
  ];
}

/** An example with what the list has for the same code. */
function addListed(row: Row, listed: Row | undefined): Row {
  if (listed === undefined) return row;
  const { message: description, httpStatus, name } = listed;
  return {
    ...row,
    ...(row.httpStatus === undefined && httpStatus !== undefined && { httpStatus }),
    ...(name && { name }),
    ...(description && { description, unsure: ["message", "description"] as const }),
  };
}
