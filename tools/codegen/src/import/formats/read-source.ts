import { parser as goParser } from "@lezer/go";
import { parser as javaParser } from "@lezer/java";
import { parser as scriptParser } from "@lezer/javascript";
import { parser as pythonParser } from "@lezer/python";
import { findDeclarations } from "./declarations.js";
import { groupTables } from "./declared-rows.js";
import type { Language } from "./language.js";
import type { Reading, TableDocument, TableReading } from "./row.js";

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
  return { tables: readSourceTables(document, language), problems: [], unread: [] };
}

/** The tables in a piece of source code. */
export function readSourceTables(
  document: TableDocument,
  language: Language,
): readonly TableReading[] {
  const tree = PARSERS[language].parse(document.text);
  return groupTables(document, findDeclarations(tree.topNode, document.text));
}
