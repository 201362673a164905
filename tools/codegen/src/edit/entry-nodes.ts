import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from "yaml";
import { ENTRY_FIELDS } from "../catalog/entry.js";
import type { TextEdit } from "./text-edit.js";

/** An entry in the text of a catalog file. */
export interface EntryNode {
  readonly name: string;
  readonly map: YAMLMap;
}

/** Finds the entries in the text of a catalog file, which must be valid. */
export function findEntryNodes(text: string): readonly EntryNode[] {
  const entries = parseDocument(text).get("entries");
  if (!isSeq(entries)) return [];
  return entries.items.flatMap((map) =>
    isMap(map) ? [{ name: String(map.get("name")), map }] : [],
  );
}

/** Returns the lines of an entry: from its dash to the end of its last member. */
export function linesOf(
  text: string,
  map: YAMLMap,
): { readonly start: number; readonly end: number } {
  // The dash may be on a line of its own.
  const dash = text.slice(0, rangeOf(map)[0]).trimEnd().length - 1;
  const start = text.lastIndexOf("\n", dash) + 1;
  return { start, end: endOfLine(text, endOf(map.items.at(-1))) };
}

/**
 * Sets a member, where it is or in the order of an entry's fields. The value is YAML for one line.
 */
export function setMember(text: string, map: YAMLMap, field: string, value: string): TextEdit {
  const member = memberOf(map, field);
  if (isNode(member?.value)) {
    const [start, end] = rangeOf(member.value);
    // The line break after a list in lines of its own stays.
    return { start, end: start + text.slice(start, end).trimEnd().length, text: value };
  }
  return insertMember(text, map, field, `${field}: ${value}`);
}

/** Sets a member to an object: in lines of its own, where it is not there yet. */
export function setObject(
  text: string,
  map: YAMLMap,
  field: string,
  members: Readonly<Record<string, string>>,
): TextEdit {
  const pairs = Object.entries(members).map(([name, value]) => `${name}: ${value}`);
  if (map.flow || memberOf(map, field) !== undefined)
    return setMember(text, map, field, `{ ${pairs.join(", ")} }`);
  const indent = `\n${indentOf(text, map)}  `;
  return insertMember(text, map, field, `${field}:${indent}${pairs.join(indent)}`);
}

function insertMember(text: string, map: YAMLMap, field: string, line: string): TextEdit {
  const order = ENTRY_FIELDS.indexOf(field);
  const next = map.items.find((pair) => ENTRY_FIELDS.indexOf(nameOf(pair)) > order);
  if (next !== undefined) {
    const start = startOf(next);
    return { start, end: start, text: map.flow ? `${line}, ` : `${line}\n${indentOf(text, map)}` };
  }
  const last = endOf(map.items.at(-1));
  if (map.flow) return { start: last, end: last, text: `, ${line}` };
  const end = endOfLine(text, last);
  return { start: end, end, text: `${lineBreakAt(text, end)}${indentOf(text, map)}${line}\n` };
}

/** Removes a member that is there, with its line. */
export function removeMember(text: string, map: YAMLMap, field: string): TextEdit | undefined {
  const member = memberOf(map, field);
  if (member === undefined) return undefined;
  const next = map.items[map.items.indexOf(member) + 1];
  const start = startOf(member);
  if (next !== undefined) return { start, end: startOf(next), text: "" };
  const previous = map.items[map.items.indexOf(member) - 1];
  const from = map.flow ? endOf(previous) : endOfLine(text, endOf(previous));
  return { start: from, end: map.flow ? endOf(member) : endOfLine(text, endOf(member)), text: "" };
}

/** Replaces a word where it is a whole value: of a member, or in its list. */
export function replaceWord(
  map: YAMLMap,
  path: readonly string[],
  from: string,
  to: string,
): TextEdit[] {
  const node = map.getIn(path, true);
  const scalars = isSeq(node) ? node.items : [node];
  return scalars.flatMap((scalar) => {
    if (!isScalar(scalar) || scalar.value !== from) return [];
    const [start, end] = rangeOf(scalar);
    return [{ start, end, text: to }];
  });
}

function memberOf(map: YAMLMap, field: string): Pair | undefined {
  return map.items.find((pair) => nameOf(pair) === field);
}

function nameOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : "";
}

function startOf({ key }: Pair): number {
  return isNode(key) ? rangeOf(key)[0] : 0;
}

function endOf(pair: Pair | undefined): number {
  const node = pair?.value ?? pair?.key;
  return isNode(node) ? rangeOf(node)[1] : 0;
}

/** The place of a node, without the comments and blank lines after it. */
function rangeOf(node: Node): readonly [start: number, end: number] {
  const [start, end] = node.range ?? [0, 0];
  return [start, end];
}

/** The end of the line on which a value ends. That of a block text is its own. */
function endOfLine(text: string, end: number): number {
  if (text[end - 1] === "\n") return end;
  const newline = text.indexOf("\n", end);
  return newline === -1 ? text.length : newline + 1;
}

/** The line break that the last line of a text may lack. */
export function lineBreakAt(text: string, end: number): string {
  return text[end - 1] === "\n" ? "" : "\n";
}

/** The spaces before each member. The first stands behind the dash. */
function indentOf(text: string, map: YAMLMap): string {
  const start = rangeOf(map)[0];
  return " ".repeat(start - (text.lastIndexOf("\n", start - 1) + 1));
}
