import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  visit,
} from "yaml";
import { createLocationFinder } from "../problem/location-finder.js";
import type { Location, Problem } from "../problem/problem.js";
import { errorMessage } from "../std/error-message.js";
import type { DocumentPath, PlainScalar, SourceFile } from "./source-file.js";
import { duplicateProblem, locator, syntaxProblem } from "./syntax-problem.js";
import { columnBeforeExpansion, expandTabs, tabIndents, tabProblem } from "./tab-indents.js";

type LocationAt = (offset: number) => Location;

const YAML_OPTIONS = { prettyErrors: false, uniqueKeys: false, logLevel: "error" } as const;

/** Parses the text of a YAML file. */
export function parseYaml(file: string, text: string): SourceFile {
  const document = parseDocument(text, YAML_OPTIONS);
  const locationAt = locator(file, text);
  const indents = tabIndents(text);
  const tab = indents.find(({ start, end }) =>
    document.errors.some(({ pos }) => pos[0] >= start && pos[0] <= end),
  );
  if (tab === undefined) return yamlFile(file, text, document, locationAt);
  const problem = tabProblem(locationAt(tab.tab), indents.length);
  const source = parseWithSpaces(file, text);
  if (source !== undefined) return { ...source, problems: [problem, ...source.problems] };
  return { ...yamlFile(file, text, document, locationAt), problems: [problem] };
}

/** Reads tabs as some number of spaces, so that the rest of the file can be checked. */
function parseWithSpaces(file: string, text: string): SourceFile | undefined {
  for (const width of [2, 4, 8, 1]) {
    const spaced = expandTabs(text, width);
    const document = parseDocument(spaced, YAML_OPTIONS);
    if (document.errors.length > 0) continue;
    const inSpaced = locator(file, spaced);
    const inText = createLocationFinder(file, text);
    return yamlFile(file, spaced, document, (offset) => {
      const { line, column } = inSpaced(offset);
      return inText(line, columnBeforeExpansion(text, line, column, width));
    });
  }
  return undefined;
}

/** How to fix the most common syntax errors. */
const SYNTAX_HINTS: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'quote a text that has ": " in it',
  BAD_SCALAR_START: "quote a text that begins with this character",
};

function yamlFile(
  file: string,
  text: string,
  document: Document.Parsed,
  locationAt: LocationAt,
): SourceFile {
  const problems = [
    ...[...document.errors.slice(0, 1), ...document.warnings].map((error) => ({
      ...syntaxProblem(locationAt(error.pos[0]), error.message),
      hint: SYNTAX_HINTS[error.code],
    })),
    ...removeDuplicateKeys(document, locationAt),
  ];
  let value: unknown;
  try {
    value = document.errors.length > 0 ? undefined : document.toJS();
  } catch (error) {
    // An alias to a missing anchor, or aliases that expand without end.
    problems.push(syntaxProblem(locationAt(0), errorMessage(error)));
  }
  // The tree takes many times the memory of the text. Once the file is validated only problems ask
  // for places, so it is freed, and parsed again when it is needed.
  let kept: Document.Parsed | undefined = document;
  const tree = () => {
    kept ??= parseDocument(text, YAML_OPTIONS);
    return kept;
  };
  return {
    file,
    value,
    problems,
    locate(path, at = "value") {
      const key = at === "key" ? keyAt(tree(), path) : undefined;
      return locationAt(key?.range?.[0] ?? offsetOf(tree(), path));
    },
    plainScalars() {
      const found = plainScalars(tree().contents, []);
      kept = undefined;
      return found;
    },
  };
}

function nodeAt(document: Document, path: DocumentPath): Node | undefined {
  const node = path.reduce<unknown>(childOf, document.contents);
  return isNode(node) ? node : undefined;
}

function childOf(node: unknown, step: DocumentPath[number]): unknown {
  return isSeq(node) ? node.items[Number(step)] : memberOf(node, step)?.value;
}

/** A member of an object. Its key may be a number in the file: `429:`. */
function memberOf(node: unknown, step: DocumentPath[number] | undefined): Pair | undefined {
  if (!isMap(node)) return undefined;
  return node.items.find(({ key }) => isNode(key) && String(key) === String(step));
}

/** The key of the member that a path leads to. */
function keyAt(document: Document, path: DocumentPath): Node | undefined {
  const key = memberOf(nodeAt(document, path.slice(0, -1)), path.at(-1))?.key;
  return isNode(key) ? key : undefined;
}

/** Where the value at a path begins, or else its nearest parent. */
function offsetOf(document: Document, path: DocumentPath): number {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = nodeAt(document, path.slice(0, depth));
    if (node?.range) return node.range[0];
  }
  return 0;
}

/** Removes the second of two equal keys, so that the first counts and the rest can be checked. */
function removeDuplicateKeys(document: Document.Parsed, locationAt: LocationAt): Problem[] {
  const problems: Problem[] = [];
  visit(document, {
    Map(_, map) {
      const seen = new Map<string, number>();
      map.items = map.items.filter(({ key }) => {
        if (!isScalar(key)) return true;
        const [name, offset] = [String(key.value), key.range?.[0] ?? 0];
        const first = seen.get(name);
        if (first === undefined) seen.set(name, offset);
        else problems.push(duplicateProblem(name, locationAt(first), locationAt(offset)));
        return first === undefined;
      });
    },
  });
  return problems;
}

function plainScalars(
  node: unknown,
  path: DocumentPath,
  at: PlainScalar["at"] = "value",
): PlainScalar[] {
  if (isScalar(node))
    return node.type === "PLAIN" ? [{ path, at, raw: node.source ?? "", value: node.value }] : [];
  if (isSeq(node)) return node.items.flatMap((item, index) => plainScalars(item, [...path, index]));
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key, value }) => {
    const inner = [...path, isScalar(key) ? String(key.value ?? "") : String(key)];
    return [
      ...plainScalars(isScalar(key) ? key : undefined, inner, "key"),
      ...plainScalars(value, inner),
    ];
  });
}
