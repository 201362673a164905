import type { Catalog } from "../../catalog/catalog.js";
import type { OutputFile } from "../../write/output-file.js";
import { type Emitter, packageFile } from "../emitter.js";
import { printDoc, printHeader, printLiteral } from "../print.js";

/** What the validator must know of the API beside its errors: how a body is read, and the names that users see. */
export const emitter: Emitter = {
  name: "validator-wire",
  from: "catalog.yaml",
  emit: (catalog) => [wireFacts(catalog), errorClass(catalog)],
};

function wireFacts(catalog: Catalog): OutputFile {
  const { envelope, code, message, successCodes, numericCodes, batch } = catalog.manifest.wire;
  const { id, problemStatus } = catalog.manifest;
  const constants: readonly [doc: string, name: string, type: string, value: unknown][] = [
    ["The catalog's identity.", "catalogId", "string", id],
    [
      "Where in a body the error is: the members to go through to what holds its code and text.",
      "errorPath",
      "readonly string[]",
      envelope === undefined ? [] : [envelope],
    ],
    ["The member that holds the error's code.", "codeKey", "string", code],
    ["The member that holds the error's text.", "messageKey", "string", message],
    [
      "Whether a JSON number means the code of the same numeric value.",
      "numericCodes",
      "boolean",
      numericCodes,
    ],
    [
      "The member that holds the items of an answer to several requests.",
      "batchKey",
      "string | undefined",
      batch,
    ],
    [
      "The HTTP status of an error that was refused, by category.",
      "problemStatus",
      "Readonly<Record<Category, number>>",
      problemStatus,
    ],
  ];
  const print = ([doc, name, type, value]: (typeof constants)[number]) =>
    `${printDoc([doc])}export const ${name}: ${type} = ${value === undefined ? "undefined" : printLiteral(value, Array.isArray(value) ? undefined : 2)};\n`;
  return {
    path: packageFile(catalog.manifest, "validator", "wire.ts"),
    text: `${printHeader(catalog, "catalog.yaml")}import type { Category } from "./types.js";\n\n${constants.map(print).join("\n")}
${printDoc(["Whether a code means success, in one of the forms that come."])}export function isSuccessCode(${successCodes.length > 0 ? "code" : "_code"}: unknown): boolean {
  return ${successCodes.map((success) => `code === ${printLiteral(success)}`).join(" || ") || "false"};
}
`,
  };
}

function errorClass(catalog: Catalog): OutputFile {
  const { errorClass: name, title } = catalog.manifest;
  const api = title.replace(/ errors$/, "");
  return {
    path: packageFile(catalog.manifest, "validator", "api-error.ts"),
    text: `${printHeader(catalog, "catalog.yaml")}import { isResponseError, ResponseError } from "../response-error.js";
import type { ApiError } from "./types.js";

${printDoc([`An error response of the ${api} as an exception: what it says is in \`error\`.`])}export class ${name}<E extends ApiError = ApiError> extends ResponseError<E> {
  override readonly name: string = ${printLiteral(name)};
}

${printDoc([`Whether a value is a ${name}, and of the error with that name if one is given. By name, not by class: a second copy of the package is recognised too.`])}export function is${name}<Name extends ApiError["name"] = ApiError["name"]>(
  value: unknown,
  name?: Name,
): value is ${name}<Extract<ApiError, { readonly name: Name }>> {
  return isResponseError(value, ${printLiteral(name)}, name);
}
`,
  };
}
