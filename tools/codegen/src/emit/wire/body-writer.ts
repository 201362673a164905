import type { Wire, WirePath } from "../../catalog/catalog.js";
import type { WireFlag } from "../../catalog/wire.js";
import type { GeneratedFile } from "../generated-file.js";
import { printKey, printLiteral } from "../literal.js";

/** A body as it is written: members by name, a list of one item, or a piece of code. */
type Shape = string | readonly [Shape] | { readonly [name: string]: Shape };

/**
 * Writes the inverse of reading: the body that has a code and a text, and says that the request
 * failed where the code alone does not.
 */
export function addBodyWriter(file: GeneratedFile, wire: Wire): void {
  const { error, isList, code, message, codeDecides, failed } = wire;
  const [codePath] = code;
  const [messagePath] = message;
  const inner = merge(
    codePath === undefined ? {} : shapeAt(codePath, "code"),
    messagePath === undefined ? {} : shapeAt(messagePath, "text"),
  );
  const [flag] = codeDecides ? [] : (failed?.members ?? []);
  const shape = merge(
    flag === undefined ? {} : flagShape(flag),
    shapeAt(isList ? [...error, { kind: "items" }] : error, inner),
  );
  file.line();
  file.function(
    "Returns the body that has an error's code and text.",
    `toErrorBody(${codePath === undefined ? "_code" : "code"}: string | number, text: string): object`,
    [`return ${printShape(shape)};`],
  );
}

function flagShape({ path, values }: WireFlag): Shape {
  return path.reduceRight<Shape>((inner, name) => ({ [name]: inner }), printLiteral(values[0]));
}

function shapeAt(path: WirePath, value: Shape): Shape {
  return path.reduceRight<Shape>((inner, step) => {
    if (step.kind === "items") return [inner];
    if (step.kind === "member") return { [step.name]: inner };
    return { [`${step.prefix}${step.suffix}` || "error"]: inner };
  }, value);
}

/** Puts two shapes into one; of two values in one place, the first counts. */
function merge(one: Shape, other: Shape): Shape {
  if (Array.isArray(one) && Array.isArray(other)) return [merge(one[0], other[0])];
  if (isMembers(one) && isMembers(other)) {
    const merged = Object.entries(one).map(([name, shape]) => {
      const rival = Object.hasOwn(other, name) ? other[name] : undefined;
      return [name, rival === undefined ? shape : merge(shape, rival)] as const;
    });
    const more = Object.entries(other).filter(([name]) => !Object.hasOwn(one, name));
    return Object.fromEntries([...merged, ...more]);
  }
  return isEmpty(one) ? other : one;
}

function isMembers(shape: Shape): shape is { readonly [name: string]: Shape } {
  return typeof shape === "object" && !Array.isArray(shape);
}

function isEmpty(shape: Shape): boolean {
  return isMembers(shape) && Object.keys(shape).length === 0;
}

function printShape(shape: Shape): string {
  if (typeof shape === "string") return shape;
  if (Array.isArray(shape)) return `[${printShape(shape[0])}]`;
  const members = Object.entries(shape).map(
    ([name, inner]) => `${printKey(name)}: ${printShape(inner)}`,
  );
  return members.length > 0 ? `{ ${members.join(", ")} }` : "{}";
}
