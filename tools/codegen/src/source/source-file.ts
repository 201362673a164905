import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkCharacters } from "../characters/check-characters.js";
import type { Location, Problem } from "../problem/problem.js";
import { errorMessage } from "../std/error-message.js";
import { parseJson } from "./parse-json.js";
import { parseYaml } from "./parse-yaml.js";
import { locator, syntaxProblem } from "./syntax-problem.js";

/** A path into a document: member names and list indexes. */
export type DocumentPath = readonly (string | number)[];

/** A scalar that YAML reads without quotation marks, which may not be what was meant. */
export interface PlainScalar {
  readonly path: DocumentPath;
  /** Whether it is the member's own name. */
  readonly at: "key" | "value";
  readonly source: string;
  /** What YAML 1.2 makes of the source. */
  readonly value: unknown;
}

/** A YAML or JSON file of the catalog, which knows where each of its values stands. */
export interface SourceFile {
  /** Relative to the catalog's folder. */
  readonly file: string;
  /** The parsed value; undefined where the file could not be parsed. */
  readonly value: unknown;
  /** What is wrong with the characters and the syntax. */
  readonly problems: readonly Problem[];
  /** Where a value stands, or the member's own name with `key`; the nearest parent's place where the path leads nowhere. */
  locate(path: DocumentPath, at?: "key" | "value"): Location;
  /** Every scalar without quotation marks, of YAML; of JSON none. To be asked for once, when the form is checked. */
  plainScalars(): readonly PlainScalar[];
}

/** Reads and parses a file; a missing file and bad syntax are problems, not exceptions. */
export function readSourceFile(directory: string, file: string): SourceFile {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(directory, file));
  } catch (cause) {
    return unusable(file, undefined, `cannot be read: ${errorMessage(cause)}`);
  }
  const text = bytes.toString("utf8");
  if (!isUtf8(bytes)) {
    const place = locator(file, text)(text.indexOf("\ufffd"));
    return unusable(file, place, "is not UTF-8", "save it as UTF-8");
  }
  return parseSourceFile(directory, file, text);
}

/** What each file held when it was read last: watch reads all of them again when one has changed. */
const parsed = new Map<string, { readonly text: string; readonly source: SourceFile }>();

/** Parses a file, unless it holds what it held. */
function parseSourceFile(directory: string, file: string, text: string): SourceFile {
  const key = JSON.stringify([directory, file]);
  const known = parsed.get(key);
  if (known?.text === text) return known.source;
  const source = parseText(file, text);
  parsed.set(key, { text, source });
  return source;
}

/** Every file of the catalog comes through here: its raw text is checked, then it is parsed. */
function parseText(file: string, marked: string): SourceFile {
  const text = marked.replace(/^\ufeff/, "");
  const locationAt = locator(file, text);
  const faults = [
    ...(text === marked ? [] : [BYTE_ORDER_MARK]),
    ...checkCharacters(file, text),
  ].map(
    ({ offset, message, hint }): Problem => ({
      rule: "characters",
      severity: "error",
      message,
      hint,
      location: locationAt(offset),
    }),
  );
  const source = isTooDeep(text)
    ? unusable(file, locationAt(0), "is nested too deep to be read")
    : file.endsWith(".json")
      ? parseJson(file, text)
      : parseYaml(file, text);
  return { ...source, problems: [...faults, ...source.problems] };
}

const BYTE_ORDER_MARK = {
  offset: 0,
  message: "the file begins with a byte order mark, U+FEFF",
  hint: 'save it as "UTF-8", not as "UTF-8 with BOM"',
};

const MAX_DEPTH = 256;

/** The parsers call themselves for each level: without a limit a hostile file takes the process down. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth = bracket === "[" || bracket === "{" ? depth + 1 : Math.max(0, depth - 1);
    if (depth > MAX_DEPTH) return true;
  }
  return /^[-?: \t]{512}/m.test(text);
}

/** A file of which nothing can be checked. */
function unusable(
  file: string,
  location: Location = { file, line: 1, column: 1 },
  message: string,
  hint?: string,
): SourceFile {
  return {
    file,
    value: undefined,
    problems: [{ ...syntaxProblem(location, message), ...(hint !== undefined && { hint }) }],
    locate: () => location,
    plainScalars: () => [],
  };
}
