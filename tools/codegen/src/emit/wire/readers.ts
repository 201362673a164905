import type { Wire } from "../../catalog/catalog.js";
import { finalNames, namesIn } from "../../catalog/wire.js";
import type { GeneratedFile } from "../generated-file.js";
import { printLiteral } from "../literal.js";

/** Returns the members of a body that the validator reads by name, each once. */
export function membersRead(wire: Wire): readonly string[] {
  const { error, code, message, batch, failed } = wire;
  const flags = (failed?.members ?? []).flatMap(({ path }) => path);
  const paths = [error, ...code, ...message, batch?.path ?? []];
  return [...new Set([...paths.flatMap(namesIn), ...flags, "status"])];
}

/**
 * Writes the functions that read the members of a body, by literal names: engines read these
 * fastest.
 */
export function addReaders(file: GeneratedFile, wire: Wire): void {
  addErrorReaders(file, wire);
  addCodeReaders(file, wire);
  addMessageReaders(file, wire);
  const [batch] = wire.batch === undefined ? [] : finalNames([wire.batch.path]);
  addFunction(
    file,
    "Returns the items of a batch.",
    `itemsOf(${batch === undefined ? "_body" : "body"}: Members): unknown`,
    batch === undefined ? "return undefined;" : `return ${memberOf("body", batch)};`,
  );
}

function addErrorReaders(file: GeneratedFile, wire: Wire): void {
  const [first = "", ...others] = namesIn(wire.error);
  const isBody = wire.error.length === 0;
  const holder = others.reduce(
    (object, name) => `(membersOf(${object}) ?? NO_MEMBERS)[${printLiteral(name)}]`,
    memberOf("body", first),
  );
  addFunction(
    file,
    "Returns what holds an error's code and text.",
    `errorOf(${isBody ? "error" : "body"}: Members): Members`,
    isBody ? "return error;" : `return membersOf(${holder}) ?? NO_MEMBERS;`,
  );
  addFunction(
    file,
    "Whether a body has an error where the API has them, even without a code.",
    `hasErrorMember(${isBody ? "_body" : "body"}: Members): boolean`,
    isBody ? "return false;" : `return (${holder} ?? null) !== null;`,
  );
}

function addCodeReaders(file: GeneratedFile, wire: Wire): void {
  const { success } = wire;
  const [code = ""] = finalNames(wire.code);
  addFunction(
    file,
    "Whether an error has a code.",
    "hasCode(error: Members): boolean",
    `return ${printLiteral(code)} in error;`,
  );
  addFunction(
    file,
    "Returns an error's code.",
    "codeOf(error: Members): unknown",
    `return ${memberOf("error", code)};`,
  );
  addFunction(
    file,
    "Whether a code means success, in any form that the API sends.",
    `isSuccessCode(${success.length > 0 ? "code" : "_code"}: unknown): boolean`,
    ...testsOf(success),
  );
}

/**
 * Returns the lines that compare a code with those of success. Engines compare texts with texts
 * several times as fast as with whatever comes, so where some are numbers the type decides first.
 */
function testsOf(success: Wire["success"]): readonly string[] {
  const test = (codes: Wire["success"]) =>
    codes.map((each) => `code === ${printLiteral(each)}`).join(" || ") || "false";
  const texts = success.filter((each) => typeof each === "string");
  const others = success.filter((each) => typeof each !== "string");
  return texts.length === 0 || others.length === 0
    ? [`return ${test(success)};`]
    : [`if (typeof code === "string") return ${test(texts)};`, `return ${test(others)};`];
}

function addMessageReaders(file: GeneratedFile, wire: Wire): void {
  const [first = "", ...others] = finalNames(wire.message);
  addFunction(
    file,
    "Returns an error's text.",
    "messageOf(error: Members): unknown",
    `return ${memberOf("error", first)};`,
  );
  const values = others.map((key) => memberOf("error", key));
  addFunction(
    file,
    "Returns the text from the members that hold it where the first does not.",
    `otherMessageOf(${others.length > 0 ? "error" : "_error"}: Members): string | undefined`,
    ...values.map((value) => `if (typeof ${value} === "string") return ${value};`),
    "return undefined;",
  );
}

function addFunction(
  file: GeneratedFile,
  doc: string,
  signature: string,
  ...lines: readonly string[]
): void {
  file.line();
  file.function(doc, signature, lines);
}

function memberOf(object: string, name: string): string {
  return `${object}[${printLiteral(name)}]`;
}
