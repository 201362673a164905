import type { Document, Node, Pair } from "yaml";
import { createLocationFinder } from "../problem/location-finder.js";
import type { Location, Problem } from "../problem/problem.js";
import { errorMessage } from "../std/error-message.js";
import { conflictedFile } from "./conflicted-file.js";
import { isYamlTooDeep, TOO_DEEP } from "./nesting-depth.js";
import { readPlainYaml } from "./read-plain-yaml.js";
import { removeDuplicateKeys } from "./remove-duplicate-keys.js";
import type { DocumentPath, PlainScalar, SourceFile } from "./source-file.js";
import { duplicateProblem, locator, syntaxProblem } from "./syntax-problem.js";
import { columnBeforeExpansion, expandTabs, tabIndents, tabProblem } from "./tab-indents.js";
import { unusableFile } from "./unusable-file.js";
import { findYamlFault } from "./yaml-faults.js";
import { yamlLibrary } from "./yaml-library.js";

type LocationAt = (offset: number) => Location;

const YAML_OPTIONS = { prettyErrors: false, uniqueKeys: false, logLevel: "error" } as const;

function parseTree(text: string): Document.Parsed {
  return yamlLibrary().parseDocument(text, YAML_OPTIONS);
}

/** The number of errors reported: text that is not YAML at all has one at each line. */
const MAX_ERRORS = 20;

/** Parses the text of a YAML file. */
export function parseYaml(file: string, text: string): SourceFile {
  const locationAt = locator(file, text);
  if (isYamlTooDeep(text)) return unusableFile(locationAt(0), TOO_DEEP);
  const value = readPlainYaml(text);
  if (value !== undefined) {
    const finder = placesIn(text, undefined, locationAt);
    return { file, value, problems: [], mayMislead: false, ...finder };
  }
  const document = parseTree(text);
  const conflicted = conflictedFile(text, locationAt);
  if (conflicted !== undefined) return conflicted;
  const indents = tabIndents(text);
  const tab = indents.find(({ start, end }) =>
    document.errors.slice(0, MAX_ERRORS).some(({ pos }) => pos[0] >= start && pos[0] <= end),
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
    const document = parseTree(spaced);
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

/** Advice on the most common syntax errors, by what the message of the library says. */
const SYNTAX_HINTS: readonly (readonly [message: RegExp, hint: string])[] = [
  // A text that begins like a list, an object or a quoted text, and goes on after it.
  [/ at node end$/, "quote the text as a whole"],
  [/^Nested mappings /, 'quote a text that has ": " in it'],
  [/^Plain value cannot start with /, "quote a text that begins with this character"],
  [/^A block sequence may not be used as an implicit map key/, 'begin the item above with "- "'],
  [/^Sequence item without - /, 'begin items with "- ", and indent all lines of an item equally'],
  [/^All sequence items must start at /, "indent all items of the list equally"],
  [/ must be sufficiently indented and end with a /, "close the bracket in the line above"],
];

function hintOn(message: string): string | undefined {
  return SYNTAX_HINTS.find(([form]) => form.test(message))?.[1];
}

function yamlFile(
  file: string,
  text: string,
  document: Document.Parsed,
  locationAt: LocationAt,
): SourceFile {
  const problems = [...document.errors.slice(0, 1), ...document.warnings].map(
    ({ pos, message }): Problem => syntaxProblem(locationAt(pos[0]), message, hintOn(message)),
  );
  for (const { name, first, again, startsItem } of removeDuplicateKeys(document)) {
    const problem = duplicateProblem(name, locationAt(first), locationAt(again));
    const hint = startsItem ? `${problem.hint}, or begin the next item with "- "` : problem.hint;
    problems.push({ ...problem, hint });
  }
  const fault = document.errors.length > 0 ? undefined : findYamlFault(document);
  if (fault !== undefined) problems.push(syntaxProblem(locationAt(fault.offset), fault.message));
  let value: unknown;
  try {
    const isReadable = document.errors.length === 0 && fault === undefined;
    value = isReadable ? document.toJS() : undefined;
  } catch (error) {
    // An alias to a missing anchor, or aliases that expand without end.
    problems.push(syntaxProblem(locationAt(0), errorMessage(error)));
  }
  return { file, value, problems, mayMislead: true, ...placesIn(text, document, locationAt) };
}

/**
 * Finds places in a document. Its tree takes many times the memory of the text. Once the file is
 * validated only problems ask for places, so it is freed, and parsed again when it is needed.
 */
function placesIn(
  text: string,
  document: Document.Parsed | undefined,
  locationAt: LocationAt,
): Pick<SourceFile, "locate" | "plainScalars"> {
  let kept = document;
  const tree = () => {
    kept ??= parseTree(text);
    return kept;
  };
  return {
    locate(path, at = "value") {
      const key = at === "key" ? keyAt(tree(), path) : undefined;
      return locationAt(key?.range?.[0] ?? offsetOf(tree(), path));
    },
    plainScalars() {
      const found = plainScalars(tree().contents, [], text);
      kept = undefined;
      return found;
    },
  };
}

function nodeAt(document: Document, path: DocumentPath): Node | undefined {
  const node = path.reduce<unknown>(childOf, document.contents);
  return yamlLibrary().isNode(node) ? node : undefined;
}

function childOf(node: unknown, step: DocumentPath[number]): unknown {
  return yamlLibrary().isSeq(node) ? node.items[Number(step)] : memberOf(node, step)?.value;
}

/** A member of an object. */
function memberOf(node: unknown, step: DocumentPath[number] | undefined): Pair | undefined {
  if (!yamlLibrary().isMap(node)) return undefined;
  return node.items.find(({ key }) => nameOf(key) === String(step));
}

/** The name of a member in the parsed value. Its key may be a number, `429:`, or null. */
function nameOf(key: unknown): string {
  return yamlLibrary().isScalar(key) ? String(key.value ?? "") : String(key);
}

/** The key of the member that a path leads to. */
function keyAt(document: Document, path: DocumentPath): Node | undefined {
  const key = memberOf(nodeAt(document, path.slice(0, -1)), path.at(-1))?.key;
  return yamlLibrary().isNode(key) ? key : undefined;
}

/** Returns the offset of the value at a path, or else of its nearest parent. */
function offsetOf(document: Document, path: DocumentPath): number {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = nodeAt(document, path.slice(0, depth));
    if (node?.range) return node.range[0];
  }
  return 0;
}

function plainScalars(
  node: unknown,
  path: DocumentPath,
  text: string,
  at: PlainScalar["at"] = "value",
): PlainScalar[] {
  const { isMap, isScalar, isSeq } = yamlLibrary();
  if (isScalar(node)) {
    const { type, source: raw = "", value, range } = node;
    return type === "PLAIN" ? [{ path, at, raw, value, comment: commentAt(text, range?.[1]) }] : [];
  }
  if (isSeq(node))
    return node.items.flatMap((item, index) => plainScalars(item, [...path, index], text));
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key, value }) => {
    const inner = [...path, nameOf(key)];
    return [
      ...plainScalars(isScalar(key) ? key : undefined, inner, text, "key"),
      ...plainScalars(value, inner, text),
    ];
  });
}

/** Returns the comment that follows a scalar on its line, with the blanks before it. */
function commentAt(text: string, offset = 0): string {
  COMMENT.lastIndex = offset;
  return COMMENT.exec(text)?.[0] ?? "";
}

const COMMENT = /[ \t]+#.*/y;
