import { isMap, isSeq, type YAMLMap } from "yaml";
import type { Wire } from "../../../catalog/catalog.js";
import { MAX_CITED } from "../../../check/check-citation.js";
import type { Problem } from "../../../problem/problem.js";
import { lineStarts } from "../../../std/line-starts.js";
import { listSome } from "../../../std/list-some.js";
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
} from "../rows/row.js";
import { enumValues } from "./enum-values.js";
import { mergeExamples, readExample } from "./example-rows.js";
import { findStatuses } from "./find-statuses.js";
import { isErrorCode, isWireCode } from "./is-error-code.js";
import { createPairFinder } from "./paired-texts.js";
import { type ParsedTree, parseTree } from "./parse-tree.js";
import { readListTables } from "./read-list.js";
import { type FoundMap, linesOf, type NodePath } from "./tree-node.js";

/**
 * Reads an OpenAPI document, in YAML or JSON: the codes that the schema of an error lists, with the
 * text that the document has for each in the schema, in its description, or in examples of
 * responses.
 */
export function readOpenapi(document: TableDocument, wire: Wire, enumPath?: string): Reading {
  const parsed = parseTree(document);
  if (Array.isArray(parsed)) return unreadable(...parsed);
  const reading = readParsedOpenapi(document, parsed, wire, enumPath);
  if (reading.problems.length === 0 || enumPath !== undefined) return reading;
  // OpenRPC and its like list errors as objects. Responses are listed by their HTTP status, and the
  // lists in examples are of what the API returns.
  const lists = readListTables(document, parsed, {}).filter(
    ({ title }) => !/\.(?:responses$|examples?(?:\.|$))/.test(title),
  );
  return lists.length === 0 ? reading : toReading(lists);
}

/** Reads an OpenAPI document that is parsed already. */
function readParsedOpenapi(
  document: TableDocument,
  { maps, lineOf }: ParsedTree,
  wire: Wire,
  enumPath?: string,
): Reading {
  const pairOf = createPairFinder(maps);
  const resolve = createResolver(maps);
  const lists = maps.filter(({ node }) => isList(node, resolve));
  const isPaired = (found: FoundMap) => pairOf(found) !== undefined;
  const { wanted, others } = chooseLists(lists, wire, enumPath, isPaired);
  const statusOf = findStatuses(maps);
  const listed = wanted.map((found) => {
    const status = statusOf(found.path);
    const rows = enumValues(found.node, document.text, lineOf, pairOf(found) ?? [], resolve);
    return { path: found.path, rows: rows.map((row) => withStatus(row, status)) };
  });
  const examples = maps.flatMap((found) => readExample(found, wire, lineOf) ?? []);
  const merged = mergeExamples(
    listed.flatMap(({ rows }) => rows),
    examples,
    createIsCitable(document.text),
  );
  const tables = [
    ...listed.flatMap(({ path, rows }) =>
      listReading(
        `schema ${path.join(".")}`,
        rows.filter(({ code }) => !merged.shown.has(code)),
      ),
    ),
    ...listReading("examples", merged.rows),
  ];
  const isEmpty = tables.length === 0;
  return {
    tables: [...tables, ...others.map((found) => leftOut(found, lineOf))],
    problems: isEmpty ? [reportNothingFound(document, lists)] : [],
    unread: [],
  };
}

/** Returns a function for whether lines of a text are few enough to be cited at once. */
function createIsCitable(text: string): (line: number, lastLine: number) => boolean {
  const starts = lineStarts(text);
  return (line, lastLine) =>
    (starts[lastLine] ?? text.length) - (starts[line - 1] ?? 0) <= MAX_CITED;
}

/**
 * The lists of codes: those of the property that the manifest reads codes from, if there are any,
 * and otherwise each that its name says to be one. The others of these are left out.
 */
function chooseLists(
  lists: readonly FoundMap[],
  wire: Wire,
  enumPath: string | undefined,
  isPaired: (found: FoundMap) => boolean,
): { readonly wanted: readonly FoundMap[]; readonly others: readonly FoundMap[] } {
  if (enumPath !== undefined)
    return { wanted: lists.filter(({ path }) => isAt(path, enumPath)), others: [] };
  const codes = lists.filter((found) => isErrorCode(found.path, wire) || isPaired(found));
  const exact = codes.filter(({ path }) => isWireCode(path, wire));
  // A property `code` is too common to tell anything.
  if (exact.length === 0 || exact.every(({ path }) => path.at(-1) === "code"))
    return { wanted: codes, others: [] };
  return { wanted: exact, others: codes.filter((found) => !exact.includes(found)) };
}

function leftOut({ node, path }: FoundMap, lineOf: ParsedTree["lineOf"]): TableReading {
  const name = path.join(".");
  return unreadTable(
    { title: `schema ${name}`, ...linesOf([node], lineOf) },
    `the manifest reads codes from another property (--enum ${name})`,
  );
}

function reportNothingFound(document: TableDocument, lists: readonly FoundMap[]): Problem {
  const names = lists.map(({ path }) => path.join("."));
  const paths = listSome(names, 5);
  return problemAt(document, 1, "no list of error codes, and no example of an error", {
    ...(paths !== "" && { hint: `say which list holds the codes with --enum: ${paths}` }),
  });
}

function isList(node: YAMLMap, resolve: (schema: YAMLMap) => YAMLMap): boolean {
  if (node.has("enum")) return true;
  const list = node.get("oneOf") ?? node.get("anyOf");
  return isSeq(list) && list.items.some((item) => isMap(item) && resolve(item).has("const"));
}

/** Returns a function for the schema that another one refers to, or else for that one. */
function createResolver(maps: readonly FoundMap[]): (schema: YAMLMap) => YAMLMap {
  const byPath = new Map(maps.map(({ node, path }) => [`#/${path.join("/")}`, node]));
  return (schema) => byPath.get(String(schema.get("$ref"))) ?? schema;
}

/** Whether a path ends in the one that the user gave, with dots or slashes. */
function isAt(path: NodePath, requested: string): boolean {
  const wanted = requested.replace(/^#?\//, "").replaceAll("/", ".");
  return `.${path.join(".")}`.endsWith(`.${wanted}`);
}

/**
 * A row with the status of the responses that use its list, unless the list itself states one, or
 * several.
 */
function withStatus(row: Row, status: number | undefined): Row {
  const isStated = row.httpStatus !== undefined || row.unsure.includes("httpStatus");
  return isStated || status === undefined ? row : { ...row, httpStatus: status };
}
