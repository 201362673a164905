import type { Wire } from "../../catalog/catalog.js";
import type { GeneratedFile } from "../generated-file.js";
import { printLiteral } from "../literal.js";

/** Writes the function that looks for the members that say whether a request failed. */
export function addFailedFlag(file: GeneratedFile, { failed }: Wire): void {
  const flags = (failed?.members ?? []).map(({ path, values }) => ({ key: path[0] ?? "", values }));
  file.line();
  file.doc(
    "Returns the member of a body that does not say that it succeeded, and what is wrong: a keyword of JSON Schema.",
  );
  const parameter = flags.length > 0 ? "body" : "_body";
  file.block(
    `export function findFailedFlag(${parameter}: Members): readonly [string, string] | undefined {`,
    () => {
      for (const { key, values } of flags) addFlag(file, printLiteral(key), values);
      file.line("return undefined;");
    },
    "}",
  );
}

function addFlag(file: GeneratedFile, key: string, values: readonly unknown[]): void {
  const value = `body[${key}]`;
  const types = [...new Set(values.map((each) => typeof each))];
  const isOther = types.map((each) => `typeof ${value} !== ${printLiteral(each)}`).join(" && ");
  const isFailed = values.map((each) => `${value} === ${printLiteral(each)}`).join(" || ");
  file.block(
    `if (${value} !== undefined) {`,
    () => {
      file.line(`if (${isOther}) return [${key}, "type"];`);
      file.line(`if (${isFailed}) return [${key}, "not"];`);
    },
    "}",
  );
}
