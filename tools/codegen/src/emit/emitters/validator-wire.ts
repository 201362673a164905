import type { Catalog } from "../../catalog/catalog.js";
import type { OutputFile } from "../../write/output-file.js";
import type { Emitter } from "../emitter.js";
import { packageFile } from "../generated-file.js";
import { printLiteral } from "../literal.js";

/** The facts that the validator needs beside the errors, and the names that users see. */
export const emitter: Emitter = {
  name: "validator-wire",
  from: "catalog.yaml",
  emit: (catalog) => [wireFacts(catalog), errorClass(catalog)],
};

function wireFacts(catalog: Catalog): OutputFile {
  const { error, code, message, success, numericCodes, batch } = catalog.manifest.wire;
  const { id, problemStatus } = catalog.manifest;
  const constants: readonly (readonly [doc: string, name: string, type: string, value: unknown])[] =
    [
      ["The id of the catalog.", "catalogId", "string", id],
      [
        "The path from a body to the object that holds the error's code and message.",
        "errorPath",
        "readonly string[]",
        error === undefined ? [] : [error],
      ],
      ["The member that holds the error's code.", "codeKey", "string", code],
      ["The member that holds the error's message.", "messageKey", "string", message],
      [
        "Whether a JSON number means the code of the same numeric value.",
        "numericCodes",
        "boolean",
        numericCodes,
      ],
      ["The member that holds the items of a batch.", "batchKey", "string | undefined", batch],
      [
        "The HTTP status that a gateway should answer a rejected request with, by category.",
        "problemStatus",
        "Readonly<Record<Category, number>>",
        problemStatus,
      ],
    ];
  const file = packageFile(catalog, "validator", "wire.ts", "catalog.yaml");
  file.importType(["Category"], "./types.js");
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
  return file.toFile();
}

function errorClass(catalog: Catalog): OutputFile {
  const { errorClass: name, title } = catalog.manifest;
  const api = title.replace(/ errors$/, "");
  const file = packageFile(catalog, "validator", "api-error.ts", "catalog.yaml");
  file.import(["isResponseError", "ResponseError"], "../response-error.js");
  file.importType(["ApiError"], "./types.js");
  file.line();
  file.doc(`The exception for an error response of the ${api}. The error is in \`error\`.`);
  file.block(
    `export class ${name}<E extends ApiError = ApiError> extends ResponseError<E> {`,
    () => file.line(`override readonly name: string = ${printLiteral(name)};`),
    "}",
  );
  file.line();
  file.doc([
    `Whether a value is an exception of type ${name} and, if \`name\` is given, of that error.`,
    "It compares names, not classes: exceptions of a second copy of the package count too.",
  ]);
  file.line(`export function is${name}<Name extends ApiError["name"] = ApiError["name"]>(`);
  file.line("  value: unknown,");
  file.line("  name?: Name,");
  file.block(
    `): value is ${name}<Extract<ApiError, { readonly name: Name }>> {`,
    () => file.line(`return isResponseError(value, ${printLiteral(name)}, name);`),
    "}",
  );
  return file.toFile();
}
