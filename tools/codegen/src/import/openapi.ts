import {
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLMap,
} from "yaml";
import type { Wire } from "../catalog.js";
import { messageOf } from "../message-of.js";
import { type EnumValue, enumValues } from "./openapi-enum.js";
import { statusesOf } from "./openapi-status.js";
import { inOneLine, problemAt, type Reading, type Row, type TableDocument } from "./row.js";

/** The keys that lead to a node, list indexes among them. */
export type NodePath = readonly string[];

/** A node of the document and where it stands. */
interface Found {
  readonly node: YAMLMap;
  readonly path: NodePath;
}

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
  const lineOf = (offset: number) => Math.max(1, lineCounter.linePos(offset).line);
  const broken = parsed.errors.map(({ message, pos }) => {
    const { line, col } = lineCounter.linePos(pos[0]);
    return problemAt(document, Math.max(1, line), `not valid YAML or JSON: ${message}`, {
      column: Math.max(1, col),
    });
  });
  if (broken.length > 0) return { rows: [], problems: broken, unread: [] };
  let value: unknown;
  try {
    value = parsed.toJS({ maxAliasCount: 100 });
  } catch (error) {
    return { rows: [], problems: [problemAt(document, 1, messageOf(error))], unread: [] };
  }
  const maps = mapsOf(parsed.contents);
  const enums = maps.filter(({ node }) => node.has("enum") || listsConstants(node));
  const isChosen = ({ path }: Found) =>
    chosen === undefined
      ? isErrorCode(path, wire)
      : path.join(".").endsWith(chosen.replace(/^#?\//, "").replaceAll("/", "."));
  const statuses = statusesOf(value);
  const listed = enums
    .filter(isChosen)
    .flatMap(({ node, path }) =>
      enumValues(node, document.text, lineOf).map((entry) => ({ entry, status: statuses(path) })),
    );
  const rows = merge(
    listed.map(({ entry, status }) => rowOf(entry, status)),
    maps.flatMap((found) => exampleRow(found, wire, lineOf) ?? []),
  );
  const others = enums.filter((found) => !isChosen(found));
  if (rows.length > 0) return { rows, problems: [], unread: [] };
  const paths = others.slice(0, 5).map(({ path }) => path.join("."));
  const hint =
    paths.length === 0
      ? ""
      : `say which with --enum; it has ${paths.join(", ")}${others.length > 5 ? ", ..." : ""}`;
  const problem = problemAt(document, 1, "no list of error codes, and no example of an error", {
    ...(hint !== "" && { hint }),
  });
  return { rows, problems: [problem], unread: [] };
}

/** Every object in a document; without recursion, as a hostile one is nested deep. */
function mapsOf(root: unknown): Found[] {
  const found: Found[] = [];
  const pending: { node: unknown; path: NodePath }[] = [{ node: root, path: [] }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, path } = next;
    if (isMap(node)) found.push({ node, path });
    const items = isMap(node) ? node.items : isSeq(node) ? node.items : [];
    for (const [index, item] of [...items.entries()].reverse()) {
      const key = isPair(item)
        ? String(isScalar(item.key) ? item.key.value : item.key)
        : String(index);
      pending.push({ node: isPair(item) ? item.value : item, path: [...path, key] });
    }
  }
  return found;
}

function listsConstants(node: YAMLMap): boolean {
  const list = node.get("oneOf") ?? node.get("anyOf");
  return (
    isSeq(list) &&
    list.items.length > 0 &&
    list.items.every((item) => isMap(item) && item.has("const"))
  );
}

/** Whether a schema is that of an error's code: by its own name, and those of the schemas around it. */
function isErrorCode(path: NodePath, { code }: Wire): boolean {
  const names = path.filter(
    (key) => !/^(properties|items|\d+|allOf|anyOf|oneOf|schema|content)$/.test(key),
  );
  const own = (names.at(-1) ?? "").toLowerCase().replaceAll(/[^a-z]/g, "");
  const around = names.slice(0, -1).join(" ");
  if (
    /^(err|error|fault|decline)(code|type|reason|key)s?$|^(code|reason)s?(of)?err(or)?s?$|error(code|type|reason)s?$/.test(
      own,
    )
  )
    return true;
  const isCode =
    own === code.toLowerCase().replaceAll(/[^a-z]/g, "") || /^(code|errcode)$/.test(own);
  return isCode && /err|fault|problem|decline|\b[45]\d\d\b|\b[45]xx\b|\bdefault\b/i.test(around);
}

function rowOf({ code, text, name, line, lastLine, status: said }: EnumValue, found?: number): Row {
  const status = said === null ? undefined : (said ?? found);
  return {
    code,
    ...(status !== undefined && { httpStatus: status }),
    message: text,
    ...(name && { name }),
    line,
    lastLine,
    // What a list says of a code may be what the API sends, or a description.
    unsure: said === null ? ["message", "httpStatus"] : ["message"],
  };
}

/** The row of an example of an error's body. */
function exampleRow(
  { node, path }: Found,
  wire: Wire,
  lineOf: (offset: number) => number,
): Row | undefined {
  const at = path.findIndex((key) => /^(examples?|x-examples?)$/.test(key));
  if (at < 0) return undefined;
  const [code, message] = [node.get(wire.code, true), node.get(wire.message, true)];
  if (!isScalar(code) || !isScalar(message) || typeof message.value !== "string") return undefined;
  if (!["string", "number"].includes(typeof code.value) || isSuccess(wire, code.value))
    return undefined;
  const status = path
    .slice(0, at)
    .find((key, index) => path[index - 1] === "responses" && /^[1-5]\d\d$/.test(key));
  const lines = [code, message].flatMap((scalar) => linesOf(scalar, lineOf));
  return {
    code: String(
      isScalar(code) && typeof code.value === "number" ? (code.source ?? code.value) : code.value,
    ),
    ...(status !== undefined && { httpStatus: Number(status) }),
    message: inOneLine(message.value),
    line: Math.min(...lines),
    lastLine: Math.max(...lines),
    // An example holds values where the API's own text has placeholders.
    unsure: ["message"],
  };
}

function isSuccess({ successCodes }: Wire, code: unknown): boolean {
  return successCodes.includes(code as string | number);
}

/** The lines that a node stands on. */
export function linesOf(node: Node, lineOf: (offset: number) => number): [number, number] {
  const [start, end] = node.range ?? [0, 0];
  return [lineOf(start), lineOf(Math.max(start, end - 1))];
}

/** Where an example shows a code's text, what the list says of the code is the description. */
function merge(listed: readonly Row[], shown: readonly Row[]): Row[] {
  const taken = new Set<string>();
  const examples = shown.filter(({ code, message }) => {
    const key = JSON.stringify([code, message]);
    return taken.has(key) ? false : taken.add(key);
  });
  const known = new Map(listed.map((row) => [row.code, row]));
  const better = examples.map((row): Row => {
    const { message: description, httpStatus, name } = known.get(row.code) ?? {};
    return {
      ...row,
      ...(row.httpStatus === undefined && httpStatus !== undefined && { httpStatus }),
      ...(name && { name }),
      ...(description && { description, unsure: ["message", "description"] as const }),
    };
  });
  const withExample = new Set(examples.map(({ code }) => code));
  return [...listed.filter(({ code }) => !withExample.has(code)), ...better];
}
