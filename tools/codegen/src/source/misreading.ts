import { createProblem, type Problem } from "../problem/problem.js";
import { IMPLICIT_TYPES } from "./implicit-types.js";
import type { PlainScalar, SourceFile } from "./source-file.js";
import { yamlLibrary } from "./yaml-library.js";

/**
 * Reports an unquoted scalar that other tools, or lists of keys, read as something else, or that
 * ends where its author did not end it.
 */
export function checkMisreading(file: SourceFile, scalar: PlainScalar): Problem[] {
  const { path, at, raw, value } = scalar;
  if (TYPOGRAPHIC_QUOTE.test(raw)) return [quoteProblem(file, scalar)];
  if (typeof value === "string" && CUT_OFF.test(scalar.comment)) return [cutProblem(file, scalar)];
  const older = typeof value === "string" ? readAsYaml11(raw) : undefined;
  const isKey = at === "key" && typeof value !== "string" && String(value) !== raw;
  const isWord = at === "key" && (value === null || typeof value === "boolean");
  if (older === undefined && !isKey && !isWord) return [];
  const reader = older === undefined ? "YAML" : "tools that use YAML 1.1";
  const what = at === "key" ? `the key ${raw}` : raw;
  const message =
    raw === ""
      ? "an empty key is null in YAML"
      : `unquoted, ${what} is read as ${nameValue(older ?? value)} by ${reader}`;
  const hint = `quote it: ${JSON.stringify(raw)}`;
  return [createProblem("schema", file.locate(path, at), message, { hint })];
}

/** The quotation marks that word processors put in. */
const TYPOGRAPHIC_QUOTE = /^[\u00ab\u2018-\u201f]/;

function quoteProblem(file: SourceFile, { path, at, raw }: PlainScalar): Problem {
  const text = raw.replace(TYPOGRAPHIC_QUOTE, "").replace(/[\u00bb\u2018-\u201f]$/, "");
  const message = `${raw} begins with a typographic quotation mark, which is text to YAML`;
  const hint = `use plain quotation marks: ${JSON.stringify(text)}`;
  return createProblem("schema", file.locate(path, at), message, { hint });
}

/**
 * Matches the rest of a text such as `Order #7 not found`. What people mean as a comment has a
 * space.
 */
const CUT_OFF = /^\s+#[^\s#]/;

function cutProblem(file: SourceFile, { path, at, raw, comment }: PlainScalar): Problem {
  const message = `unquoted, the text ends before ${JSON.stringify(comment.trim())}, which is a comment to YAML`;
  const hint = `quote it: ${JSON.stringify(raw + comment)}; or write a space after # for a comment`;
  return createProblem("schema", file.locate(path, at), message, { hint });
}

/** The value of an unquoted scalar in YAML 1.1, where it is not a text there. */
export function readAsYaml11(raw: string): unknown {
  if (!IMPLICIT_TYPES["1.1"].some((form) => form.test(raw))) return undefined;
  const value: unknown = yamlLibrary().parse(raw, { version: "1.1", logLevel: "silent" });
  return typeof value === "string" ? undefined : value;
}

/** A value that YAML has read, in words. */
export function nameValue(value: unknown): string {
  if (value instanceof Date) return "a date";
  return value === null ? "null" : `the ${typeof value} ${value}`;
}
