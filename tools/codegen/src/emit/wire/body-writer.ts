import type { Wire } from "../../catalog/catalog.js";
import { writeAt, writeBody, writeErrors } from "../../catalog/wire-body.js";
import { isTextWithCode, writtenPlaces } from "../../catalog/written-places.js";
import type { GeneratedFile } from "../generated-file.js";
import { printKey, printLiteral } from "../literal.js";

/** The parameters of the generated function, as values of a body. */
const CODE: unique symbol = Symbol("code");
const TEXT: unique symbol = Symbol("text");

/**
 * Writes the inverse of reading: the body that has a code and a text, and says that the request
 * failed where the code alone does not.
 */
export function addBodyWriter(file: GeneratedFile, wire: Wire): void {
  const { codePattern } = wire;
  const isText = codePattern !== undefined && isTextWithCode(wire);
  const own = writtenPlaces(wire);
  const code = own.code ? "code" : "_code";
  const text = isText || own.text ? "text" : "_text";
  const textBody = writeErrors(wire, [writeAt(undefined, wire.message[0] ?? [], TEXT)]);
  file.function(
    "Returns the body that has an error's code and text.",
    `toErrorBody(${code}: string | number, ${text}: string): object`,
    [
      ...(isText ? [`if (${printCodeIn(codePattern)}) return ${printBody(textBody)};`] : []),
      `return ${printBody(writeBody(wire, { code: CODE, text: TEXT }))};`,
    ],
  );
}

/** The condition that a text has the code, where one string is both. */
function printCodeIn(codePattern: string): string {
  return `new RegExp(${printLiteral(codePattern)}, "u").exec(text)?.[1] === String(code)`;
}

/** Prints a body as code. */
function printBody(value: unknown): string {
  if (typeof value === "symbol") return value.description ?? "";
  if (Array.isArray(value)) return `[${value.map(printBody).join(", ")}]`;
  if (typeof value !== "object" || value === null) return printLiteral(value);
  const members = Object.entries(value).map(
    ([name, inner]) => `${printKey(name)}: ${printBody(inner)}`,
  );
  return `{ ${members.join(", ")} }`;
}
