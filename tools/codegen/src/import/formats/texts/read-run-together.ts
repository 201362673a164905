import { countEach } from "../../../std/count-each.js";
import { oneLine } from "../../../std/one-line.js";
import {
  listReading,
  type Reading,
  type Row,
  type TableDocument,
  toReading,
  type Unread,
  unsureOf,
} from "../rows/row.js";
import { type DocumentWords, learnWords } from "./document-words.js";
import { parseRowStart, type RowStart } from "./parse-row-start.js";
import { splitTexts } from "./split-texts.js";

/** A row before its message is split from its description. */
interface JoinedRow extends Omit<RowStart, "rest"> {
  readonly joined: string;
  readonly line: number;
  readonly lastLine: number;
}

/**
 * Reads a table as text that was copied from a page, its columns run together: a code, an HTTP
 * status, and a text in which the description follows the message. Fields that the document does
 * not settle are marked as unsure.
 */
export function readRunTogether({ text }: TableDocument): Reading {
  const { rows: joined, unread } = joinLines(text);
  const words = learnWords(joined.map((row) => row.joined));
  const widths = countWidths(joined);
  const rows = joined.map((row) => toRow(row, widths, words));
  return toReading(listReading("text", rows), unread);
}

/** The rows of a text. A line without a code continues the row above it, up to an empty line. */
function joinLines(text: string): {
  readonly rows: readonly JoinedRow[];
  readonly unread: readonly Unread[];
} {
  const rows: JoinedRow[] = [];
  const unread: Unread[] = [];
  let isOpen = false;
  for (const [index, written] of text.split(/\r?\n/).entries()) {
    const line = index + 1;
    const content = oneLine(written);
    const start = parseRowStart(written.trim());
    const open: JoinedRow | undefined = isOpen ? rows.at(-1) : undefined;
    if (start !== undefined) {
      const { rest, ...known } = start;
      rows.push({ ...known, joined: oneLine(rest), line, lastLine: line });
    } else if (open !== undefined && content !== "") {
      rows.splice(-1, 1, { ...open, joined: `${open.joined} ${content}`, lastLine: line });
    } else if (content !== "") {
      unread.push({ line, text: content });
    }
    isOpen = start !== undefined || (open !== undefined && content !== "");
  }
  return { rows, unread };
}

/** The number of codes of each length: a length that occurs once is suspicious. */
function countWidths(rows: readonly JoinedRow[]): ReadonlyMap<number, number> {
  return countEach(rows.map(({ code }) => widthOf(code)));
}

function widthOf(code: string): number {
  return code.replace("-", "").length;
}

function toRow(row: JoinedRow, widths: ReadonlyMap<number, number>, words: DocumentWords): Row {
  const { code, httpStatus, joined, line, lastLine, isAmbiguous } = row;
  const isSuspicious = (widths.get(widthOf(code)) ?? 0) < 2 && String(httpStatus) !== code;
  const { message, description, isSure } = splitTexts(joined, words);
  const isUnsureCode = isAmbiguous || isSuspicious;
  const isUnsureSplit = !isSure || lastLine > line;
  return {
    code,
    httpStatus,
    message,
    description,
    joined,
    line,
    lastLine,
    unsure: unsureOf({
      code: isUnsureCode,
      httpStatus: isUnsureCode,
      message: isUnsureCode || isUnsureSplit,
      description: isUnsureSplit,
    }),
  };
}
