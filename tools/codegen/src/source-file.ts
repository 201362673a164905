import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Node as JsonNode,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";
import {
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from "yaml";
import { checkCharacters } from "./characters.js";
import { messageOf } from "./message-of.js";
import type { Location, Problem } from "./problem.js";

/** A path into a document: member names and list indexes. */
export type DocumentPath = readonly (string | number)[];

/** A scalar that YAML reads without quotation marks, which may not be what was meant. */
export interface PlainScalar {
  readonly path: DocumentPath;
  /** Whether it is the member's own name. */
  readonly at: "key" | "value";
  readonly source: string;
  /** What YAML 1.2 makes of the source. */
  readonly value: unknown;
}

/** A YAML or JSON file of the catalog, which knows where each of its values stands. */
export interface SourceFile {
  /** Relative to the catalog's folder. */
  readonly file: string;
  /** The parsed value; undefined where the file could not be parsed. */
  readonly value: unknown;
  /** What is wrong with the characters and the syntax. */
  readonly problems: readonly Problem[];
  /** Where a value stands, or the member's own name with `key`; the nearest parent's place where the path leads nowhere. */
  locate(path: DocumentPath, at?: "key" | "value"): Location;
  /** Every scalar without quotation marks, of YAML; of JSON none. To be asked for once, when the form is checked. */
  plainScalars(): readonly PlainScalar[];
}

/** Reads and parses a file; a missing file and bad syntax are problems, not exceptions. */
export function readSourceFile(directory: string, file: string): SourceFile {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(directory, file));
  } catch (cause) {
    return unusable(file, undefined, `cannot be read: ${messageOf(cause)}`);
  }
  const text = bytes.toString("utf8");
  if (!isUtf8(bytes)) {
    const place = locator(file, text)(text.indexOf("\ufffd"));
    return unusable(file, place, "is not UTF-8", "save it as UTF-8");
  }
  return parseSourceFile(directory, file, text);
}

/** What each file held when it was read last: watch reads all of them again when one has changed. */
const parsed = new Map<string, { readonly text: string; readonly source: SourceFile }>();

/** Parses a file, unless it holds what it held. */
function parseSourceFile(directory: string, file: string, text: string): SourceFile {
  const key = JSON.stringify([directory, file]);
  const known = parsed.get(key);
  if (known?.text === text) return known.source;
  const source = parseText(file, text);
  parsed.set(key, { text, source });
  return source;
}

/** Every file of the catalog comes through here: its raw text is checked, then it is parsed. */
function parseText(file: string, marked: string): SourceFile {
  const text = marked.replace(/^\ufeff/, "");
  const locationAt = locator(file, text);
  const faults = [
    ...(text === marked ? [] : [BYTE_ORDER_MARK]),
    ...checkCharacters(file, text),
  ].map(
    ({ offset, message, hint }): Problem => ({
      rule: "characters",
      severity: "error",
      message,
      hint,
      location: locationAt(offset),
    }),
  );
  const source = isTooDeep(text)
    ? unusable(file, locationAt(0), "is nested too deep to be read")
    : file.endsWith(".json")
      ? parseJson(file, text)
      : parseYaml(file, text);
  return { ...source, problems: [...faults, ...source.problems] };
}

const BYTE_ORDER_MARK = {
  offset: 0,
  message: "the file begins with a byte order mark, U+FEFF",
  hint: 'save it as "UTF-8", not as "UTF-8 with BOM"',
};

const MAX_DEPTH = 256;

/** The parsers call themselves for each level: without a limit a hostile file takes the process down. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth = bracket === "[" || bracket === "{" ? depth + 1 : Math.max(0, depth - 1);
    if (depth > MAX_DEPTH) return true;
  }
  return /^[-?: \t]{512}/m.test(text);
}

/** Parses the text of a JSON file. */
export function parseJson(file: string, text: string): SourceFile {
  const locationAt = locator(file, text);
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
  // The tree takes many times the memory of the text, and only who has a problem asks for a place: it is made again then.
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

/** Finds where a value of a JSON document begins, or its key; of the nearest parent that is there, if it is not. */
function jsonFinder(text: string): (path: DocumentPath, at: "key" | "value") => number {
  const root = parseTree(text, [], { disallowComments: true });
  // By their names, not one after the other: an object may have very many.
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

/** The second of two equal keys in one object, at any depth: JSON.parse keeps the last without a word. */
function duplicateKeys({ type, children = [] }: JsonNode): { first: JsonNode; again: JsonNode }[] {
  const seen = new Map<unknown, JsonNode>();
  const found: { first: JsonNode; again: JsonNode }[] = [];
  for (const key of type === "object"
    ? children.flatMap((property) => property.children?.[0] ?? [])
    : []) {
    const first = seen.get(key.value);
    if (first === undefined) seen.set(key.value, key);
    else found.push({ first, again: key });
  }
  return [...found, ...children.flatMap(duplicateKeys)];
}

/** Finds the line and column of an offset. */
function locator(file: string, text: string): (offset: number) => Location {
  const lineCounter = new LineCounter();
  lineCounter.addNewLine(0);
  for (const { index } of text.matchAll(/\n/g)) lineCounter.addNewLine(index + 1);
  return (offset) => {
    const { line, col } = lineCounter.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), text };
  };
}

const YAML_OPTIONS = { prettyErrors: false, uniqueKeys: false, logLevel: "error" } as const;

function parseYaml(file: string, text: string): SourceFile {
  const document = parseDocument(text, YAML_OPTIONS);
  const locationAt = locator(file, text);
  const tab = tabIndents(text).find(({ start, end }) =>
    document.errors.some(({ pos }) => pos[0] >= start && pos[0] <= end),
  );
  if (tab === undefined) return yamlFile(file, text, document, locationAt);
  const lines = tabIndents(text).length;
  const problem: Problem = {
    ...syntaxProblem(locationAt(tab.tab), "a tab as indentation: YAML allows spaces alone"),
    hint: `indent with spaces (${lines} ${lines === 1 ? "line begins" : "lines begin"} with tabs)`,
  };
  // The rest can be checked where some number of spaces for a tab makes sense of it.
  for (const width of [2, 4, 8, 1]) {
    const mended = text.replace(TAB_INDENT, (indent) => expand(indent, width));
    const guess = parseDocument(mended, YAML_OPTIONS);
    if (guess.errors.length > 0) continue;
    const inMended = locator(file, mended);
    const inText = (offset: number): Location => {
      const { line, column } = inMended(offset);
      const indent = (text.split("\n")[line - 1] ?? "").match(/^[ \t]*/)?.[0] ?? "";
      const shift = expand(indent, width).length - indent.length;
      return {
        file,
        line,
        column: Math.max(1, indent.includes("\t") ? column - shift : column),
        text,
      };
    };
    const source = yamlFile(file, mended, guess, inText);
    return { ...source, problems: [problem, ...source.problems] };
  }
  return { ...yamlFile(file, text, document, locationAt), problems: [problem] };
}

const TAB_INDENT = /^ *\t[ \t]*(?=[^\s])/gm;

function expand(indent: string, width: number): string {
  return indent.replaceAll("\t", " ".repeat(width));
}

/** The lines whose indentation has a tab: where they start and end, and where the tab is. */
function tabIndents(text: string): { start: number; end: number; tab: number }[] {
  return [...text.matchAll(TAB_INDENT)].map(({ 0: indent, index }) => {
    const end = text.indexOf("\n", index);
    return {
      start: index,
      end: end < 0 ? text.length : end,
      tab: index + indent.indexOf("\t"),
    };
  });
}

/** What mends the mistakes of syntax that are made most. */
const SYNTAX_HINTS: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'a text with ": " in it stands in quotation marks',
  BAD_SCALAR_START: "a text that begins with this character stands in quotation marks",
};

function yamlFile(
  file: string,
  text: string,
  document: Document.Parsed,
  locationAt: (offset: number) => Location,
): SourceFile {
  const problems = [...document.errors.slice(0, 1), ...document.warnings].map((error) => {
    const hint = SYNTAX_HINTS[error.code];
    return { ...syntaxProblem(locationAt(error.pos[0]), error.message), ...(hint && { hint }) };
  });
  problems.push(...takeDuplicates(document, locationAt));
  let value: unknown;
  try {
    value = document.errors.length > 0 ? undefined : document.toJS();
  } catch (error) {
    // An alias to an anchor that is not there, or aliases that expand without end.
    problems.push(syntaxProblem(locationAt(0), messageOf(error)));
  }
  // It takes many times the memory of the text. Once the form is checked, only who has a problem asks for a place.
  let kept: Document.Parsed | undefined = document;
  const tree = () => {
    kept ??= parseDocument(text, YAML_OPTIONS);
    return kept;
  };
  const nodeAt = (path: DocumentPath): Node | undefined => {
    const node = path.length === 0 ? tree().contents : tree().getIn(path, true);
    return isNode(node) ? node : undefined;
  };
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
    plainScalars: () => {
      const found = plainScalars(tree().contents, []);
      kept = undefined;
      return found;
    },
  };
}

/** Takes the second of two equal keys out of a document, so that the first counts and the rest can be checked. */
function takeDuplicates(document: Document.Parsed, locationAt: (offset: number) => Location) {
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
    return node.type === "PLAIN"
      ? [{ path, at, source: node.source ?? "", value: node.value }]
      : [];
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

/** A file of which nothing can be checked. */
function unusable(
  file: string,
  location: Location = { file, line: 1, column: 1 },
  message: string,
  hint?: string,
): SourceFile {
  return {
    file,
    value: undefined,
    problems: [{ ...syntaxProblem(location, message), ...(hint !== undefined && { hint }) }],
    locate: () => location,
    plainScalars: () => [],
  };
}

function duplicateProblem(key: string, first: Location, again: Location): Problem {
  const message = `the key ${JSON.stringify(key)} stands twice`;
  return { ...syntaxProblem(again, message), hint: `the first is on line ${first.line}: keep one` };
}

function syntaxProblem(location: Location, message: string): Problem {
  return { rule: "syntax", severity: "error", message, location };
}
