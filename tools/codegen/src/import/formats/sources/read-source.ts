import { parser as goParser } from "@lezer/go";
import { parser as javaParser } from "@lezer/java";
import { parser as scriptParser } from "@lezer/javascript";
import { parser as pythonParser } from "@lezer/python";
import { TOO_DEEP } from "../../../source/nesting-depth.js";
import {
  problemAt,
  type Reading,
  type TableDocument,
  type TableReading,
  toReading,
  unreadable,
} from "../rows/row.js";
import { findDeclarations } from "./declarations.js";
import { groupTables } from "./declared-rows.js";
import { findEnums } from "./find-enums.js";
import type { Language } from "./language.js";

const PARSERS = {
  typescript: scriptParser.configure({ dialect: "ts" }),
  java: javaParser,
  go: goParser,
  python: pythonParser,
};

/**
 * Reads the enums, constants, maps and lists of errors in source code. The code is read as text:
 * nothing of it is run, and what only running it would tell is a problem.
 */
export function readSource(document: TableDocument, language: Language): Reading {
  const tooDeepAt = findTooDeep(document.text);
  if (tooDeepAt !== undefined) return unreadable(problemAt(document, tooDeepAt, TOO_DEEP));
  return toReading(readSourceTables(document, language));
}

/** A parser keeps what is open: without a limit, a hostile file would take all memory. */
const MAX_DEPTH = 2_000;

/** The line where more brackets are open than any code has; brackets in texts count too. */
function findTooDeep(text: string): number | undefined {
  let depth = 0;
  for (const { 0: bracket, index } of text.matchAll(/[[\](){}]/g)) {
    depth = "[({".includes(bracket) ? depth + 1 : Math.max(0, depth - 1);
    if (depth > MAX_DEPTH) return text.slice(0, index).split("\n").length;
  }
  return undefined;
}

/** The tables in a piece of source code. */
export function readSourceTables(
  document: TableDocument,
  language: Language,
): readonly TableReading[] {
  if (findTooDeep(document.text) !== undefined) return [];
  if (language === "enums") return groupTables(document, findEnums(document.text));
  const tree = PARSERS[language].parse(withClosedComment(document.text));
  return groupTables(document, findDeclarations(tree.topNode, document.text));
}

/** The parser of Java looks for the end of each comment that is open, up to the end of the file. */
function withClosedComment(source: string): string {
  return source.lastIndexOf("/*") > source.lastIndexOf("*/") ? `${source}*/` : source;
}
