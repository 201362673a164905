import {
  type Node as JsonNode,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";
import type { Location, Problem } from "../problem/problem.js";
import { conflictedFile } from "./conflicted-file.js";
import { isJsonTooDeep, TOO_DEEP } from "./nesting-depth.js";
import type { DocumentPath, SourceFile } from "./source-file.js";
import { duplicateProblem, locator, syntaxProblem } from "./syntax-problem.js";
import { unusableFile } from "./unusable-file.js";

/** Parses the text of a JSON file. */
export function parseJson(file: string, text: string): SourceFile {
  const locationAt = locator(file, text);
  if (isJsonTooDeep(text)) return unusableFile(locationAt(0), TOO_DEEP);
  const value = readPlainJson(text);
  if (value !== undefined) return jsonFile(file, text, value, [], locationAt);
  const errors: ParseError[] = [];
  const read = parseTree(text, errors, { disallowComments: true });
  const conflicted = conflictedFile(text, locationAt);
  if (conflicted !== undefined) return conflicted;
  const broken = errors
    .slice(0, 1)
    .map(({ offset, error }) =>
      syntaxProblem(locationAt(offset), `not valid JSON: ${inWords(printParseErrorCode(error))}`),
    );
  const duplicates = (read === undefined ? [] : duplicateKeys(read)).map(({ first, again }) =>
    duplicateProblem(again.value, locationAt(first.offset), locationAt(again.offset)),
  );
  const problems = [...broken, ...duplicates];
  return jsonFile(
    file,
    text,
    broken.length > 0 ? undefined : JSON.parse(text),
    problems,
    locationAt,
  );
}

/** Returns the words of a name such as `ColonExpected`. */
function inWords(name: string): string {
  return name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}

/**
 * Reads a JSON text without its places, which takes a tenth of the time. Returns undefined where
 * something is wrong with it.
 */
function readPlainJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return countMembers(value) === countNames(text) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The number of the members in a value, at any depth. */
function countMembers(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const items = Object.values(value);
  const own = Array.isArray(value) ? 0 : items.length;
  return items.reduce<number>((sum, item) => sum + countMembers(item), own);
}

/** The number of the members' names in a valid JSON text: JSON.parse drops the first of two. */
function countNames(text: string): number {
  let names = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at)) {
    at = endOfString(text, at + 1) + 1;
    COLON.lastIndex = at;
    if (COLON.test(text)) names += 1;
  }
  return names;
}

const COLON = /\s*:/y;

/** The offset of the quotation mark that ends a string. */
function endOfString(text: string, from: number): number {
  let end = text.indexOf('"', from);
  const isEscaped = () => {
    let backslashes = 0;
    while (text.charAt(end - 1 - backslashes) === "\\") backslashes += 1;
    return backslashes % 2 === 1;
  };
  while (isEscaped()) end = text.indexOf('"', end + 1);
  return end;
}

function jsonFile(
  file: string,
  text: string,
  value: unknown,
  problems: readonly Problem[],
  locationAt: (offset: number) => Location,
): SourceFile {
  // The tree takes many times the memory of the text, and only problems ask for places: it is made
  // for the first of them.
  let offsetOf: ReturnType<typeof jsonFinder> | undefined;
  return {
    file,
    value,
    mayMislead: false,
    problems,
    locate(path, at = "value") {
      offsetOf ??= jsonFinder(text);
      return locationAt(offsetOf(path, at));
    },
    plainScalars: () => [],
  };
}

/** Finds where a value of a JSON document begins, or its key; or else its nearest parent. */
function jsonFinder(text: string): (path: DocumentPath, at: "key" | "value") => number {
  const root = parseTree(text, [], { disallowComments: true });
  // By name, as an object may have very many members.
  const membersOf = new Map<JsonNode, ReadonlyMap<unknown, JsonNode>>();
  const memberOf = (node: JsonNode, step: string | number): JsonNode | undefined => {
    if (typeof step === "number") return node.type === "array" ? node.children?.[step] : undefined;
    if (node.type !== "object") return undefined;
    let members = membersOf.get(node);
    if (members === undefined) {
      const properties = (node.children ?? []).filter(({ children }) => children?.length === 2);
      // Of two equal keys the first.
      members = new Map(properties.reverse().map((each) => [each.children?.[0]?.value, each]));
      membersOf.set(node, members);
    }
    return members.get(step);
  };
  return (path, at) => {
    let node = root;
    for (const [depth, step] of path.entries()) {
      const member = node && memberOf(node, step);
      const value = member?.type === "property" ? member.children?.[1] : member;
      if (value === undefined) break;
      if (at === "key" && depth === path.length - 1) return (member ?? value).offset;
      node = value;
    }
    return node?.offset ?? 0;
  };
}

/** The second of two equal keys in one object, at any depth: JSON.parse silently keeps the last. */
function duplicateKeys({ type, children = [] }: JsonNode): { first: JsonNode; again: JsonNode }[] {
  const seen = new Map<unknown, JsonNode>();
  const found: { first: JsonNode; again: JsonNode }[] = [];
  const properties = type === "object" ? children : [];
  for (const key of properties.flatMap((property) => property.children?.[0] ?? [])) {
    const first = seen.get(key.value);
    if (first === undefined) seen.set(key.value, key);
    else found.push({ first, again: key });
  }
  return [...found, ...children.flatMap(duplicateKeys)];
}
