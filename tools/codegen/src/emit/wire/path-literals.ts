import type { ErrorPlaces, Wire } from "../../catalog/wire.js";
import type { WirePath } from "../../catalog/wire-path.js";
import type { GeneratedFile } from "../generated-file.js";
import { printLiteral } from "../literal.js";

/** Writes how bodies are read by paths, and the functions that do. */
export function addPathReader(file: GeneratedFile, wire: Wire): void {
  file.import(["isCodedByPaths", "itemsByPaths", "readBodyByPaths"], "../by-path/read-body.js");
  file.importType(["PathWire"], "../by-path/path-wire.js");
  file.importType(["InvalidBody"], "../invalid-body.js");
  file.importType(["BatchResult", "ErrorResult", "SuccessResult"], "./types.js");
  file.line();
  file.doc("How responses are read.");
  file.block("const wire: PathWire = {", () => addWire(file, wire), "};");
  file.line();
  file.function(
    "Reads a body, or an item of a batch. The HTTP status is 0 where it is not known.",
    "readBody(body: unknown, httpStatus: number, mayBeBatch: boolean): SuccessResult | ErrorResult | BatchResult | InvalidBody",
    ["return readBodyByPaths(wire, body, httpStatus, mayBeBatch);"],
  );
  file.line();
  file.function(
    "Whether a body or an item has a value where an error's code stands.",
    "isCoded(body: unknown): boolean",
    ["return isCodedByPaths(wire, body);"],
  );
  file.line();
  file.function(
    "Returns what stands where a body has the items of a batch.",
    "itemsIn(body: unknown): unknown",
    ["return itemsByPaths(wire, body);"],
  );
}

function addWire(file: GeneratedFile, wire: Wire): void {
  const { batch, success, codePattern, statusIsCode, codeDecides, failed } = wire;
  file.line(`body: ${printPlaces(wire)},`);
  file.line(`item: ${printPlaces(batch ?? wire)},`);
  if (batch !== undefined) file.line(`batch: ${printLiteral(toLiterals(batch.path))},`);
  file.line(`success: ${printLiteral(success)},`);
  if (codePattern !== undefined)
    file.line(`codePattern: new RegExp(${printLiteral(codePattern)}, "u"),`);
  file.line(`statusIsCode: ${statusIsCode},`);
  file.line(`codeDecides: ${codeDecides},`);
  file.line(`flags: ${printLiteral(failed?.members ?? [])},`);
  file.line(`failedStatus: ${failed?.status ?? 400},`);
}

function printPlaces({ error, isList, code, message }: ErrorPlaces): string {
  const places = {
    error: toLiterals(error),
    isList,
    code: code.map(toLiterals),
    message: message.map(toLiterals),
  };
  const members = Object.entries(places).map(([key, value]) => `${key}: ${printLiteral(value)}`);
  return `{ ${members.join(", ")} }`;
}

/** A step as the validator has it: a name, `[]`, or the two ends of a name. */
type Step = string | readonly [] | readonly [string, string];

function toLiterals(path: WirePath): readonly Step[] {
  return path.map((step) => {
    if (step.kind === "member") return step.name;
    return step.kind === "items" ? [] : [step.prefix, step.suffix];
  });
}
