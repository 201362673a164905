import { isMap, isSeq, LineCounter, parseDocument, type YAMLMap } from "yaml";
import type { Wire } from "../../catalog/catalog.js";
import { errorMessage } from "../../std/error-message.js";
import { type EnumValue, enumValues } from "./openapi-enum.js";
import { exampleRow, mergeExamples } from "./openapi-example.js";
import { type FoundMap, mapsOf, type NodePath } from "./openapi-node.js";
import { statusesOf } from "./openapi-status.js";
import { problemAt, type Reading, type Row, type TableDocument } from "./row.js";

/**
 * Reads an OpenAPI document, in YAML or JSON: the codes that an error's schema lists, each with what the document says
 * of it there, in the description, or in the examples of responses.
 */
export function readOpenapi(document: TableDocument, wire: Wire, chosen?: string): Reading {
  const lineCounter = new LineCounter();
  const parsed = parseDocument(document.text, {
    prettyErrors: false,
    lineCounter,
    logLevel: "error",
  });
  const problems = parsed.errors.map(({ code, message, pos }) => {
    const { line, col } = lineCounter.linePos(pos[0]);
    // The parser calls itself for each level, and says only that its stack was not enough.
    const what =
      code === "RESOURCE_EXHAUSTION"
        ? "nested too deep to be read"
        : `not valid YAML or JSON: ${message}`;
    return problemAt(document, Math.max(1, line), what, { column: Math.max(1, col) });
  });
  if (problems.length > 0) return { rows: [], problems, unread: [] };
  let value: unknown;
  try {
    value = parsed.toJS();
  } catch (error) {
    // An alias to an anchor that is not there, or aliases that expand without end.
    return { rows: [], problems: [problemAt(document, 1, errorMessage(error))], unread: [] };
  }
  const lineOf = (offset: number) => Math.max(1, lineCounter.linePos(offset).line);
  const maps = mapsOf(parsed.contents);
  const lists = maps.filter(({ node }) => node.has("enum") || listsConstants(node));
  const isWanted = ({ path }: FoundMap) =>
    chosen === undefined ? isErrorCode(path, wire) : isAt(path, chosen);
  const statuses = statusesOf(value);
  const listed = lists.filter(isWanted).flatMap(({ node, path }) => {
    const status = statuses(path);
    return enumValues(node, document.text, lineOf).map((entry) => rowOf(entry, status));
  });
  const shown = maps.flatMap((found) => exampleRow(found, wire, lineOf) ?? []);
  const rows = mergeExamples(listed, shown);
  return rows.length > 0
    ? { rows, problems: [], unread: [] }
    : { rows, problems: [nothingFound(document, lists)], unread: [] };
}

function nothingFound(document: TableDocument, lists: readonly FoundMap[]) {
  const paths = lists.slice(0, 5).map(({ path }) => path.join("."));
  const more = lists.length > paths.length ? ", ..." : "";
  return problemAt(document, 1, "no list of error codes, and no example of an error", {
    ...(paths.length > 0 && { hint: `say which with --enum; it has ${paths.join(", ")}${more}` }),
  });
}

function listsConstants(node: YAMLMap): boolean {
  const list = node.get("oneOf") ?? node.get("anyOf");
  return isSeq(list) && list.items.some((item) => isMap(item) && item.has("const"));
}

/** Whether a place is what the user said: the end of its path, with dots or slashes. */
function isAt(path: NodePath, said: string): boolean {
  const wanted = said.replace(/^#?\//, "").replaceAll("/", ".");
  return `.${path.join(".")}`.endsWith(`.${wanted}`);
}

/** Whether a schema is that of an error's code: by its own name, and those of the schemas around it. */
function isErrorCode(path: NodePath, { code }: Wire): boolean {
  const names = path.filter(
    (key) => !/^(properties|items|\d+|allOf|anyOf|oneOf|schema|content)$/.test(key),
  );
  const plain = (text: string) => text.toLowerCase().replaceAll(/[^a-z]/g, "");
  const own = plain(names.at(-1) ?? "");
  if (
    /(err|error|fault|decline)s?(code|type|reason|key)s?$|^(code|reason)s?of(err|error)s?$/.test(
      own,
    )
  )
    return true;
  const isCode = own === plain(code) || /^(code|errcode)s?$/.test(own);
  const around = names.slice(0, -1).join(" ");
  return isCode && /err|fault|problem|decline|\b[45](\d\d|xx)\b|\bdefault\b/i.test(around);
}

function rowOf({ text, status: said, ...entry }: EnumValue, found: number | undefined): Row {
  const httpStatus = said === null ? undefined : (said ?? found);
  return {
    ...entry,
    ...(httpStatus !== undefined && { httpStatus }),
    message: text,
    // What a list says of a code may be what the API sends, or a description of it.
    unsure: said === null ? ["httpStatus", "message"] : ["message"],
  };
}
