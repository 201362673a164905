import { isMap, isScalar, isSeq, type Scalar, type YAMLMap } from "yaml";
import { oneLine } from "../../../std/one-line.js";
import type { LineOf } from "../rows/line-finder.js";
import type { Row } from "../rows/row.js";
import { type ListText, readListText, splitListLine } from "./list-line.js";
import type { PairedTexts } from "./paired-texts.js";
import { codeOf, linesOf } from "./tree-node.js";

/**
 * The rows of the values of a schema: of its `enum`, or of the constants in its `oneOf` or `anyOf`,
 * to which it may refer. `texts` are those that another property has for them. A text beside a code
 * may be what the API sends, or a description of it.
 */
export function enumValues(
  schema: YAMLMap,
  text: string,
  lineOf: LineOf,
  texts: PairedTexts,
  resolve: (schema: YAMLMap) => YAMLMap,
): Row[] {
  const list = schema.get("enum");
  if (isSeq(list))
    return listedValues(schema, list.items, text, lineOf).map((row, index) =>
      row.message === "" ? withPaired(row, texts[index], lineOf) : row,
    );
  const constants = schema.get("oneOf") ?? schema.get("anyOf");
  if (!isSeq(constants)) return [];
  return constants.items
    .filter(isMap)
    .flatMap((item) => constantValue(resolve(item), lineOf) ?? []);
}

function withPaired(row: Row, paired: Scalar | undefined, lineOf: LineOf): Row {
  if (paired === undefined || typeof paired.value !== "string") return row;
  const { line, lastLine } = linesOf([paired], lineOf);
  return {
    ...row,
    message: oneLine(paired.value),
    line: Math.min(row.line, line),
    lastLine: Math.max(row.lastLine, lastLine),
  };
}

/**
 * The values of an `enum`, each with its text from an extension, or from a list in the schema's
 * description.
 */
function listedValues(
  schema: YAMLMap,
  items: readonly unknown[],
  text: string,
  lineOf: LineOf,
): Row[] {
  const codes = items.map((item) => (isScalar(item) ? codeOf(item) : undefined));
  const descriptionOf = readExtension(schema, DESCRIPTIONS);
  const nameOf = readExtension(schema, NAMES);
  const listed = readList(schema, new Set(codes), text, lineOf);
  return items.flatMap((item, index): Row[] => {
    const code = codes[index];
    if (!isScalar(item) || code === undefined) return [];
    const described = descriptionOf(index, code);
    const name = nameOf(index, code);
    const row: Row = {
      code,
      message: oneLine(String(described?.scalar.value ?? "")),
      ...(name && { name: String(name.scalar.value) }),
      ...linesOf(described ? [described.key ?? item, described.scalar] : [item], lineOf),
      unsure: ["message"],
    };
    return [described ? row : { ...row, ...listed.get(code) }];
  });
}

const DESCRIPTIONS = /^x-(enum|ms-enum)?-?(descriptions?|values|elements)$/i;
const NAMES = /^x-(enum|ms-enum)?-?(var-?names?|names?)$/i;

/** No schema has more extensions of one meaning. */
const MAX_EXTENSIONS = 5;

/**
 * The texts of the extensions for the values: at an index of a list, under a name in an object, or
 * in a list of objects.
 */
function readExtension(
  schema: YAMLMap,
  names: RegExp,
): (index: number, code: string) => ExtensionText | undefined {
  const finders = schema.items
    .filter(({ key }) => isScalar(key) && names.test(String(key.value)))
    .slice(0, MAX_EXTENSIONS)
    .map(({ value }) => finderIn(value));
  return (index, code) => {
    for (const find of finders) {
      const { key, value } = find(index, code);
      const scalar = isMap(value) ? value.get("description", true) : value;
      if (isScalar(scalar) && typeof scalar.value === "string") return { key, scalar };
    }
    return undefined;
  };
}

/** A text of an extension, and the code before it if the extension is an object. */
interface ExtensionText {
  readonly key: Scalar | undefined;
  readonly scalar: Scalar;
}

interface Member {
  readonly key?: Scalar;
  readonly value?: unknown;
}

function finderIn(list: unknown): (index: number, code: string) => Member {
  if (isSeq(list)) return (index) => ({ value: list.items[index] });
  if (!isMap(list)) return () => ({});
  const members = new Map<string, Member>();
  for (const { key, value } of list.items) {
    if (isScalar(key)) members.set(String(key.value), { key, value });
  }
  return (_, code) => members.get(code) ?? {};
}

function constantValue(node: YAMLMap, lineOf: LineOf): Row | undefined {
  const constant = node.get("const", true);
  const code = isScalar(constant) ? codeOf(constant) : undefined;
  if (code === undefined || !isScalar(constant)) return undefined;
  const [described, title] = ["description", "title"]
    .map((key) => node.get(key, true))
    .filter(isScalar)
    .filter(({ value }) => typeof value === "string");
  return {
    code,
    message: oneLine(String(described?.value ?? "")),
    // Beside a description, the title is the name.
    ...(title && { name: String(title.value) }),
    ...linesOf(described ? [constant, described] : [constant], lineOf),
    unsure: ["message"],
  };
}

/**
 * The texts of codes in a list or a table in the schema's description: lines such as
 * `- code - 422: text`.
 */
function readList(
  schema: YAMLMap,
  codes: ReadonlySet<string | undefined>,
  text: string,
  lineOf: LineOf,
): ReadonlyMap<string, ListedText> {
  const listed = new Map<string, ListedText>();
  const node = schema.get("description", true);
  if (!isScalar(node) || !node.range) return listed;
  const [start, end] = node.range;
  let offset = start;
  // In JSON, and in quoted YAML, the lines of the text are not lines of the document.
  for (const written of text.slice(start, end).split("\n")) {
    const line = lineOf(offset + written.length - written.trimStart().length);
    for (const { code, rest } of splitListLine(written)) {
      if (!codes.has(code) || listed.has(code)) continue;
      const content = readListText(rest);
      if (content !== undefined) listed.set(code, { ...content, line, lastLine: line });
    }
    offset += written.length + 1;
  }
  return listed;
}

type ListedText = ListText & Pick<Row, "line" | "lastLine">;
