import { isMap, isScalar, isSeq, Scalar, type YAMLMap, type YAMLSeq } from "yaml";
import type { Problem } from "../../../problem/problem.js";
import { count } from "../../../std/count.js";
import { listQuoted } from "../../../std/quote-briefly.js";
import { walkTree } from "../../../std/walk-tree.js";
import { namesErrors, topicOf, unlessOfErrors } from "../rows/about-errors.js";
import { addStatusColumn } from "../rows/add-status-column.js";
import { type ColumnChoice, chooseColumns } from "../rows/choose-columns.js";
import {
  type Column,
  type ColumnIndexes,
  detectColumns,
  isHeadingOfCodes,
  withHeadings,
} from "../rows/headings.js";
import type { LineOf } from "../rows/line-finder.js";
import { markOddCodes } from "../rows/odd-codes.js";
import { isStatus, readStatus } from "../rows/read-status.js";
import {
  listReading,
  problemAt,
  type Reading,
  type Row,
  type TableDocument,
  type TableReading,
  toReading,
  unreadable,
  unreadTable,
  unsureOf,
} from "../rows/row.js";
import { haveCodes, type Item, type List, readPairs, textOf } from "./list-pairs.js";
import { type ParsedTree, parseTree } from "./parse-tree.js";
import { childrenOf, codeOf, type FoundNode, isOddNumber, linesOf, nameOf } from "./tree-node.js";

/**
 * Reads lists of errors in JSON or YAML: arrays or objects whose values are objects with the
 * members of an error, and objects from codes to texts or from names to codes.
 */
export function readList(document: TableDocument, choice: ColumnChoice): Reading {
  const parsed = parseTree(document);
  if (Array.isArray(parsed)) return unreadable(...parsed);
  return toReading(readListTables(document, parsed, choice));
}

/** Reads the lists of errors of a document that is parsed already. */
export function readListTables(
  document: TableDocument,
  { root, lineOf }: ParsedTree,
  choice: ColumnChoice,
): readonly TableReading[] {
  const tables: TableReading[] = [];
  const read = new Set<FoundNode>();
  const unreadChildren = (found: FoundNode) => (read.has(found) ? [] : childrenOf(found));
  for (const found of walkTree<FoundNode>({ node: root, path: [] }, unreadChildren)) {
    const list = toList(found, topicOf(document));
    const table =
      list &&
      (readObjects(document, list, choice, lineOf) ??
        readPairs(list, lineOf) ??
        readWithoutCodes(document, list, lineOf));
    if (table === undefined) continue;
    tables.push(...table);
    // What is not read may have lists inside.
    if (table.some(({ rows, problems }) => rows.length + problems.length > 0)) read.add(found);
  }
  return tables;
}

function toList({ node, path }: FoundNode, topic: string): List | undefined {
  const title = path.length === 0 ? "list" : `list ${path.join(".")}`;
  // The properties of the schema of an error are none.
  const isSchema = path.at(-1) === "properties";
  const isOfErrors = !isSchema && namesErrors(path.length === 0 ? topic : title);
  if (isSeq(node)) return { title, isOfErrors, items: node.items.map((value) => ({ value })) };
  if (!isMap(node)) return undefined;
  return {
    title,
    isOfErrors,
    items: node.items.map(({ key, value }) => ({ ...(isScalar(key) && { key }), value })),
  };
}

/** Members that most objects do not have are not looked for. */
const SAMPLE = 50;

/** The rows of a list of objects; undefined if they are not errors. */
function readObjects(
  document: TableDocument,
  list: List,
  choice: ColumnChoice,
  lineOf: LineOf,
): TableReading[] | undefined {
  const objects = objectsIn(list.items);
  if (objects.length === 0 || objects.length * 2 <= list.items.length) return undefined;
  const { members, columns } = findMembers(list, objects, choice) ?? {};
  if (members === undefined || columns === undefined) return undefined;
  const found: Row[] = [];
  const problems: Problem[] = [];
  for (const item of list.items) {
    const row = readItem(item, members, columns, lineOf);
    if (typeof row === "string") problems.push(problemAt(document, lineIn(item, lineOf), row));
    else found.push(row);
  }
  const read = withHeadings(columns, (index) => members[index] ?? "");
  const used = new Set(read.map(({ heading }) => heading));
  const key = columns.code === undefined ? [{ column: "code", heading: "the key" }] : [];
  return listReading(list.title, markOddCodes(found), [...key, ...read], {
    problems,
    unreadColumns: namesOf(objects).filter((name) => !used.has(name)),
    ...unlessOfErrors(areErrors(list, columns, found)),
  });
}

function objectsIn(items: readonly Item[]): YAMLMap[] {
  return items.map(({ value }) => value).filter((value) => isMap(value));
}

/** The members of objects, and what they are of an error; undefined if that is not enough. */
function findMembers(
  list: List,
  objects: readonly YAMLMap[],
  choice: ColumnChoice,
): { readonly members: readonly string[]; readonly columns: ColumnIndexes } | undefined {
  const sample = objects.slice(0, SAMPLE);
  // `decline_codes` of an error may be a list.
  const isListed = (name: string) =>
    isHeadingOfCodes(name) && sample.some((object) => isSeq(object.get(name)));
  const members = namesOf(sample).map((name) =>
    choice.code === undefined && isListed(name) ? "" : name,
  );
  const chosen = chooseColumns(members, choice);
  if (typeof chosen === "string") return undefined;
  const textsIn = (index: number) =>
    sample.map((object) => textOf(scalarOf(object.get(members[index] ?? "", true))));
  const areKeyed = haveCodes(list);
  const columns = addStatusColumn(chosen, members, textsIn, areKeyed);
  const hasText = columns.message !== undefined || columns.description !== undefined;
  const isEnough = columns.code === undefined ? areKeyed && hasText : objects.length > 1 || hasText;
  return isEnough ? { members, columns } : undefined;
}

/** A list of what the file or a key before it calls errors, of which no member is a code. */
function readWithoutCodes(
  document: TableDocument,
  { title, items }: List,
  lineOf: LineOf,
): TableReading[] | undefined {
  const objects = items.filter(({ key, value }) => key === undefined && isMap(value));
  if (objects.length === 0 || !namesErrors(`${topicOf(document)} ${title}`)) return undefined;
  const members = namesOf(objects.slice(0, SAMPLE).map(({ value }) => value as YAMLMap));
  const { code, message, description } = detectColumns(members);
  if (code !== undefined || (message ?? description) === undefined) return undefined;
  const lines = objects.map((item) => lineIn(item, lineOf));
  const place = { title, line: lines[0] ?? 1, lastLine: lines.at(-1) ?? 1 };
  const what = `${count(objects.length, "object")}, ${listQuoted(members)}`;
  return [unreadTable(place, `no member with codes (${what})`)];
}

function lineIn({ value }: Item, lineOf: LineOf): number {
  const { range } = value as { range?: readonly [number, number, number] };
  return lineOf(range?.[0] ?? 0);
}

/** Whether objects are errors, and neither just anything nor the responses of requests. */
function areErrors(list: List, columns: ColumnIndexes, rows: readonly Row[]): boolean {
  const { code, message, description } = columns;
  if (code === undefined) return saysErrors(list);
  const hasText = message !== undefined || description !== undefined;
  return hasText || !rows.every((row) => isStatus(row.code));
}

/** Objects under any key may be anything: only codes, or a name before them, say errors. */
function saysErrors({ title, isOfErrors, items }: List): boolean {
  if (isOfErrors || /fail|reject/i.test(title)) return true;
  return items.every(({ key }) => /^(?:-?\d+|[A-Z][A-Z0-9_]*)$/.test(String(key?.value)));
}

/** The names of the members of objects, each once. */
function namesOf(objects: readonly YAMLMap[]): string[] {
  return [...new Set(objects.flatMap(({ items }) => items.slice(0, SAMPLE).map(nameOf)))];
}

/** The row of an object. A string says why there is none. */
function readItem(
  { key, value }: Item,
  members: readonly string[],
  columns: ColumnIndexes,
  lineOf: LineOf,
): Row | string {
  if (!isMap(value)) return "an item that is not an object";
  const scalarAt = (column: Column) => {
    const index = columns[column];
    return index === undefined ? undefined : scalarOf(value.get(members[index] ?? "", true));
  };
  const own = scalarAt("code");
  const codeScalar = own ?? (columns.code === undefined ? key : undefined);
  const code = codeScalar && codeOf(codeScalar)?.trim();
  if (codeScalar === undefined || !code) return "an item without a code";
  const [message, description] = [scalarAt("message"), scalarAt("description")];
  const used = [codeScalar, scalarAt("httpStatus"), message, description];
  const status = readStatus(textOf(scalarAt("httpStatus")));
  const name = textOf(scalarAt("name")) || (own && key ? String(key.value) : "");
  const text = textOf(message);
  const hasDescription = text !== "" && columns.description !== undefined;
  return {
    code,
    message: text || textOf(description),
    ...(hasDescription && { description: textOf(description) }),
    ...(typeof status === "number" && { httpStatus: status }),
    ...(name && { name }),
    ...linesOf(
      used.filter((scalar) => scalar !== undefined),
      lineOf,
    ),
    unsure: unsureOf({
      code: isOddNumber(codeScalar),
      httpStatus: status === null,
      // The items of a list may be several texts.
      message: text === "" || String(message?.value).includes("\n"),
    }),
  };
}

/** A scalar, the lines of a text as one, or of texts in several languages the English one. */
function scalarOf(node: unknown): Scalar | undefined {
  if (isScalar(node)) return node.value === null ? undefined : node;
  if (isSeq(node)) return joinLines(node);
  if (!isMap(node)) return undefined;
  const english = ["en", "en-US", "en_US", "en-GB", "default"]
    .map((tag) => node.get(tag, true))
    .find((text) => isScalar(text));
  return isScalar(english) ? english : undefined;
}

/** The text whose lines are the items of a list; undefined for a list of anything else. */
function joinLines({ items, range }: YAMLSeq): Scalar | undefined {
  const lines = items.map((item) => (isScalar(item) ? item.value : undefined));
  if (lines.length === 0 || !lines.every((line) => typeof line === "string")) return undefined;
  const text = new Scalar(lines.join("\n"));
  text.range = range ?? null;
  return text;
}
