import { oneLine } from "../../std/one-line.js";
import { quoteBriefly } from "../../std/quote-briefly.js";
import type { ColumnIndexes } from "./choose-columns.js";
import type { Cell } from "./grid.js";
import { readStatus } from "./read-status.js";
import type { Row, RowField } from "./row.js";

/** The row in the cells of a table's line. A string says why there is none. */
export function readRow(
  cells: readonly Cell[],
  columns: ColumnIndexes,
  previous: Row | undefined,
): Row | string {
  const cellAt = (index: number | undefined) => (index === undefined ? undefined : cells[index]);
  const textAt = (index: number | undefined) => oneLine(cellAt(index)?.text ?? "");
  const head = readCode(textAt(columns.code), previous);
  if (typeof head === "string") return head;
  const status = readStatus(textAt(columns.httpStatus));
  const texts = readTexts(textAt(columns.message), textAt(columns.description), columns);
  const name = textAt(columns.name) || head.name;
  const used = Object.values(columns).flatMap((index) => cellAt(index) ?? []);
  const starts = used.map(({ line }) => line);
  const line = Math.min(...starts, head.inheritedFrom ?? Number.POSITIVE_INFINITY);
  const ownLine = Math.max(...starts);
  return {
    code: head.code,
    ...(typeof status === "number" && { httpStatus: status }),
    ...texts.texts,
    ...(name && { name }),
    line,
    lastLine: Math.max(...used.map(({ lastLine }) => lastLine)),
    ...(ownLine > line && { ownLine }),
    unsure: [
      ...(head.isSure ? [] : (["code"] as const)),
      ...(status === null ? (["httpStatus"] as const) : []),
      ...texts.unsure,
    ],
  };
}

interface CodeCell {
  readonly code: string;
  readonly name?: string | undefined;
  readonly isSure: boolean;
  /** The line of the row that the code is taken from, if it is not this row's own. */
  readonly inheritedFrom?: number;
}

/** The code of a row. One code may have several texts: then only the first row has the code. */
function readCode(text: string, previous: Row | undefined): CodeCell | string {
  if (text !== "") return splitCode(text);
  if (previous === undefined) return "a row without a code";
  return { code: previous.code, isSure: false, inheritedFrom: previous.line };
}

/** A code, and a name if one cell holds both: `-1000 UNKNOWN`. */
function splitCode(text: string): CodeCell | string {
  const [, code, name] = /^(-?\d+)[ :]+([A-Z][A-Z0-9_]*)$/.exec(text) ?? [];
  if (code !== undefined) return { code, name, isSure: false };
  if (/\s/.test(text)) return `${quoteBriefly(text)} is not a code: a code has no spaces`;
  return { code: text, isSure: !/[,/|]/.test(text) };
}

/**
 * The texts of a row. A table with only one column of text does not say which of the two it is: it
 * is read as the message.
 */
function readTexts(
  message: string,
  description: string,
  columns: ColumnIndexes,
): { readonly texts: Pick<Row, "message" | "description">; readonly unsure: readonly RowField[] } {
  const hasDescriptions = columns.description !== undefined;
  if (message !== "")
    return { texts: { message, ...(hasDescriptions && { description }) }, unsure: [] };
  if (!hasDescriptions) return { texts: { message }, unsure: ["message"] };
  return {
    texts: { message: description, description: "" },
    unsure: ["message", "description"],
  };
}
