import { type BigIntStats, lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type CharacterPolicy, checkCharacters } from "../characters/check-characters.js";
import { createProblem, startOf } from "../problem/problem.js";
import { decodeUtf8 } from "../std/decode-utf8.js";
import { errorMessage } from "../std/error-message.js";
import { AS_BIGINT } from "../std/read-regular-file.js";
import { keepEqual } from "./keep-equal.js";
import { parseJson } from "./parse-json.js";
import { parseYaml } from "./parse-yaml.js";
import type { SourceFile } from "./source-file.js";
import { locator } from "./syntax-problem.js";
import { unusableFile } from "./unusable-file.js";

/** The files that were parsed last, by path: one whose text is unchanged is not parsed again. */
export type ParsedFiles = Map<string, { readonly text: string; readonly source: SourceFile }>;

/** Texts by the path of the file that they stand for. */
export type EditedTexts = ReadonlyMap<string, string>;

/** Options for reading a file. */
export interface ReadOptions {
  /** The characters to check; all of them by default. */
  readonly characters?: CharacterPolicy;
  /** The files that were parsed last. */
  readonly parsed?: ParsedFiles;
  /** The texts of edits that are not written yet. */
  readonly edited?: EditedTexts;
}

/** Reads and parses a file. A missing file and bad syntax are problems, not exceptions. */
export function readSourceFile(
  directory: string,
  file: string,
  { characters = "all", parsed = new Map(), edited }: ReadOptions = {},
): SourceFile {
  const path = join(directory, file);
  let bytes: Buffer;
  try {
    const fault = findFault(path);
    if (fault !== undefined) return unusableFile(startOf(file), fault);
    bytes = readFileSync(path);
  } catch (cause) {
    return unusableFile(startOf(file), `cannot be read: ${errorMessage(cause)}`);
  }
  const text = edited?.get(path) ?? decodeUtf8(bytes);
  if (text === undefined) {
    const replaced = bytes.toString("utf8");
    const place = locator(file, replaced)(replaced.indexOf("\ufffd"));
    return unusableFile(place, "is not UTF-8", "save it as UTF-8");
  }
  const known = parsed.get(path);
  if (known?.text === text) return known.source;
  const read = parseText(file, text, characters);
  const source =
    known === undefined ? read : { ...read, value: keepEqual(known.source.value, read.value) };
  parsed.set(path, { text, source });
  return source;
}

/** The message for a link: it may lead out of the catalog, and lines of its file are printed. */
export const IS_LINK = "is a symbolic link: a catalog has files of its own";

/** Returns why a file is not read at all. Its lines are printed with its problems. */
function findFault(path: string): string | undefined {
  const stats = lstatSync(path, AS_BIGINT);
  if (stats.isSymbolicLink()) return IS_LINK;
  if (!stats.isFile()) return "is not a file";
  return sizeFault(stats);
}

/** The file of a locale with 100,000 entries has a third of it, and no text editor opens more. */
const MAX_MEBIBYTES = 128;

/** Returns why a file of a catalog is too large to be read; undefined if it is not. */
export function sizeFault({ size }: BigIntStats): string | undefined {
  return size > MAX_MEBIBYTES * 2 ** 20 ? `is larger than ${MAX_MEBIBYTES} MiB` : undefined;
}

/** Checks the raw text of a file, then parses it. */
function parseText(file: string, marked: string, characters: CharacterPolicy): SourceFile {
  const text = marked.replace(/^\ufeff/, "");
  const locationAt = locator(file, text);
  const faults = [
    ...(text === marked ? [] : [BYTE_ORDER_MARK]),
    ...checkCharacters(text, characters),
  ].map(({ offset, message, hint }) =>
    createProblem("characters", locationAt(offset), message, { hint }),
  );
  const source = file.endsWith(".json") ? parseJson(file, text) : parseYaml(file, text);
  return { ...source, problems: [...faults, ...source.problems] };
}

const BYTE_ORDER_MARK = {
  offset: 0,
  message: "the file begins with a byte order mark, U+FEFF",
  hint: 'save it as "UTF-8", not as "UTF-8 with BOM"',
};
