import { isScalar } from "yaml";
import type { Wire } from "../../catalog/catalog.js";
import { type FoundMap, type LineOf, linesOf, statusIn } from "./openapi-node.js";
import { inOneLine, type Row } from "./row.js";

/** The row of an example of an error's body; undefined where an object is none. */
export function exampleRow({ node, path }: FoundMap, wire: Wire, lineOf: LineOf): Row | undefined {
  const at = path.findIndex((key) => /^(examples?|x-examples?)$/.test(key));
  const [code, message] = [node.get(wire.code, true), node.get(wire.message, true)];
  if (at < 0 || !isScalar(code) || !isScalar(message)) return undefined;
  if (typeof message.value !== "string" || message.value.trim() === "") return undefined;
  const { value } = code;
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  if (wire.successCodes.includes(value)) return undefined;
  const status = statusIn(path.slice(0, at));
  return {
    // As written: a number would lose its zeros.
    code: typeof value === "number" ? (code.source ?? String(value)) : value,
    ...(status !== undefined && { httpStatus: status }),
    message: inOneLine(message.value),
    ...linesOf([code, message], lineOf),
    // An example holds values where the API's own text has placeholders.
    unsure: ["message"],
  };
}

/** The rows of a list and of examples as one: where an example shows a code's text, what the list says is the description. */
export function mergeExamples(listed: readonly Row[], shown: readonly Row[]): Row[] {
  const taken = new Set<string>();
  const examples = shown.filter(({ code, message }) => {
    const key = JSON.stringify([code, message]);
    return taken.has(key) ? false : taken.add(key);
  });
  const known = new Map(listed.map((row) => [row.code, row]));
  const better = examples.map((row): Row => {
    const { message: description, httpStatus, name } = known.get(row.code) ?? {};
    return {
      ...row,
      ...(row.httpStatus === undefined && httpStatus !== undefined && { httpStatus }),
      ...(name && { name }),
      ...(description && { description, unsure: ["message", "description"] as const }),
    };
  });
  const shownCodes = new Set(examples.map(({ code }) => code));
  return [...listed.filter(({ code }) => !shownCodes.has(code)), ...better];
}
