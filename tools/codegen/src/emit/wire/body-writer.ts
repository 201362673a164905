import type { Wire } from "../../catalog/catalog.js";
import { toSteps } from "../../catalog/wire-path.js";
import { isTextWithCode, writtenPlaces } from "../../catalog/written-places.js";
import type { GeneratedFile } from "../generated-file.js";
import { printKey, printLiteral } from "../literal.js";
import { type BodyShape, bodyAt, errorBodyAt, mergeBodies, textBodyAt } from "./body-shape.js";

/** A body whose leaves are pieces of code. */
type Shape = BodyShape<string>;

/**
 * Writes the inverse of reading: the body that has a code and a text, and says that the request
 * failed where the code alone does not.
 */
export function addBodyWriter(file: GeneratedFile, wire: Wire): void {
  const isText = isTextWithCode(wire);
  const own = writtenPlaces(wire);
  const code = isText || own.code ? "code" : "_code";
  const text = isText || own.text ? "text" : "_text";
  file.function(
    "Returns the body that has an error's code and text.",
    `toErrorBody(${code}: string | number, ${text}: string): object`,
    [
      ...(isText
        ? [`if (${printCodeIn(wire)}) return ${printFailed(wire, textBodyAt(wire, "text"))};`]
        : []),
      `return ${printFailed(wire, errorBodyAt(wire, { code: "code", text: "text" }))};`,
    ],
  );
}

/** The condition that a text has the code, where one string is both. */
function printCodeIn({ codePattern }: Wire): string {
  if (codePattern === undefined) return "text === String(code)";
  return `new RegExp(${printLiteral(codePattern)}, "u").exec(text)?.[1] === String(code)`;
}

function printFailed({ codeDecides, failed }: Wire, body: Shape): string {
  const [flag] = codeDecides ? [] : (failed?.members ?? []);
  // A list has no members that could say it.
  if (flag === undefined || Array.isArray(body)) return printShape(body);
  return printShape(mergeBodies(bodyAt(toSteps(flag.path), printLiteral(flag.values[0])), body));
}

function printShape(shape: Shape): string {
  if (typeof shape === "string") return shape;
  if (Array.isArray(shape)) return `[${printShape(shape[0])}]`;
  const members = Object.entries(shape).map(
    ([name, inner]) => `${printKey(name)}: ${printShape(inner)}`,
  );
  return members.length > 0 ? `{ ${members.join(", ")} }` : "{}";
}
