import type { Problem } from "../problem/problem.js";
import type { PlainScalar, SourceFile } from "./source-file.js";

/** What stands without quotation marks and reaches another reader, or a list of keys, as something else. */
export function misreading(file: SourceFile, { path, at, source, value }: PlainScalar): Problem[] {
  if (TYPOGRAPHIC_QUOTE.test(source)) return [quoteProblem(file, { path, at, source, value })];
  const older = typeof value === "string" ? olderReading(source) : undefined;
  const isKey = at === "key" && typeof value !== "string" && String(value) !== source;
  const isWord = at === "key" && (value === null || typeof value === "boolean");
  if (older === undefined && !isKey && !isWord) return [];
  const what = `${at === "key" ? "the key " : ""}${source || "that is empty"}`;
  const message =
    older === undefined
      ? `${what} without quotation marks is ${nameValue(value)} to YAML`
      : `${what} without quotation marks is ${nameValue(older)} to tools that read YAML 1.1`;
  const hint = `write it in quotation marks: ${JSON.stringify(source)}`;
  return [{ rule: "schema", severity: "error", message, hint, location: file.locate(path, at) }];
}

/** What a word processor makes of a quotation mark. */
const TYPOGRAPHIC_QUOTE = /^[\u00ab\u2018-\u201f]/;

function quoteProblem(file: SourceFile, { path, at, source }: PlainScalar): Problem {
  const text = source.replace(TYPOGRAPHIC_QUOTE, "").replace(/[\u00bb\u2018-\u201f]$/, "");
  const message = `${source} begins with a quotation mark that YAML takes for a letter of the text`;
  const hint = `write it in plain quotation marks: ${JSON.stringify(text)}`;
  return { rule: "schema", severity: "error", message, hint, location: file.locate(path, at) };
}

/** What YAML 1.1 makes of a plain scalar that is text to YAML 1.2: https://yaml.org/type/ */
function olderReading(source: string): boolean | number | Date | undefined {
  const word = booleanOf(source);
  if (word !== undefined) return word;
  if (/^[-+]?[1-9][\d_]*(:[0-5]?\d)+$/.test(source)) {
    const [sign, digits] = [source.startsWith("-") ? -1 : 1, source.replaceAll(/[-+_]/g, "")];
    return sign * digits.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
  }
  if (/^[-+]?(0b[01_]+|0x[\da-f_]+|\d[\d_]*(\.[\d_]*)?)$/i.test(source)) {
    const [sign, digits] = [source.startsWith("-") ? -1 : 1, source.replaceAll(/[-+_]/g, "")];
    return sign * Number(digits);
  }
  return /^\d{4}-\d\d?-\d\d?([Tt ].*)?$/.test(source) ? new Date(0) : undefined;
}

/** The boolean that YAML 1.1 reads in a word. */
export function booleanOf(word: string): boolean | undefined {
  if (/^(y|yes|on|true)$/i.test(word)) return true;
  return /^(n|no|off|false)$/i.test(word) ? false : undefined;
}

/** What YAML has read, in words. */
export function nameValue(value: unknown): string {
  if (value instanceof Date) return "a date";
  return value === null ? "null" : `the ${typeof value} ${value}`;
}
