import {
  type Node as JsonNode,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";
import { isJsonTooDeep, TOO_DEEP } from "./nesting-depth.js";
import type { DocumentPath, SourceFile } from "./source-file.js";
import { duplicateProblem, locator, syntaxProblem } from "./syntax-problem.js";
import { unusableFile } from "./unusable-file.js";

/** Parses the text of a JSON file. */
export function parseJson(file: string, text: string): SourceFile {
  const locationAt = locator(file, text);
  if (isJsonTooDeep(text)) return unusableFile(locationAt(0), TOO_DEEP);
  const errors: ParseError[] = [];
  const read = parseTree(text, errors, { disallowComments: true });
  const broken = errors
    .slice(0, 1)
    .map(({ offset, error }) =>
      syntaxProblem(locationAt(offset), `not valid JSON: ${printParseErrorCode(error)}`),
    );
  const duplicates = (read === undefined ? [] : duplicateKeys(read)).map(({ first, again }) =>
    duplicateProblem(again.value, locationAt(first.offset), locationAt(again.offset)),
  );
  // The tree takes many times the memory of the text, and only problems ask for places: it is made
  // again for the first of them.
  let offsetOf: ReturnType<typeof jsonFinder> | undefined;
  return {
    file,
    value: broken.length > 0 ? undefined : JSON.parse(text),
    problems: [...broken, ...duplicates],
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
