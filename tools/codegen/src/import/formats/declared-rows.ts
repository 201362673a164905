import { oneLine } from "../../std/one-line.js";
import { isAboutErrors, NOT_OF_ERRORS } from "./about-errors.js";
import type { Declared, DeclaredGroup } from "./declarations.js";
import { type Column, detectColumns } from "./headings.js";
import { looksLikeCode } from "./looks-like-code.js";
import { isStatus } from "./read-status.js";
import { listReading, problemAt, type Row, type TableDocument, type TableReading } from "./row.js";
import type { Value } from "./syntax.js";

/** What a declaration says of an error, each with its place in the source. */
type Fields = Partial<Record<Column, string>>;

/** The lines of a source file. */
type LineOf = (offset: number) => number;

/** A constant whose code is known, by its name. */
type Constants = ReadonlyMap<string, { readonly code: string; readonly line: number }>;

/** The tables of the declarations of a source file. */
export function groupTables(
  document: TableDocument,
  groups: readonly DeclaredGroup[],
): readonly TableReading[] {
  const lineOf = createLineOf(document.text);
  const constants = findConstants(groups, lineOf);
  const tables = groups.flatMap((group) => toTable(document, group, constants, lineOf));
  return mergeElsewhere(tables).filter(({ rows, problems }) => rows.length + problems.length > 0);
}

/** Joins what is said of a code in several places: its name, its text, its status. */
function mergeElsewhere(tables: readonly TableReading[]): readonly TableReading[] {
  const isText = ({ title }: TableReading) => title.startsWith(TEXTS);
  const keyed = tables.flatMap((table) => (isText(table) ? table.rows : []));
  const named = new Set(keyed.filter(hasText).map(({ code }) => code));
  const statuses = new Map(
    keyed.flatMap(({ code, httpStatus }) =>
      httpStatus === undefined ? [] : [[code, httpStatus] as const],
    ),
  );
  return tables.map((table) => ({
    ...table,
    rows: table.rows
      .filter((row) => hasText(row) || !named.has(row.code))
      .map((row) => {
        const status = statuses.get(row.code);
        return status === undefined || row.httpStatus !== undefined
          ? row
          : { ...row, httpStatus: status };
      }),
  }));
}

/** Whether a row has a text of its own, and not only a comment or nothing. */
function hasText({ unsure }: Row): boolean {
  return !unsure.includes("message");
}

function createLineOf(text: string): LineOf {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

function findConstants(groups: readonly DeclaredGroup[], lineOf: LineOf): Constants {
  const constants = new Map<string, { code: string; line: number }>();
  for (const { members } of groups) {
    for (const { name, key, values, from } of members) {
      const [value] = values;
      const isCode =
        value?.kind === "number" || (value?.kind === "text" && looksLikeCode(value.text));
      if (key === undefined && isCode && name !== "")
        constants.set(name, { code: value.text, line: lineOf(from) });
    }
  }
  return constants;
}

function toTable(
  document: TableDocument,
  { title, isEnum, members }: DeclaredGroup,
  constants: Constants,
  lineOf: LineOf,
): TableReading[] {
  const isLoose = title === "constants";
  const isOfErrors = isAboutErrors(`${document.file.replace(/^.*[\\/]/, "")} ${title}`);
  const isBare = isEnum && members.every(({ values }) => values.length === 0);
  const isWanted = ({ name }: Declared) =>
    !isLoose || ERROR_NAME.test(name) || (isOfErrors && /^E[A-Z_]/.test(name));
  const read = members.map((member) => ({
    member,
    row: isWanted(member) ? toRow(member, isBare, constants, lineOf) : undefined,
  }));
  const rows = read.flatMap(({ row }) => row ?? []);
  if (rows.length === 0 && !isEnum) return [];
  const others = read.flatMap(({ member, row }) => (row === undefined ? [member] : []));
  const unread = others
    .filter((member) => !isWanted(member))
    .map(({ name, from }) => ({ line: lineOf(from), text: `the constant ${name}` }));
  const problems = others
    .filter(isWanted)
    .map(({ name, from }) => problemAt(document, lineOf(from), noCode(name)));
  const hasTexts = read.some(({ member, row }) => row !== undefined && member.key?.kind === "name");
  const reason = isOfErrors || isLoose ? {} : { reason: NOT_OF_ERRORS };
  return listReading(hasTexts ? `${TEXTS}${title}` : title, rows, [], {
    problems,
    unread,
    ...reason,
  });
}

/** A constant on its own is one of an error only if its name says so. */
const ERROR_NAME = /err|fail|fault|exception|invalid|not_?found/i;

/** The title of a table whose codes may be declared elsewhere begins so. */
const TEXTS = "texts ";

function noCode(name: string): string {
  return `${name || "an item"} has no code that is written in the source: only running it would tell`;
}

function toRow(
  member: Declared,
  isBare: boolean,
  constants: Constants,
  lineOf: LineOf,
): Row | undefined {
  const { name, key, values, labels } = member;
  const constant = key?.kind === "name" ? constants.get(lastName(key.text)) : undefined;
  const fields = fieldsOf(values, labels);
  const written = fields.code ?? constant?.code ?? (key && codeOfKey(key));
  const hasText = (fields.message ?? fields.description) !== undefined;
  // In an enum without values, and beside a text alone, the name is the code.
  const isNameCode = isBare || (hasText && key === undefined);
  const code = written ?? (isNameCode ? name : "");
  if (!/^\S+$/.test(code)) return undefined;
  return {
    code,
    ...textsOf(fields, member),
    ...placeOf(member, !hasText, constant?.line, lineOf),
    ...moreOf(fields, name, code),
    unsure: [
      ...(written === undefined ? (["code"] as const) : []),
      ...(hasText ? [] : (["message"] as const)),
    ],
  };
}

/** The status and the name of a declaration. */
function moreOf(fields: Fields, own: string, code: string): Pick<Row, "httpStatus" | "name"> {
  const status = fields.httpStatus ?? code;
  const name = /^[A-Za-z_]\w*$/.test(own) && own !== code ? own : fields.name;
  return { ...(isStatus(status) && { httpStatus: Number(status) }), ...(name && { name }) };
}

function textsOf(
  { message, description }: Fields,
  { comment }: Declared,
): Pick<Row, "message" | "description"> {
  if (message === undefined) return { message: description ?? comment };
  return { message, ...(description !== undefined && { description }) };
}

/** The lines of a declaration, of its comment if that is the text, and of its code. */
function placeOf(
  { from, to, comment, commentFrom }: Declared,
  isComment: boolean,
  codeLine: number | undefined,
  lineOf: LineOf,
): Pick<Row, "line" | "lastLine" | "ownLine"> {
  const [own, last] = [lineOf(from), lineOf(Math.max(from, to - 1))];
  const commentLine = isComment && comment !== "" ? lineOf(commentFrom) : own;
  const line = Math.min(own, codeLine ?? own, commentLine);
  return {
    line,
    lastLine: Math.max(last, codeLine ?? last, commentLine),
    ...(line < own && { ownLine: own }),
  };
}

function lastName(text: string): string {
  return text.slice(text.lastIndexOf(".") + 1);
}

function codeOfKey(key: Value): string | undefined {
  if (key.kind === "number") return key.text;
  if (key.kind !== "text" && key.kind !== "name") return undefined;
  return looksLikeCode(key.text) || /^[A-Z][A-Z0-9_]+$/.test(key.text) ? key.text : undefined;
}

/** What the values of a declaration are, by their names or by what they look like. */
function fieldsOf(values: readonly Value[], labels?: readonly string[]): Fields {
  const [only] = values;
  if (values.length === 1 && only?.kind === "object") return objectFields(only);
  const items = values.length === 1 && only?.kind === "list" ? only.items : values;
  // `register("group", { value: "UNKNOWN", message: "..." })`
  const described = items.find(({ kind }) => kind === "object");
  if (described?.kind === "object" && labels === undefined) return objectFields(described);
  const named = labels === undefined ? {} : namedFields(labels, items);
  // The name of a parameter may say nothing.
  const guess = guessFields(items);
  if (named.code === undefined) return named.message === undefined ? guess : named;
  const hasText = named.message !== undefined || named.description !== undefined;
  return hasText || guess.message === undefined ? named : { ...named, message: guess.message };
}

/** The fields of an object by the names of its members; the code may have a name of its own. */
function objectFields({ members }: Extract<Value, { kind: "object" }>): Fields {
  const named = members.filter(({ key }) => "text" in key);
  const fields = namedFields(
    named.map(({ key }) => ("text" in key ? key.text : "")),
    named.map(({ value }) => value),
  );
  if (fields.code !== undefined || fields.message === undefined) return fields;
  const code = named.find(({ value }) => value.kind === "text" && looksLikeCode(value.text))?.value;
  return code?.kind === "text" && code.text !== fields.name
    ? { ...fields, code: code.text }
    : fields;
}

function namedFields(names: readonly string[], values: readonly Value[]): Fields {
  const fields: Fields = {};
  for (const [column, index] of Object.entries(detectColumns(names)) as [Column, number][]) {
    const value = values[index];
    if (value === undefined || value.kind === "list" || value.kind === "object") continue;
    if (value.kind === "name" && column !== "httpStatus") continue;
    const status = column === "httpStatus" ? statusOf(value) : undefined;
    const text = column === "httpStatus" ? status : oneLine(value.text);
    if (text !== undefined && text !== "") fields[column] = text;
  }
  return fields;
}

/** A status as a number, or as the name that HTTP has for it. */
function statusOf(value: Value): string | undefined {
  if (!("text" in value)) return undefined;
  return isStatus(value.text)
    ? value.text
    : STATUS_NAMES[
        lastName(value.text)
          .replaceAll(/^Status|_/g, "")
          .toLowerCase()
      ];
}

const STATUS_NAMES: Readonly<Record<string, string>> = {
  badrequest: "400",
  unauthorized: "401",
  paymentrequired: "402",
  forbidden: "403",
  notfound: "404",
  methodnotallowed: "405",
  notacceptable: "406",
  requesttimeout: "408",
  conflict: "409",
  gone: "410",
  preconditionfailed: "412",
  payloadtoolarge: "413",
  unsupportedmediatype: "415",
  unprocessableentity: "422",
  toomanyrequests: "429",
  internalservererror: "500",
  notimplemented: "501",
  badgateway: "502",
  serviceunavailable: "503",
  gatewaytimeout: "504",
};

function guessFields(items: readonly Value[]): Fields {
  const numbers = items
    .filter(({ kind }) => kind === "number")
    .map((value) => ("text" in value ? value.text : ""));
  const texts = items.flatMap((value) => (value.kind === "text" ? [oneLine(value.text)] : []));
  const named = items.map((value) => (value.kind === "name" ? statusOf(value) : undefined));
  const codeText = texts.find((text) => looksLikeCode(text));
  const sentences = texts.filter((text) => text !== codeText && text !== "");
  const hasOther = codeText !== undefined || numbers.length > 1;
  const statusIndex = hasOther ? numbers.findIndex(isStatus) : -1;
  const status = numbers[statusIndex] ?? named.find((each) => each !== undefined);
  const code = numbers.find((_, index) => index !== statusIndex) ?? codeText;
  const name = code === codeText ? undefined : codeText;
  const [message, description] = sentences;
  return {
    ...(code !== undefined && { code }),
    ...(status !== undefined && { httpStatus: status }),
    ...(message !== undefined ? { message } : {}),
    ...(description !== undefined && { description }),
    ...(name !== undefined && { name }),
  };
}
