import { isMap, isScalar, isSeq, type Scalar, type YAMLMap } from "yaml";
import { escapePattern } from "../../std/escape-pattern.js";
import { readStatus } from "./grid.js";
import { type LineOf, linesOf } from "./openapi-node.js";
import { inOneLine } from "./row.js";

/** One value of a schema, with what the document says of it. */
export interface EnumValue {
  readonly code: string;
  /** Empty where the document says nothing. */
  readonly text: string;
  readonly name?: string;
  /** Null where it says several, or what is none. */
  readonly status?: number | null;
  readonly line: number;
  readonly lastLine: number;
}

/** The values of a schema: of an `enum` with what the extensions and the description say of each, or of constants. */
export function enumValues(schema: YAMLMap, text: string, lineOf: LineOf): EnumValue[] {
  const constants = schema.get("oneOf") ?? schema.get("anyOf");
  const list = schema.get("enum");
  if (isSeq(list)) {
    return list.items.flatMap((item, index) => {
      const code = isScalar(item) ? codeOf(item) : undefined;
      if (!isScalar(item) || code === undefined) return [];
      const said = beside(schema, DESCRIPTIONS, index, code);
      const name = beside(schema, NAMES, index, code);
      const listed = said ? undefined : inDescription(schema, code, text, lineOf);
      return {
        code,
        text: inOneLine(String(said?.value ?? "")),
        ...(name && { name: String(name.value) }),
        ...linesOf([item, ...(said ? [said] : [])], lineOf),
        ...listed,
      };
    });
  }
  if (!isSeq(constants)) return [];
  return constants.items.flatMap((item) => (isMap(item) ? (ofConstant(item, lineOf) ?? []) : []));
}

const DESCRIPTIONS = /^x-(enum|ms-enum)?-?(descriptions?|values|elements)$/i;
const NAMES = /^x-(enum|ms-enum)?-?(var-?names?|names?)$/i;

function codeOf(scalar: Scalar): string | undefined {
  const { value, source } = scalar;
  if (typeof value === "string") return value;
  // As written: a number would lose its zeros.
  return typeof value === "number" ? (source ?? String(value)) : undefined;
}

/** What an extension says of a value: by its place in a list, by itself in an object, or in a list of objects. */
function beside(schema: YAMLMap, names: RegExp, index: number, code: string): Scalar | undefined {
  for (const { key, value } of schema.items) {
    if (!isScalar(key) || !names.test(String(key.value))) continue;
    const item = isSeq(value)
      ? value.items[index]
      : isMap(value)
        ? value.get(code, true)
        : undefined;
    const inner = isMap(item) ? item.get("description", true) : item;
    if (isScalar(inner) && typeof inner.value === "string") return inner;
  }
  return undefined;
}

function ofConstant(node: YAMLMap, lineOf: LineOf): EnumValue | undefined {
  const [constant, title, description] = ["const", "title", "description"].map((key) =>
    node.get(key, true),
  );
  const code = isScalar(constant) ? codeOf(constant) : undefined;
  if (code === undefined || !isScalar(constant)) return undefined;
  const texts = [title, description].filter(
    (found) => isScalar(found) && typeof found.value === "string",
  ) as Scalar[];
  const said = texts.at(-1);
  return {
    code,
    text: inOneLine(String(said?.value ?? "")),
    ...linesOf([constant, ...(said ? [said] : [])], lineOf),
  };
}

/** What a list in the schema's description says of a value: a line such as `- code - 422: text`. */
function inDescription(
  schema: YAMLMap,
  code: string,
  text: string,
  lineOf: LineOf,
): Pick<EnumValue, "text" | "status" | "line" | "lastLine"> | undefined {
  const node = schema.get("description", true);
  if (!isScalar(node) || !node.range) return undefined;
  const [start, end] = node.range;
  // In JSON, and between quotation marks, the lines of the text are none of the document.
  const source = text.slice(start, end);
  const quoted = escapePattern(code);
  const pattern = new RegExp(
    `^[ \\t]*[-*+|]?[ \\t]*[\`"'*]*${quoted}[\`"'*]*[ \\t]*[-:|–—=]+[ \\t]*(?:([1-5]\\d\\d(?:[ \\t]*[/,][ \\t]*[1-5]\\d\\d)*)[ \\t]*[-:|–—][ \\t]*)?(\\S.*?)[ \\t]*\\|?[ \\t]*$`,
    "m",
  );
  const found = pattern.exec(source);
  if (!found) return undefined;
  const line = lineOf(start + found.index + (found[0].length - found[0].trimStart().length));
  const status = readStatus(found[1] ?? "");
  return {
    text: inOneLine(found[2] ?? ""),
    ...(status !== undefined && { status }),
    line,
    lastLine: line,
  };
}
