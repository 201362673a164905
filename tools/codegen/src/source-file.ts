import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import {
  findNodeAtLocation,
  type Node as JsonNode,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";
import { isMap, isNode, isPair, LineCounter, type Node, parseDocument } from "yaml";
import { messageOf } from "./message-of.js";
import type { Location, Problem } from "./problem.js";

/** A path into a document: member names and list indexes. */
export type DocumentPath = readonly (string | number)[];

/** A YAML or JSON file of the catalog, which knows where each of its values stands. */
export interface SourceFile {
  /** Relative to the catalog's folder. */
  readonly file: string;
  /** The parsed value; undefined where the file could not be parsed. */
  readonly value: unknown;
  /** What is wrong with the syntax. */
  readonly problems: readonly Problem[];
  /** Where a value stands, or the member's own name with `key`; the nearest parent's place where the path leads nowhere. */
  locate(path: DocumentPath, at?: "key" | "value"): Location;
  /** Whether a scalar was written without quotation marks, and how. */
  plainScalar(path: DocumentPath): string | undefined;
}

/** Reads and parses a file; a missing file and bad syntax are problems, not exceptions. */
export function readSourceFile(directory: string, file: string): SourceFile {
  let text: string;
  try {
    text = readFileSync(new URL(file, directoryUrl(directory)), "utf8");
  } catch (cause) {
    return unreadable(file, messageOf(cause));
  }
  return parseSourceFile(file, text);
}

function parseSourceFile(file: string, text: string): SourceFile {
  return file.endsWith(".json") ? parseJson(file, text) : parseYaml(file, text);
}

/** Parses the text of a JSON file. */
export function parseJson(file: string, text: string): SourceFile {
  const lineCounter = new LineCounter();
  lineCounter.addNewLine(0);
  for (const { index } of text.matchAll(/\n/g)) lineCounter.addNewLine(index + 1);
  const locationAt = (offset: number) => locationIn(file, text, lineCounter, offset);
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  const broken = errors
    .slice(0, 1)
    .map(({ offset, error }) =>
      syntaxProblem(locationAt(offset), `not valid JSON: ${printParseErrorCode(error)}`),
    );
  const duplicates = (root === undefined ? [] : duplicateKeys(root)).map(({ offset, value }) =>
    syntaxProblem(locationAt(offset), `the key ${JSON.stringify(value)} stands twice`),
  );
  return {
    file,
    value: broken.length > 0 ? undefined : JSON.parse(text),
    problems: [...broken, ...duplicates],
    locate(path, at = "value") {
      for (let depth = path.length; depth >= 0 && root !== undefined; depth--) {
        const node = findNodeAtLocation(root, path.slice(0, depth));
        const key = depth === path.length && at === "key" ? node?.parent?.children?.[0] : undefined;
        if (node !== undefined) return locationAt((key ?? node).offset);
      }
      return locationAt(0);
    },
    plainScalar: () => undefined,
  };
}

/** The second of two equal keys in one object, at any depth: JSON.parse keeps the last without a word. */
function duplicateKeys({ type, children = [] }: JsonNode): JsonNode[] {
  const seen = new Set<unknown>();
  const again: JsonNode[] = [];
  for (const key of type === "object"
    ? children.flatMap((property) => property.children?.[0] ?? [])
    : []) {
    if (seen.has(key.value)) again.push(key);
    seen.add(key.value);
  }
  return [...again, ...children.flatMap(duplicateKeys)];
}

function locationIn(
  file: string,
  text: string,
  lineCounter: LineCounter,
  offset: number,
): Location {
  const { line, col } = lineCounter.linePos(offset);
  return { file, line: Math.max(line, 1), column: Math.max(col, 1), text };
}

function parseYaml(file: string, text: string): SourceFile {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const locationAt = (offset: number) => locationIn(file, text, lineCounter, offset);
  const nodeAt = (path: DocumentPath): Node | undefined => {
    const node = path.length === 0 ? document.contents : document.getIn(path, true);
    return isNode(node) ? node : undefined;
  };
  const problems = firstCauses([...document.errors, ...document.warnings]).map((error) =>
    syntaxProblem(locationAt(error.pos[0]), error.message),
  );
  let value: unknown;
  try {
    value = document.errors.length > 0 ? undefined : document.toJS();
  } catch (error) {
    // An alias to an anchor that is not there, or aliases that expand without end.
    problems.push(syntaxProblem(locationAt(0), messageOf(error)));
  }
  return {
    file,
    value,
    problems,
    locate(path, at = "value") {
      for (let depth = path.length; depth >= 0; depth--) {
        const parent =
          depth > 0 && at === "key" && depth === path.length
            ? nodeAt(path.slice(0, -1))
            : undefined;
        const pair = isMap(parent)
          ? parent.items.find(({ key }) => isNode(key) && String(key) === String(path[depth - 1]))
          : undefined;
        const node = isPair(pair) && isNode(pair.key) ? pair.key : nodeAt(path.slice(0, depth));
        if (node?.range) return locationAt(node.range[0]);
      }
      return locationAt(0);
    },
    plainScalar(path) {
      const node = nodeAt(path) as { type?: string; source?: string } | undefined;
      return node?.type === "PLAIN" ? node.source : undefined;
    },
  };
}

/** After a first mistake in the structure, what the parser reports of it further on is no cause of its own. */
function firstCauses<E extends { readonly code: string }>(errors: readonly E[]): readonly E[] {
  const first = errors.find(({ code }) => code !== "DUPLICATE_KEY");
  return errors.filter((error) => error === first || error.code === "DUPLICATE_KEY");
}

function unreadable(file: string, reason: string): SourceFile {
  const location: Location = { file, line: 1, column: 1 };
  return {
    file,
    value: undefined,
    problems: [syntaxProblem(location, `cannot be read: ${reason}`)],
    locate: () => location,
    plainScalar: () => undefined,
  };
}

function syntaxProblem(location: Location, message: string): Problem {
  return { rule: "syntax", severity: "error", message, location };
}

/** The URL of a folder, with the slash that makes relative files resolve inside it. */
export function directoryUrl(directory: string): URL {
  return pathToFileURL(`${directory}/`);
}
