import { isMap, isScalar, type YAMLMap } from "yaml";
import type { Wire } from "../../../catalog/catalog.js";
import { finalNames } from "../../../catalog/wire.js";
import { oneLine } from "../../../std/one-line.js";
import { detectColumns } from "../rows/headings.js";
import type { LineOf } from "../rows/line-finder.js";
import type { Row } from "../rows/row.js";
import {
  codeOf,
  type FoundMap,
  linesOf,
  MAX_MEMBERS,
  type NodePath,
  nameOf,
  statusIn,
} from "./tree-node.js";

/** The row of an example of an error body; undefined if an object is not one. */
export function readExample({ node, path }: FoundMap, wire: Wire, lineOf: LineOf): Row | undefined {
  const at = path.findIndex((key) => /^(examples?|x-examples?)$/.test(key));
  if (at < 0) return undefined;
  const { code, message } =
    wireMembers(node, wire) ?? commonMembers(node, path) ?? describedCode(node, path, wire) ?? {};
  if (!isScalar(code) || !isScalar(message)) return undefined;
  if (typeof message.value !== "string" || message.value.trim() === "") return undefined;
  const written = codeOf(code);
  if (written === undefined || isSuccess(code.value, wire)) return undefined;
  const status = statusIn(path.slice(0, at)) ?? ownStatus(node);
  return {
    code: written,
    ...(status !== undefined && { httpStatus: status }),
    message: oneLine(message.value),
    ...linesOf([code, message], lineOf),
    // An example has values where the API's own text has placeholders.
    unsure: ["message"],
  };
}

/** The HTTP status that an error body has itself. */
function ownStatus({ items }: YAMLMap): number | undefined {
  const found = items
    .slice(0, MAX_MEMBERS)
    .filter((member) => /^(?:http)?[_-]?status(?:[_-]?code)?$/i.test(nameOf(member)))
    .map(({ value }) => (isScalar(value) ? String(value.value) : ""))
    .find((status) => /^[45]\d\d$/.test(status));
  return found === undefined ? undefined : Number(found);
}

interface ErrorMembers {
  readonly code: unknown;
  readonly message: unknown;
}

/** The code and the text of an object, by the names that the manifest has for them. */
function wireMembers(node: YAMLMap, wire: Wire): ErrorMembers | undefined {
  const [code, message] = [firstOf(node, wire.code), firstOf(node, wire.message)];
  return code === undefined || message === undefined ? undefined : { code, message };
}

/** The first member of an object that ends a path. */
function firstOf(node: YAMLMap, paths: Wire["code"]): unknown {
  return finalNames(paths)
    .map((key) => node.get(key, true))
    .find((value) => value !== undefined);
}

/**
 * The code in an example of an error response that sends no text, and what the document says of the
 * example.
 */
function describedCode(node: YAMLMap, path: NodePath, wire: Wire): ErrorMembers | undefined {
  const value = node.get("value");
  if (!isMap(value) || statusIn(path) === undefined) return undefined;
  if (firstOf(value, wire.message) !== undefined) return undefined;
  return {
    code: firstOf(value, wire.code),
    message: node.get("description", true) ?? node.get("summary", true),
  };
}

/** Finds members by the names of most APIs, in an example that its place makes an error. */
function commonMembers(node: YAMLMap, path: NodePath): ErrorMembers | undefined {
  const isAnswer = path.some(
    (key, index) => path[index - 1] === "responses" && /^(?:[45]|default$)/.test(key),
  );
  const isError = isAnswer || path.some((key) => /err|fault|problem|fail/i.test(key));
  if (!isError || node.items.length > MAX_MEMBERS) return undefined;
  const members = node.items.filter(({ value }) => isScalar(value));
  const columns = detectColumns(members.map(nameOf));
  const index = columns.message ?? columns.description ?? columns.name;
  const [code, text] = [members[columns.code ?? -1], members[index ?? -1]];
  // In the example of another thing, such as an event about a failure, it is the thing's state.
  if (!isAnswer && isScalar(code?.key) && code.key.value === "status") return undefined;
  return code && text && { code: code.value, message: text.value };
}

function isSuccess(value: unknown, { success }: Wire): boolean {
  return success.some((code) => code === value);
}

/**
 * The rows of examples, and the codes that they show: if an example shows the text of a listed
 * code, the text in the list is its description, or a note if `canCite` says that the lines of both
 * are too many to be cited at once.
 */
export function mergeExamples(
  listed: readonly Row[],
  examples: readonly Row[],
  canCite: (line: number, lastLine: number) => boolean,
): { readonly rows: readonly Row[]; readonly shown: ReadonlySet<string> } {
  const seen = new Set<string>();
  const distinct = examples.filter(({ code, message }) => {
    const key = JSON.stringify([code, message]);
    return seen.has(key) ? false : seen.add(key);
  });
  const listedByCode = new Map(listed.map((row) => [row.code, row]));
  return {
    rows: distinct.map((row) => addListed(row, listedByCode.get(row.code), canCite)),
    shown: new Set(distinct.map(({ code }) => code)),
  };
}

/** An example with what the list has for the same code. */
function addListed(
  row: Row,
  listed: Row | undefined,
  canCite: (line: number, lastLine: number) => boolean,
): Row {
  if (listed === undefined) return row;
  const { message: description, httpStatus, name } = listed;
  const more = {
    ...(row.httpStatus === undefined && httpStatus !== undefined && { httpStatus }),
    ...(name && { name }),
  };
  if (!description) return { ...row, ...more };
  const unsure = ["message", "description"] as const;
  if (description === row.message) return { ...row, ...more, description, unsure };
  // The description is in the lines that are cited.
  const line = Math.min(row.line, listed.line);
  const lastLine = Math.max(row.lastLine, listed.lastLine);
  if (!canCite(line, lastLine)) {
    const notes = `Line ${listed.line} describes this code: ${description}`;
    return { ...row, ...more, unsure, notes };
  }
  const ownLine = line < row.line ? { ownLine: row.line } : {};
  return { ...row, ...more, line, lastLine, ...ownLine, description, unsure };
}
