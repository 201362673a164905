import { isMap, isScalar, isSeq, type Scalar, type YAMLMap } from "yaml";
import { escapePattern } from "../../std/escape-pattern.js";
import { oneLine } from "../../std/one-line.js";
import { codeOf, type LineOf, linesOf } from "./openapi-node.js";
import { readStatus } from "./read-status.js";

/** One value of a schema, with the text that the document has for it. */
export interface EnumValue {
  readonly code: string;
  /** Empty if the document has none. */
  readonly text: string;
  readonly name?: string;
  /** Null if the document states several, or something that is not a status. */
  readonly status?: number | null;
  readonly line: number;
  readonly lastLine: number;
}

/** The values of a schema: of its `enum`, or of the constants in its `oneOf` or `anyOf`. */
export function enumValues(schema: YAMLMap, text: string, lineOf: LineOf): EnumValue[] {
  const list = schema.get("enum");
  if (isSeq(list))
    return list.items.flatMap((item, index) => listedValue(schema, item, index, text, lineOf));
  const constants = schema.get("oneOf") ?? schema.get("anyOf");
  if (!isSeq(constants)) return [];
  return constants.items.filter(isMap).flatMap((item) => constantValue(item, lineOf) ?? []);
}

const DESCRIPTIONS = /^x-(enum|ms-enum)?-?(descriptions?|values|elements)$/i;
const NAMES = /^x-(enum|ms-enum)?-?(var-?names?|names?)$/i;

/**
 * A value of an `enum`, with its text from an extension, or from a list in the schema's
 * description.
 */
function listedValue(
  schema: YAMLMap,
  item: unknown,
  index: number,
  text: string,
  lineOf: LineOf,
): EnumValue[] {
  const code = isScalar(item) ? codeOf(item) : undefined;
  if (!isScalar(item) || code === undefined) return [];
  const described = findInExtension(schema, DESCRIPTIONS, index, code);
  const name = findInExtension(schema, NAMES, index, code);
  const value = {
    code,
    text: oneLine(String(described?.value ?? "")),
    ...(name && { name: String(name.value) }),
    ...linesOf(described ? [item, described] : [item], lineOf),
  };
  return [described ? value : { ...value, ...findInDescription(schema, code, text, lineOf) }];
}

/**
 * The text of an extension for a value: at its index in a list, under its name in an object, or in
 * a list of objects.
 */
function findInExtension(
  schema: YAMLMap,
  names: RegExp,
  index: number,
  code: string,
): Scalar | undefined {
  for (const { key, value } of schema.items) {
    if (!isScalar(key) || !names.test(String(key.value))) continue;
    const item = isSeq(value) ? value.items[index] : isMap(value) && value.get(code, true);
    const inner = isMap(item) ? item.get("description", true) : item;
    if (isScalar(inner) && typeof inner.value === "string") return inner;
  }
  return undefined;
}

function constantValue(node: YAMLMap, lineOf: LineOf): EnumValue | undefined {
  const constant = node.get("const", true);
  const code = isScalar(constant) ? codeOf(constant) : undefined;
  if (code === undefined || !isScalar(constant)) return undefined;
  const described = ["description", "title"]
    .map((key) => node.get(key, true))
    .filter(isScalar)
    .find(({ value }) => typeof value === "string");
  return {
    code,
    text: oneLine(String(described?.value ?? "")),
    ...linesOf(described ? [constant, described] : [constant], lineOf),
  };
}

/**
 * The text of a value in a list in the schema's description: a line such as `- code - 422: text`.
 */
function findInDescription(
  schema: YAMLMap,
  code: string,
  text: string,
  lineOf: LineOf,
): Pick<EnumValue, "text" | "status" | "line" | "lastLine"> | undefined {
  const node = schema.get("description", true);
  if (!isScalar(node) || !node.range) return undefined;
  const [start, end] = node.range;
  // In JSON, and in quoted YAML, the lines of the text are not lines of the document.
  const found = lineWith(code).exec(text.slice(start, end));
  if (!found) return undefined;
  const line = lineOf(start + found.index + (found[0].length - found[0].trimStart().length));
  const status = readStatus(found[1] ?? "");
  return {
    text: oneLine(found[2] ?? ""),
    ...(status !== undefined && { status }),
    line,
    lastLine: line,
  };
}

/** A line of a list or of a table: a code, perhaps statuses, and a text. */
function lineWith(code: string): RegExp {
  const bullet = "[-*+|]?[ \\t]*";
  const quoted = `[\`"'*]*${escapePattern(code)}[\`"'*]*[ \\t]*`;
  const statuses = "([1-5]\\d\\d(?:[ \\t]*[/,][ \\t]*[1-5]\\d\\d)*)[ \\t]*[-:|–—][ \\t]*";
  const rest = "(\\S.*?)[ \\t]*\\|?[ \\t]*";
  return new RegExp(`^[ \\t]*${bullet}${quoted}[-:|–—=]+[ \\t]*(?:${statuses})?${rest}$`, "m");
}
