import { oneLine } from "../../../std/one-line.js";
import { addStatusColumn } from "../rows/add-status-column.js";
import { type Column, detectColumns } from "../rows/headings.js";
import { looksLikeCode } from "../rows/looks-like-code.js";
import { isStatus, statusOfName } from "../rows/read-status.js";
import type { Declared } from "./declared.js";
import { isWord, textsOf, type Value, type Word } from "./syntax.js";

/** The members of an error in a declaration. */
export type Fields = Partial<Record<Column, string>>;

/** The last part of a name such as `Code.Late`. */
export function lastName(text: string): string {
  return text.slice(text.lastIndexOf(".") + 1);
}

/** Whether a key names a constant. Without brackets, the key of an object is itself a text. */
export function isReference(key: Value | undefined): boolean {
  return key?.kind === "name" && key.node.name !== "PropertyDefinition";
}

/** The code that the key of a member is, or its name; undefined for any other key. */
export function codeOfKey(key: Value): string | undefined {
  if (key.kind === "number") return key.text;
  if (key.kind !== "text" && key.kind !== "name") return undefined;
  if (!looksLikeCode(key.text) && !/^[A-Z][A-Z0-9_]+$/.test(key.text)) return undefined;
  return key.kind === "name" ? lastName(key.text) : key.text;
}

/** Returns the values of a declaration as fields, by their names or by their form. */
export function fieldsOf(
  values: readonly Value[],
  labels: readonly string[] | undefined,
  isKeyed: boolean,
): Fields {
  const [only] = values;
  if (values.length === 1 && only?.kind === "object") return objectFields(only, isKeyed);
  const items = values.length === 1 && only?.kind === "list" ? only.items : values;
  // `register("group", { value: "UNKNOWN", message: "..." })`
  const described = items.find(({ kind }) => kind === "object");
  if (described?.kind === "object" && labels === undefined) return objectFields(described, isKeyed);
  const named = labels === undefined ? {} : namedFields(labels, items);
  // The name of a parameter may say nothing.
  const guess = guessFields(items, isKeyed);
  if (named.code === undefined) return named.message === undefined ? guess : named;
  const hasText = named.message !== undefined || named.description !== undefined;
  return hasText || guess.message === undefined ? named : { ...named, message: guess.message };
}

/** Whether a value is only a list of constants, such as of all errors. */
export function listsNames([only]: readonly Value[]): boolean {
  if (only?.kind !== "list" || only.items.length === 0) return false;
  return only.items.every(({ kind }) => kind === "name");
}

/** Whether a value is an object with a code and a text. */
export function isErrorObject(values: readonly Value[]): boolean {
  const [only] = values;
  if (values.length !== 1 || only?.kind !== "object") return false;
  const { code, message } = objectFields(only, false);
  return code !== undefined && message !== undefined;
}

/** The fields of an object by the names of its members; the code may have a name of its own. */
function objectFields({ members }: Extract<Value, { kind: "object" }>, isKeyed: boolean): Fields {
  const named = members.flatMap(({ key, value }) =>
    isWord(key) ? [{ name: key.text, value }] : [],
  );
  const values = named.map(({ value }) => value);
  const fields = namedFields(
    named.map(({ name }) => name),
    values,
    isKeyed,
  );
  if (fields.code !== undefined || fields.message === undefined) return fields;
  const code = textsOf(values).find(looksLikeCode);
  return code === undefined || code === fields.name ? fields : { ...fields, code };
}

function namedFields(names: readonly string[], values: readonly Value[], isKeyed = false): Fields {
  const fields: Fields = {};
  const statusIn = (index: number) => [fieldText("httpStatus", values[index]) ?? ""];
  const columns = addStatusColumn(detectColumns(names), names, statusIn, isKeyed);
  for (const [column, index] of Object.entries(columns) as [Column, number][]) {
    const text = fieldText(column, values[index]);
    if (text !== undefined && text !== "") fields[column] = text;
  }
  const { code = "" } = fields;
  if (/status/i.test(names[columns.code ?? -1] ?? "") && isStatus(code)) fields.httpStatus = code;
  return fields;
}

/** The text of a field; undefined if its value is not a text. */
function fieldText(column: Column, value: Value | undefined): string | undefined {
  if (!isWord(value)) return undefined;
  if (column === "httpStatus") return statusOf(value);
  return value.kind === "name" ? undefined : oneLine(value.text);
}

/** A status as a number, or as the name that HTTP has for it. */
function statusOf({ text }: Word): string | undefined {
  return isStatus(text) ? text : statusOfName(lastName(text));
}

function guessFields(items: readonly Value[], isKeyed: boolean): Fields {
  const numbers = items.flatMap((value) => (value.kind === "number" ? [value.text] : []));
  const texts = textsOf(items).map(oneLine);
  const [only] = items;
  const named = items.map((value) => (value.kind === "name" ? statusOf(value) : undefined));
  // `1001: OrderNotFound`
  if (isKeyed && items.length === 1 && only?.kind === "name" && named[0] === undefined)
    return { name: lastName(only.text) };
  const codeText = texts.find(looksLikeCode);
  const sentences = texts.filter((text) => text !== codeText && text !== "");
  const isText = isKeyed && sentences.length > 0;
  const hasOther = codeText !== undefined || numbers.length > 1 || isText;
  const statusIndex = hasOther ? numbers.findIndex(isStatus) : -1;
  const status = numbers[statusIndex] ?? named.find((each) => each !== undefined);
  const code = numbers.find((_, index) => index !== statusIndex) ?? codeText;
  const name = code === codeText ? undefined : codeText;
  const [message, description] = sentences;
  return {
    ...(code !== undefined && { code }),
    ...(status !== undefined && { httpStatus: status }),
    ...(message !== undefined && { message }),
    ...(description !== undefined && { description }),
    ...(name !== undefined && { name }),
  };
}

/**
 * Whether the texts that members have alone are codes: most look so, such as `"not-found"` beside
 * `"timeout"`, or all are words.
 */
export function listsCodes(members: readonly Declared[]): boolean {
  const texts = members.flatMap((member) => textAlone(member) || []);
  const areWords = texts.length > 1 && texts.every((text) => WORD.test(text));
  return areWords || texts.filter(looksLikeCode).length * 2 > texts.length;
}

const WORD = /^[\w.-]+$/;

/** The text of a member that has nothing else; undefined under a key. */
function textAlone({ key, values }: Declared): string | undefined {
  const [only] = values;
  return key === undefined && values.length === 1 && only?.kind === "text" ? only.text : undefined;
}

/** The word that a member has alone, as its code. */
export function wordAlone(member: Declared): Fields | undefined {
  const text = textAlone(member) ?? "";
  return WORD.test(text) ? { code: text } : undefined;
}

/** Whether most texts that members have alone under their keys are sentences. */
export function listsTexts(members: readonly Declared[]): boolean {
  const texts = members.flatMap(({ key, values: [only, ...more] }) =>
    key !== undefined && only?.kind === "text" && more.length === 0 ? [only.text] : [],
  );
  return texts.filter((text) => /\s/.test(text.trim())).length * 2 > texts.length;
}

/** The text alone under a key, if the key is a number or `areTexts`. It may look like a code. */
export function textUnderKey({ key, values }: Declared, areTexts: boolean): Fields | undefined {
  const [only] = values;
  if (values.length !== 1 || only?.kind !== "text" || key === undefined) return undefined;
  const isNumber = key.kind === "number" || (key.kind === "text" && /^-?\d+$/.test(key.text));
  if (!isNumber && !areTexts) return undefined;
  const message = oneLine(only.text);
  return message === "" ? {} : { message };
}
