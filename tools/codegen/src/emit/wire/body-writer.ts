import type { Wire } from "../../catalog/catalog.js";
import { toSteps } from "../../catalog/wire-path.js";
import type { GeneratedFile } from "../generated-file.js";
import { printKey, printLiteral } from "../literal.js";
import { type BodyShape, bodyAt, errorBodyAt, mergeBodies } from "./body-shape.js";

/** A body whose leaves are pieces of code. */
type Shape = BodyShape<string>;

/**
 * Writes the inverse of reading: the body that has a code and a text, and says that the request
 * failed where the code alone does not.
 */
export function addBodyWriter(file: GeneratedFile, wire: Wire): void {
  const { code, codeDecides, failed } = wire;
  const [flag] = codeDecides ? [] : (failed?.members ?? []);
  const shape = mergeBodies(
    flag === undefined ? {} : bodyAt(toSteps(flag.path), printLiteral(flag.values[0])),
    errorBodyAt(wire, { code: "code", text: "text" }),
  );
  file.function(
    "Returns the body that has an error's code and text.",
    `toErrorBody(${code.length === 0 ? "_code" : "code"}: string | number, text: string): object`,
    [`return ${printShape(shape)};`],
  );
}

function printShape(shape: Shape): string {
  if (typeof shape === "string") return shape;
  if (Array.isArray(shape)) return `[${printShape(shape[0])}]`;
  const members = Object.entries(shape).map(
    ([name, inner]) => `${printKey(name)}: ${printShape(inner)}`,
  );
  return members.length > 0 ? `{ ${members.join(", ")} }` : "{}";
}
