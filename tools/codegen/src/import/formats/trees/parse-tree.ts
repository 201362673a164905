import { type Document, LineCounter, parseDocument } from "yaml";
import type { Problem } from "../../../problem/problem.js";
import { isYamlTooDeep, TOO_DEEP } from "../../../source/nesting-depth.js";
import { removeDuplicateKeys } from "../../../source/remove-duplicate-keys.js";
import { findYamlFault, type YamlFault } from "../../../source/yaml-faults.js";
import { errorMessage } from "../../../std/error-message.js";
import { quoteBriefly } from "../../../std/quote-briefly.js";
import type { LineOf } from "../rows/line-finder.js";
import { problemAt, type TableDocument } from "../rows/row.js";
import { type FoundMap, mapsOf } from "./tree-node.js";

/** A document in YAML or JSON, parsed. */
export interface ParsedTree {
  readonly root: unknown;
  readonly maps: readonly FoundMap[];
  readonly lineOf: LineOf;
}

/** The document, or the problems that prevent reading it. */
export function parseTree(document: TableDocument): ParsedTree | Problem[] {
  if (isYamlTooDeep(document.text)) return [problemAt(document, 1, TOO_DEEP)];
  const lineCounter = new LineCounter();
  const parsed = parseDocument(document.text, {
    prettyErrors: false,
    lineCounter,
    logLevel: "error",
    // The parser compares each key with all others.
    uniqueKeys: false,
  });
  const problems = findFaults(parsed).map(({ message, offset }) => {
    const { line, col } = lineCounter.linePos(offset);
    return problemAt(document, Math.max(1, line), message, { column: Math.max(1, col) });
  });
  if (problems.length > 0) return problems;
  try {
    // It throws for an alias without its anchor, and for aliases that expand without end.
    parsed.toJS();
  } catch (error) {
    return [problemAt(document, 1, errorMessage(error))];
  }
  return {
    root: parsed.contents,
    maps: mapsOf(parsed.contents),
    lineOf: (offset) => Math.max(1, lineCounter.linePos(offset).line),
  };
}

/** The number of errors reported: text that is not YAML at all has one at each line. */
const MAX_ERRORS = 20;

function findFaults(parsed: Document.Parsed): readonly YamlFault[] {
  if (parsed.errors.length > 0) {
    return parsed.errors.slice(0, MAX_ERRORS).map(({ code, message, pos: [offset] }) => {
      // The parser calls itself for each level, and reports only that its stack overflowed.
      const isTooDeep = code === "RESOURCE_EXHAUSTION";
      return { offset, message: isTooDeep ? TOO_DEEP : `not valid YAML or JSON: ${message}` };
    });
  }
  const duplicates = removeDuplicateKeys(parsed).map(({ name, again }) => ({
    offset: again,
    message: `duplicate key ${quoteBriefly(name)}`,
  }));
  const fault = findYamlFault(parsed);
  return fault === undefined ? duplicates : [fault];
}
