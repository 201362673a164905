import { type Document, isMap, isSeq, LineCounter, parseDocument, type YAMLMap } from "yaml";
import type { Wire } from "../../catalog/catalog.js";
import { finalNames } from "../../catalog/wire.js";
import type { Problem } from "../../problem/problem.js";
import { isYamlTooDeep, TOO_DEEP } from "../../source/nesting-depth.js";
import { removeDuplicateKeys } from "../../source/remove-duplicate-keys.js";
import { findYamlFault, type YamlFault } from "../../source/yaml-faults.js";
import { errorMessage } from "../../std/error-message.js";
import { listSome } from "../../std/list-some.js";
import { quoteBriefly } from "../../std/quote-briefly.js";
import { type EnumValue, enumValues } from "./enum-values.js";
import { mergeExamples, readExample } from "./example-rows.js";
import { findStatuses } from "./find-statuses.js";
import { type FoundMap, type LineOf, mapsOf, type NodePath } from "./openapi-node.js";
import { problemAt, type Reading, type Row, type TableDocument } from "./row.js";

/** An OpenAPI document, parsed. */
interface ParsedDocument {
  readonly maps: readonly FoundMap[];
  readonly value: unknown;
  readonly lineOf: LineOf;
}

/**
 * Reads an OpenAPI document, in YAML or JSON: the codes that the schema of an error lists, with the
 * text that the document has for each in the schema, in its description, or in examples of
 * responses.
 */
export function readOpenapi(document: TableDocument, wire: Wire, enumPath?: string): Reading {
  const parsed = parseOpenapi(document);
  if (Array.isArray(parsed)) return { rows: [], problems: parsed, unread: [] };
  const { maps, value, lineOf } = parsed;
  const lists = maps.filter(({ node }) => node.has("enum") || listsConstants(node));
  const isWanted = ({ path }: FoundMap) =>
    enumPath === undefined ? isErrorCode(path, wire) : isAt(path, enumPath);
  const statusOf = findStatuses(value);
  const listed = lists.filter(isWanted).flatMap(({ node, path }) => {
    const status = statusOf(path);
    return enumValues(node, document.text, lineOf).map((entry) => toRow(entry, status));
  });
  const examples = maps.flatMap((found) => readExample(found, wire, lineOf) ?? []);
  const rows = mergeExamples(listed, examples);
  const problems = rows.length > 0 ? [] : [reportNothingFound(document, lists)];
  return { rows, problems, unread: [] };
}

/** The document, or the problems that prevent reading it. */
function parseOpenapi(document: TableDocument): ParsedDocument | Problem[] {
  if (isYamlTooDeep(document.text)) return [problemAt(document, 1, TOO_DEEP)];
  const lineCounter = new LineCounter();
  const parsed = parseDocument(document.text, {
    prettyErrors: false,
    lineCounter,
    logLevel: "error",
    // The parser compares each key with all others.
    uniqueKeys: false,
  });
  const problems = findFaults(parsed).map(({ message, offset }) => {
    const { line, col } = lineCounter.linePos(offset);
    return problemAt(document, Math.max(1, line), message, { column: Math.max(1, col) });
  });
  if (problems.length > 0) return problems;
  try {
    return {
      maps: mapsOf(parsed.contents),
      value: parsed.toJS(),
      lineOf: (offset) => Math.max(1, lineCounter.linePos(offset).line),
    };
  } catch (error) {
    // An alias without its anchor, or aliases that expand without end.
    return [problemAt(document, 1, errorMessage(error))];
  }
}

/** What is not YAML at all has an error at each line. */
const MAX_ERRORS = 20;

function findFaults(parsed: Document.Parsed): readonly YamlFault[] {
  if (parsed.errors.length > 0) {
    return parsed.errors.slice(0, MAX_ERRORS).map(({ code, message, pos: [offset] }) => {
      // The parser calls itself for each level, and reports only that its stack overflowed.
      const isTooDeep = code === "RESOURCE_EXHAUSTION";
      return { offset, message: isTooDeep ? TOO_DEEP : `not valid YAML or JSON: ${message}` };
    });
  }
  const duplicates = removeDuplicateKeys(parsed).map(({ name, again }) => ({
    offset: again,
    message: `duplicate key ${quoteBriefly(name)}`,
  }));
  const fault = findYamlFault(parsed);
  return fault === undefined ? duplicates : [fault];
}

function reportNothingFound(document: TableDocument, lists: readonly FoundMap[]): Problem {
  const paths = listSome(
    lists.map(({ path }) => path.join(".")),
    5,
  );
  return problemAt(document, 1, "no list of error codes, and no example of an error", {
    ...(paths !== "" && { hint: `say which list holds the codes with --enum: ${paths}` }),
  });
}

function listsConstants(node: YAMLMap): boolean {
  const list = node.get("oneOf") ?? node.get("anyOf");
  return isSeq(list) && list.items.some((item) => isMap(item) && item.has("const"));
}

/** Whether a path ends in the one that the user gave, with dots or slashes. */
function isAt(path: NodePath, requested: string): boolean {
  const wanted = requested.replace(/^#?\//, "").replaceAll("/", ".");
  return `.${path.join(".")}`.endsWith(`.${wanted}`);
}

const ERROR_CODE =
  /(err|error|fault|decline)s?(code|type|reason|key)s?$|^(code|reason)s?of(err|error)s?$/;

/**
 * Whether a schema is that of an error's code, by its own name and those of the schemas around it.
 */
function isErrorCode(path: NodePath, { code }: Wire): boolean {
  const names = path.filter(
    (key) => !/^(properties|items|\d+|allOf|anyOf|oneOf|schema|content)$/.test(key),
  );
  const toLetters = (text: string) => text.toLowerCase().replaceAll(/[^a-z]/g, "");
  const own = toLetters(names.at(-1) ?? "");
  if (ERROR_CODE.test(own)) return true;
  const isCode =
    finalNames(code).some((name) => own === toLetters(name)) || /^(code|errcode)s?$/.test(own);
  const around = names.slice(0, -1).join(" ");
  return isCode && /err|fault|problem|decline|\b[45](\d\d|xx)\b|\bdefault\b/i.test(around);
}

/**
 * The row of a listed code. A status that the list states goes before that of the responses that
 * use the list.
 */
function toRow({ text, status: stated, ...value }: EnumValue, used: number | undefined): Row {
  const httpStatus = stated === null ? undefined : (stated ?? used);
  return {
    ...value,
    ...(httpStatus !== undefined && { httpStatus }),
    message: text,
    // The text beside a listed code may be what the API sends, or a description of it.
    unsure: stated === null ? ["httpStatus", "message"] : ["message"],
  };
}
