import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { isMap, isNode, isPair, LineCounter, type Node, parseDocument } from "yaml";
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
    return unreadable(file, cause instanceof Error ? cause.message : String(cause));
  }
  return parseSourceFile(file, text);
}

/** Parses the text of a file. JSON is parsed as such; its positions are found when they are asked for. */
function parseSourceFile(file: string, text: string): SourceFile {
  if (file.endsWith(".json")) {
    try {
      const value: unknown = JSON.parse(text);
      let positions: SourceFile | undefined;
      const withPositions = () => (positions ??= parseYaml(file, text));
      return {
        file,
        value,
        problems: duplicateKeyProblems(file, text, withPositions),
        locate: (path, at) => withPositions().locate(path, at),
        plainScalar: () => undefined,
      };
    } catch {
      // The YAML parser reads JSON too, and says where it fails.
      const parsed = parseYaml(file, text);
      if (parsed.problems.length > 0) return { ...parsed, value: undefined };
      return {
        ...parsed,
        value: undefined,
        problems: [syntaxProblem(parsed.locate([]), "not valid JSON")],
      };
    }
  }
  return parseYaml(file, text);
}

function parseYaml(file: string, text: string): SourceFile {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const locationAt = (offset: number): Location => {
    const { line, col } = lineCounter.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), text };
  };
  const nodeAt = (path: DocumentPath): Node | undefined => {
    const node = path.length === 0 ? document.contents : document.getIn(path, true);
    return isNode(node) ? node : undefined;
  };
  return {
    file,
    value: document.errors.length > 0 ? undefined : document.toJS(),
    problems: firstCauses([...document.errors, ...document.warnings]).map((error) =>
      syntaxProblem(locationAt(error.pos[0]), error.message),
    ),
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

/** JSON.parse keeps the last of two equal keys without a word; the YAML parser names the second. */
function duplicateKeyProblems(
  file: string,
  text: string,
  parse: () => SourceFile,
): readonly Problem[] {
  const keys = text.match(/^ {2}"(?:[^"\\]|\\.)*"(?=\s*:)/gm) ?? [];
  return new Set(keys).size === keys.length
    ? []
    : parse().problems.filter((problem) => problem.location.file === file);
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
