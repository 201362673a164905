import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import type { TextEdit } from "./text-edit.js";

/** An entry in the text of a catalog file. */
export interface EntryNode {
  readonly name: string;
  readonly map: YAMLMap;
  /** The start of the line of its dash, which its first member may be below. */
  readonly start: number;
}

/** Finds the entries in the text of a catalog file, which must be valid. */
export function findEntryNodes(text: string): readonly EntryNode[] {
  const entries = parseDocument(text).get("entries");
  if (!isSeq(entries)) return [];
  return entries.items.flatMap((map, index) => {
    if (!isMap(map)) return [];
    const start = entries.flow ? rangeOf(map)[0] : dashOf(text, entries, index);
    return [{ name: String(map.get("name")), map, start: startOfLine(text, start) }];
  });
}

/** Returns the lines of an entry: from its dash to its brace, or the end of its last member. */
export function linesOf(
  text: string,
  { map, start }: EntryNode,
): { readonly start: number; readonly end: number } {
  return { start, end: endOfLine(text, map.flow ? rangeOf(map)[1] : endOf(map.items.at(-1))) };
}

/** Replaces the value of a member, if there is one. The new value is YAML for one line. */
export function setMember(
  text: string,
  map: YAMLMap,
  field: string,
  value: string,
): readonly TextEdit[] {
  const node = memberOf(map, field)?.value;
  if (!isNode(node)) return [];
  const [start, end] = rangeOf(node);
  const before = text.slice(start, end).trimEnd();
  // A text in lines of its own may have a comment behind its `>-`.
  const [comment = ""] = /^[|>]\S*([ \t]+#[^\n]*)/.exec(before)?.slice(1) ?? [];
  return [{ start, end: start + before.length, text: `${value}${comment}` }];
}

/** Adds a member that is an object behind the others; outside of braces in lines of its own. */
export function addObject(
  text: string,
  map: YAMLMap,
  field: string,
  members: Readonly<Record<string, string>>,
): TextEdit {
  const pairs = Object.entries(members).map(([name, value]) => `${name}: ${value}`);
  const last = endOf(map.items.at(-1));
  if (map.flow) return { start: last, end: last, text: `, ${field}: { ${pairs.join(", ")} }` };
  // The comment above the next entry stays above it.
  const end = endOfLine(text, last);
  const indent = indentOf(text, map);
  const lines = [`${field}:`, ...pairs.map((pair) => `  ${pair}`)];
  const added = lines.map((line) => `${indent}${line}\n`).join("");
  return { start: end, end, text: `${lineBreakAt(text, end)}${added}` };
}

/** Removes a member, with the comment on its last line; comments in lines of their own stay. */
export function removeMember(text: string, map: YAMLMap, field: string): readonly TextEdit[] {
  const member = memberOf(map, field);
  if (member === undefined) return [];
  const [start, end] = [startOf(member), endOf(member)];
  const index = map.items.indexOf(member);
  const [previous, next] = [map.items[index - 1], map.items[index + 1]];
  if (map.flow)
    return removeInFlow(text, { start, end }, previous && endOf(previous), next && startOf(next));
  const lineEnd = endOfLine(text, end);
  if (previous !== undefined) return [{ start: startOfLine(text, start), end: lineEnd, text: "" }];
  // What follows the first member stands behind the dash then.
  const blanks = /^\s*/.exec(text.slice(lineEnd))?.[0].length ?? 0;
  return [{ start, end: lineEnd + blanks, text: "" }];
}

/** Removes the words of a list that are not among `kept`, of which there must be one. */
export function keepWords(
  text: string,
  map: YAMLMap,
  field: string,
  kept: readonly string[],
): readonly TextEdit[] {
  const list = memberOf(map, field)?.value;
  if (!isSeq(list)) return [];
  const words = list.items.filter(isScalar);
  if (list.flow && !hasComment(text, ...rangeOf(list)))
    return setMember(text, map, field, `[${kept.join(", ")}]`);
  return words.flatMap((word, index) => {
    if (kept.includes(String(word.value))) return [];
    const [start, end] = rangeOf(word);
    if (list.flow) return removeInFlow(text, { start, end });
    const line = startOfLine(text, dashOf(text, list, index));
    return [{ start: line, end: endOfLine(text, end), text: "" }];
  });
}

/** The dash of an item of a list, which comments may be between and after. */
function dashOf(text: string, list: YAMLSeq, index: number): number {
  const previous = list.items[index - 1];
  if (!isNode(previous)) return rangeOf(list)[0];
  const start = endOfLine(text, rangeOf(previous)[1]);
  return start + (/^(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*/.exec(text.slice(start))?.[0].length ?? 0);
}

/** Removes an item between brackets, and a comma, but no comment beside them. */
function removeInFlow(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  previousEnd: number = start,
  nextStart: number = end,
): readonly TextEdit[] {
  if (nextStart > end && !hasComment(text, end, nextStart))
    return [{ start, end: nextStart, text: "" }];
  if (nextStart === end && previousEnd < start && !hasComment(text, previousEnd, start))
    return [{ start: previousEnd, end, text: "" }];
  const comma = /^(?:\s|#[^\n]*\n)*,/.exec(text.slice(end))?.[0].length;
  const item = { start, end, text: "" };
  return comma === undefined
    ? [item]
    : [item, { start: end + comma - 1, end: end + comma, text: "" }];
}

function hasComment(text: string, start: number, end: number): boolean {
  return text.slice(start, end).includes("#");
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
export function rangeOf(node: Node): readonly [start: number, end: number] {
  const [start, end] = node.range ?? [0, 0];
  return [start, end];
}

/** The start of the line that a place is on. */
export function startOfLine(text: string, start: number): number {
  return text.lastIndexOf("\n", start - 1) + 1;
}

/** The end of the line on which a value ends. That of a block text is its own. */
export function endOfLine(text: string, end: number): number {
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
  return " ".repeat(start - startOfLine(text, start));
}
