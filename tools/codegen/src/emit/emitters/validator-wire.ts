import type { Catalog, Wire } from "../../catalog/catalog.js";
import { statusesOf } from "../../catalog/manifest.js";
import { finalNames, namesIn, wireOf } from "../../catalog/wire.js";
import type { OutputFile } from "../../write/output-file.js";
import type { Emitter } from "../emitter.js";
import { type GeneratedFile, packageFile } from "../generated-file.js";
import { printKey, printLiteral } from "../literal.js";

/** The facts that the validator needs beside the errors, and the names that users see. */
export const emitter: Emitter = {
  name: "validator-wire",
  from: "catalog.yaml",
  emit: (catalog) => [wireFacts(catalog), errorClass(catalog), errorClassLink(catalog)],
};

function wireFacts(catalog: Catalog): OutputFile {
  const wire = wireOf(catalog.manifest);
  const { success, numericCodes, batch } = wire;
  const { id } = catalog.manifest;
  const [messageKey, ...otherMessageKeys] = finalNames(wire.message);
  const constants: readonly (readonly [doc: string, name: string, type: string, value: unknown])[] =
    [
      ["The id of the catalog.", "catalogId", "string", id],
      [
        "The path from a body to the object that holds the error's code and message.",
        "errorPath",
        "readonly string[]",
        namesIn(wire.error),
      ],
      ["The member that holds the error's code.", "codeKey", "string", finalNames(wire.code)[0]],
      ["The member that holds the error's message.", "messageKey", "string", messageKey],
      [
        "The members that hold it where that one does not.",
        "otherMessageKeys",
        "readonly string[]",
        otherMessageKeys,
      ],
      [
        "Whether a JSON number means the code of the same numeric value.",
        "numericCodes",
        "boolean",
        numericCodes,
      ],
      [
        "The member that holds the items of a batch.",
        "batchKey",
        "string | undefined",
        batch && finalNames([batch.path])[0],
      ],
      [
        "What an HTTP status says of a request whose response no error explains.",
        "statuses",
        'Readonly<Record<number, Pick<InvalidResponse, "outcome" | "retry">>>',
        statusFacts(wire),
      ],
      [
        "The HTTP status that a gateway should answer a rejected request with, by category.",
        "problemStatus",
        `Readonly<Record<Category, ${literalUnion(Object.values(statusesOf(catalog.manifest)))}>>`,
        statusesOf(catalog.manifest),
      ],
    ];
  const file = packageFile(catalog, "validator", "wire.ts", "catalog.yaml");
  file.importType(["Category", "InvalidResponse"], "./types.js");
  for (const constant of constants) {
    file.line();
    file.constant(...constant);
  }
  file.line();
  file.doc("Whether a code means success, in any form that the API sends.");
  file.block(
    `export function isSuccessCode(${success.length > 0 ? "code" : "_code"}: unknown): boolean {`,
    () => {
      const tests = success.map((each) => `code === ${printLiteral(each)}`);
      file.line(`return ${tests.join(" || ") || "false"};`);
    },
    "}",
  );
  addFailedFlag(file, wire);
  return file.toFile();
}

function addFailedFlag(file: GeneratedFile, { failed }: Wire): void {
  const flags = (failed?.members ?? []).map(({ path, values }) => ({ key: path[0] ?? "", values }));
  file.line();
  file.doc(
    "Returns the member of a body that does not say that it succeeded, and what is wrong: a keyword of JSON Schema.",
  );
  const parameter = flags.length > 0 ? "body" : "_body";
  file.block(
    `export function findFailedFlag(${parameter}: object): readonly [string, string] | undefined {`,
    () => {
      if (flags.length > 0) {
        const type = flags.map(({ key }) => `readonly ${printKey(key)}?: unknown`).join("; ");
        file.line(`const flags: { ${type} } = body;`);
      }
      for (const { key, values } of flags) addFlag(file, printLiteral(key), values);
      file.line("return undefined;");
    },
    "}",
  );
}

function addFlag(file: GeneratedFile, key: string, values: readonly unknown[]): void {
  const value = `flags[${key}]`;
  const types = [...new Set(values.map((each) => typeof each))];
  const isOther = types.map((each) => `typeof ${value} !== ${printLiteral(each)}`).join(" && ");
  const isFailed = values.map((each) => `${value} === ${printLiteral(each)}`).join(" || ");
  file.block(
    `if (${value} !== undefined && Object.hasOwn(flags, ${key})) {`,
    () => {
      file.line(`if (${isOther}) return [${key}, "type"];`);
      file.line(`if (${isFailed}) return [${key}, "not"];`);
    },
    "}",
  );
}

function statusFacts({ statuses }: Wire): object {
  const facts = Object.entries(statuses).map(
    ([status, { outcome = "unknown", retry = "after-reconcile" }]) => [status, { outcome, retry }],
  );
  return Object.fromEntries(facts);
}

/** Prints numbers as a type, each once, in ascending order. */
function literalUnion(numbers: readonly number[]): string {
  return [...new Set(numbers)].sort((a, b) => a - b).join(" | ") || "never";
}

function errorClass(catalog: Catalog): OutputFile {
  const { errorClass: name, title } = catalog.manifest;
  const api = title.replace(/ errors$/, "");
  const file = packageFile(catalog, "validator", "api-error.ts", "catalog.yaml");
  file.import(["isResponseError", "ResponseError"], "../response-error.js");
  file.importType(["Failure"], "./types.js");
  file.line();
  file.doc(`The exception for a failed request to the ${api}. What went wrong is in \`failure\`.`);
  file.block(
    `export class ${name}<F extends Failure = Failure> extends ResponseError<F> {`,
    () => file.line(`override readonly name: string = ${printLiteral(name)};`),
    "}",
  );
  file.line();
  file.doc([
    `Whether a value is an exception of type ${name} and, if \`name\` is given, of that failure.`,
    "It compares names, not classes: exceptions of a second copy of the package count too.",
  ]);
  file.line(`export function is${name}<Name extends Failure["name"] = Failure["name"]>(`);
  file.line("  value: unknown,");
  file.line("  name?: Name,");
  file.block(
    `): value is ${name}<Extract<Failure, { readonly name: Name }>> {`,
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
