import type { Catalog, Wire, WirePath } from "../../catalog/catalog.js";
import { statusesOf } from "../../catalog/manifest.js";
import { namesIn, wireOf } from "../../catalog/wire.js";
import { groupBy } from "../../std/group-by.js";
import type { OutputFile } from "../../write/output-file.js";
import type { Emitter } from "../emitter.js";
import { packageFile } from "../generated-file.js";
import { printLiteral } from "../literal.js";
import { addBodyWriter } from "../wire/body-writer.js";
import { addFailedFlag } from "../wire/failed-flag.js";
import { isNamedWire } from "../wire/is-named-wire.js";
import { addPathReader } from "../wire/path-literals.js";
import { addReaders, membersRead } from "../wire/readers.js";
import { addStatusAdvice } from "../wire/status-advice.js";

/** The facts that the validator needs beside the errors, and the names that users see. */
export const emitter: Emitter = {
  name: "validator-wire",
  from: "catalog.yaml",
  emit: (catalog) => [
    wireFacts(catalog),
    bodyWriter(catalog),
    problemStatuses(catalog),
    inheritance(catalog),
    reader(catalog),
    errorClass(catalog),
    errorClassLink(catalog),
  ],
};

type Constant = readonly [doc: string, name: string, type: string, value: unknown];

function wireFacts(catalog: Catalog): OutputFile {
  const wire = wireOf(catalog.manifest);
  const constants: readonly Constant[] = [
    ["The id of the catalog.", "catalogId", "string", catalog.manifest.id],
    ...(isNamedWire(wire) ? pathsOf(wire) : []),
    [
      "Whether a JSON number means the code of the same numeric value.",
      "numericCodes",
      "boolean",
      wire.numericCodes,
    ],
  ];
  const file = packageFile(catalog, "validator", "wire.ts", "catalog.yaml");
  if (isNamedWire(wire)) {
    if (wire.error.length === 0) file.importType(["Members"], "../members.js");
    else file.import(["type Members", "membersOf", "NO_MEMBERS"], "../members.js");
  }
  file.importType(["InvalidResponse"], "./types.js");
  for (const constant of constants) {
    file.line();
    file.constant(...constant);
  }
  addStatusAdvice(file, wire);
  if (isNamedWire(wire)) {
    addReaders(file, wire);
    addFailedFlag(file, wire);
  }
  return file.toFile();
}

/** Emits the writer of bodies apart from the reader: most programs need only that one. */
function bodyWriter(catalog: Catalog): OutputFile {
  const file = packageFile(catalog, "validator", "to-error-body.ts", "catalog.yaml");
  addBodyWriter(file, wireOf(catalog.manifest));
  return file.toFile();
}

/** Returns where the names of a wire stand, for what is wrong there. */
function pathsOf({ error, code, message, batch }: Wire): readonly Constant[] {
  const type = "readonly string[]";
  const at = (paths: readonly WirePath[]) => namesIn([...error, ...(paths[0] ?? [])]);
  return [
    ["The path to an error's code.", "codePath", type, at(code)],
    ["The path to its text.", "messagePath", type, at(message)],
    [
      "The path to the items of a batch; empty where there are none.",
      "batchPath",
      type,
      namesIn(batch?.path ?? []),
    ],
  ];
}

/** Emits the module that reads bodies: by literal names where that is enough, and else by paths. */
function reader(catalog: Catalog): OutputFile {
  const wire = wireOf(catalog.manifest);
  const file = packageFile(catalog, "validator", "reader.ts", "catalog.yaml");
  if (isNamedWire(wire)) file.line('export { isCoded, itemsIn, readBody } from "../read-body.js";');
  else addPathReader(file, wire);
  return file.toFile();
}

/** Emits a file of its own, which needs none of the files that need it. */
function inheritance(catalog: Catalog): OutputFile {
  const file = packageFile(catalog, "validator", "inherited.ts", "catalog.yaml");
  const names = membersRead(wireOf(catalog.manifest)).map((name) => printLiteral(name));
  file.function(
    "Whether plain objects inherit none of the members that are read by name.",
    "inheritsNone(): boolean",
    [`return !(${names.map((name) => `${name} in Object.prototype`).join(" || ")});`],
  );
  return file.toFile();
}

/**
 * The statuses of problem details: the most common one once, so that few categories need a line.
 */
function problemStatuses(catalog: Catalog): OutputFile {
  const categories = Object.entries(statusesOf(catalog.manifest));
  const bySize = [...groupBy(categories, ([, status]) => status).values()].sort(
    (a, b) => b.length - a.length,
  );
  const common = bySize[0]?.[0]?.[1] ?? 500;
  const others = categories.filter(([, status]) => status !== common);
  const union = literalUnion(others.map(([, status]) => status));
  const file = packageFile(catalog, "validator", "problem-status.ts", "catalog.yaml");
  file.importType(["Category"], "./types.js");
  file.line();
  file.constant(
    "The HTTP status that a gateway answers with where `problemStatus` has none for the category.",
    "commonProblemStatus",
    String(common),
    common,
  );
  file.line();
  file.constant(
    `The statuses of the categories whose status is not ${common}.`,
    "problemStatus",
    `Readonly<Partial<Record<Category, ${union}>>>`,
    Object.fromEntries(others),
  );
  return file.toFile();
}

/** Prints numbers as a type, each once, in ascending order. */
function literalUnion(numbers: readonly number[]): string {
  return [...new Set(numbers)].sort((a, b) => a - b).join(" | ") || "never";
}

function errorClass(catalog: Catalog): OutputFile {
  const { errorClass: name, title } = catalog.manifest;
  const api = title.replace(/ errors$/, "");
  const file = packageFile(catalog, "validator", "api-error.ts", "catalog.yaml");
  file.import(["isResponseError", "ResponseError", "type WithFailure"], "../response-error.js");
  file.importType(["Failure"], "./types.js");
  file.line();
  file.doc(`The exception for a failed request to the ${api}. What went wrong is in \`failure\`.`);
  file.block(
    `export class ${name} extends ResponseError {`,
    () => file.line(`override readonly name: string = ${printLiteral(name)};`),
    "}",
  );
  file.line();
  file.doc([
    `Whether a value is an exception of type ${name} and, if \`name\` is given, of that failure.`,
    "It compares names, not classes: exceptions of a second copy of the package count too.",
  ]);
  file.line(`export function is${name}<Name extends Failure["name"]>(`);
  file.line("  value: unknown,");
  file.line("  name?: Name,");
  file.block(
    `): value is WithFailure<${name}, Name> {`,
    () => file.line(`return isResponseError(value, ${printLiteral(name)}, name);`),
    "}",
  );
  return file.toFile();
}

/** The class under a name that every catalog has, for the code that is the same for all of them. */
function errorClassLink(catalog: Catalog): OutputFile {
  const { errorClass: name } = catalog.manifest;
  const file = packageFile(catalog, "validator", "error-class.ts", "catalog.yaml");
  file.line(`export { ${name} as ApiException } from "./api-error.js";`);
  file.line();
  file.constant("The name of the exception's class.", "exceptionName", "string", name);
  return file.toFile();
}
