import { withoutIgnorable } from "../../../characters/without-ignorable.js";
import { oneLine } from "../../../std/one-line.js";
import { quoteBriefly } from "../../../std/quote-briefly.js";
import type { ColumnIndexes } from "../rows/headings.js";
import { readStatus } from "../rows/read-status.js";
import { DEPRECATED, type Row, unsureOf } from "../rows/row.js";
import { type CleanCell, cleanCell } from "./clean-cell.js";
import type { Cell } from "./grid.js";

/** The row in the cells of a table's line. A string says why there is none. */
export function readRow(
  cells: readonly Cell[],
  columns: ColumnIndexes,
  previous: Row | undefined,
): Row | string {
  const cellAt = (index: number | undefined) => (index === undefined ? undefined : cells[index]);
  const cleanAt = (index: number | undefined) => {
    const { text, ...rest } = cellAt(index) ?? EMPTY;
    // Pages write invisible characters in empty cells.
    const shown = withoutIgnorable(text).trim() === "" ? "" : oneLine(text);
    return cleanCell({ text: shown, ...rest });
  };
  const [code, message] = [cleanAt(columns.code), cleanAt(columns.message)];
  const head = readCode(code, previous);
  if (typeof head === "string") return head;
  const status = readStatus(cleanAt(columns.httpStatus).text);
  // A cell that spans two columns belongs to the first.
  const [codeCell, messageCell] = [cellAt(columns.code), cellAt(columns.message)];
  const isSpanned = messageCell !== undefined && cellAt(columns.description) === messageCell;
  const text = messageCell === codeCell ? "" : message.text;
  const description = isSpanned ? "" : cleanAt(columns.description).text;
  const hasDescription = columns.description !== undefined;
  const name = cleanAt(columns.name).text || head.name;
  return {
    code: head.code,
    ...(typeof status === "number" && { httpStatus: status }),
    // A table with only one text does not say which of the two it is.
    message: text || description,
    ...(hasDescription && { description: text === "" ? "" : description }),
    ...(name && { name }),
    ...linesOf(
      Object.values(columns).flatMap((index) => cellAt(index) ?? []),
      head.inheritedFrom,
    ),
    unsure: unsureOf({
      code: !head.isSure,
      httpStatus: status === null,
      message: message.isQuoted || text === "",
      description: isSpanned || (text === "" && hasDescription),
    }),
    ...(head.isDeprecated && { notes: DEPRECATED }),
    ...(code.isStruck && { notes: STRUCK }),
  };
}

const EMPTY: Cell = { text: "", line: 0, lastLine: 0 };

const STRUCK = "The document strikes this row out: retire the entry if the API no longer sends it.";

function linesOf(
  used: readonly Cell[],
  inheritedFrom = Number.POSITIVE_INFINITY,
): Pick<Row, "line" | "lastLine" | "ownLine"> {
  const starts = used.map(({ line }) => line);
  const line = Math.min(...starts, inheritedFrom);
  const ownLine = Math.max(...starts);
  return {
    line,
    lastLine: Math.max(...used.map(({ lastLine }) => lastLine)),
    ...(ownLine > line && { ownLine }),
  };
}

interface CodeCell {
  readonly code: string;
  readonly name?: string | undefined;
  readonly isSure: boolean;
  readonly isDeprecated?: boolean;
  /** The line of the row that the code is taken from, if it is not this row's own. */
  readonly inheritedFrom?: number;
}

/** The code of a row. One code may have several texts: then only the first row has the code. */
function readCode(cell: CleanCell, previous: Row | undefined): CodeCell | string {
  // Pages write invisible characters where a long code may be broken.
  const text = withoutIgnorable(cell.text).trim();
  if (text !== "") {
    const [, deprecated] = DEPRECATED_CODE.exec(text) ?? [];
    const found = splitCode(deprecated ?? text);
    if (deprecated !== undefined && typeof found !== "string")
      return { ...found, isSure: false, isDeprecated: true };
    const isAsWritten = text === cell.text && !cell.isQuoted && !cell.isStruck;
    return typeof found === "string" || isAsWritten ? found : { ...found, isSure: false };
  }
  if (previous === undefined) return "a row without a code";
  return { code: previous.code, isSure: false, inheritedFrom: previous.line };
}

/** `1001 (deprecated)` */
const DEPRECATED_CODE = /^(\S+) ?[([](?:deprecated|obsolete|retired|removed)[)\]]$/i;

/** `-1000 UNKNOWN`, `1001: OrderNotFound`, `0x80240001 (WU_E_NO_SERVICE)`, `401 - Not allowed` */
const BEFORE_NAME =
  /^(-?\d+|0x[\da-fA-F]+|[A-Z]+-?\d+)(?:[ :,–—-]+\(?([A-Za-z][A-Za-z0-9]*(?:[_.][A-Za-z0-9]+)*)\)?| ?\(([A-Za-z][A-Za-z ]*)\)| ?[:–—-] ([A-Za-z][^()|]*))$/;

/** `UNKNOWN (-1000)`, `Unknown: 0x1F`, `WSAEINTR 10004` */
const AFTER_NAME =
  /^(?:([A-Za-z]\w+) ?[(:] ?(-?\d+|0x[\da-fA-F]+)\)?|([A-Z][A-Z\d_]{3,}) (-?\d+|0x[\da-fA-F]+))$/;

/** A code, and a name or another form of it if one cell holds both. */
function splitCode(text: string): CodeCell | string {
  // `="0012"` keeps the zeros in a spreadsheet.
  const [, kept] = /^="([^"\s]+)"$/.exec(text) ?? [];
  if (kept !== undefined) return { code: kept, isSure: true };
  // `5 (0x5)`, and the other way round
  const [, number] =
    /^(-?\d+) ?\(0x[\da-f]+\)$/i.exec(text) ?? /^0x[\da-f]+ ?\((-?\d+)\)$/i.exec(text) ?? [];
  if (number !== undefined) return { code: number, isSure: false };
  const [, code, name, inner, words = inner] = BEFORE_NAME.exec(text) ?? [];
  // `E1000-E1099` is a range.
  const isRange = /^[A-Z]+\d+$/.test(name ?? "");
  if (code !== undefined && !isRange) return { code, name: name ?? words, isSure: false };
  const [, named, inParentheses, afterName, behind] = AFTER_NAME.exec(text) ?? [];
  const last = inParentheses ?? behind;
  if (last !== undefined) return { code: last, name: named ?? afterName, isSure: false };
  if (/\s/.test(text)) return `${quoteBriefly(text)} is not a code: a code has no spaces`;
  return { code: text, isSure: true };
}
