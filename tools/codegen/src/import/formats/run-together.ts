import { STATUS_CODES } from "node:http";
import { learnVocabulary, partTexts, type Vocabulary } from "./boundary.js";
import {
  inOneLine,
  problemAt,
  type Reading,
  type Row,
  type RowField,
  type TableDocument,
  type Unread,
} from "./row.js";

/**
 * Reads a table as text that was copied from a page, its columns run together: a code, an HTTP status, and a text in
 * which the message ends where the description begins. What the document does not settle is marked as unsure.
 */
export function readRunTogether(document: TableDocument): Reading {
  const heads: Head[] = [];
  const unread: Unread[] = [];
  const lines = document.text.split(/\r?\n/);
  let open: Head | undefined;
  for (const [index, line] of lines.entries()) {
    const head = splitHead(line.trim(), index + 1);
    if (head !== undefined) {
      heads.push(head);
      open = head;
    } else if (line.trim() === "") open = undefined;
    else if (open === undefined) unread.push({ line: index + 1, text: inOneLine(line) });
    else {
      open.text += ` ${line.trim()}`;
      open.lastLine = index + 1;
    }
  }
  const vocabulary = learnVocabulary(heads.map(({ text }) => text));
  const widths = countWidths(heads);
  const rows = heads.map((head) => toRow(head, widths, vocabulary));
  const problems =
    rows.length > 0
      ? []
      : [
          problemAt(document, 1, "no line with a code and an HTTP status", {
            hint: "say what the document is: --from csv, tsv, html, markdown, openapi or text",
          }),
        ];
  return { rows, problems, unread };
}

interface Head {
  readonly code: string;
  readonly httpStatus: number;
  /** Whether the status could be another part of the digits. */
  readonly isForked: boolean;
  text: string;
  readonly line: number;
  lastLine: number;
}

/** The code and the status that a line begins with. */
function splitHead(text: string, line: number): Head | undefined {
  const make = (code = "", status = "", rest = "", isForked = false): Head | undefined =>
    status in STATUS_CODES
      ? { code, httpStatus: Number(status), isForked, text: inOneLine(rest), line, lastLine: line }
      : undefined;
  const apart =
    /^(-?\d{1,12}|[A-Za-z][A-Za-z\d]*(?:[_.-][A-Za-z\d]+)+)\s+([1-5]\d\d)(?!\d)(.*)$/.exec(text);
  if (apart) return make(apart[1], apart[2], apart[3]);
  const digits = /^(-?\d+?)([1-5]\d\d)(?!\d)(.*)$/.exec(text);
  const whole = digits && make(digits[1], digits[2], digits[3]);
  if (whole) return whole;
  // The message may begin with digits of its own.
  const run = /^(?:-?)(\d+)/.exec(text)?.[1]?.length ?? 0;
  const sign = text.startsWith("-") ? 1 : 0;
  for (let at = sign + run - 4; at > sign; at--) {
    const head = make(text.slice(0, at), text.slice(at, at + 3), text.slice(at + 3), true);
    if (head) return head;
  }
  const word = /^([A-Za-z][A-Za-z\d]*(?:[_.-][A-Za-z\d]+?)+?)([1-5]\d\d)(\p{Lu}.*)$/u.exec(text);
  return word ? make(word[1], word[2], word[3], true) : undefined;
}

/** How often each length of a code occurs: one that stands alone is suspect. */
function countWidths(heads: readonly Head[]): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  for (const { code } of heads) widths.set(widthOf(code), (widths.get(widthOf(code)) ?? 0) + 1);
  return widths;
}

function widthOf(code: string): number {
  return code.replace("-", "").length;
}

function toRow(head: Head, widths: ReadonlyMap<number, number>, vocabulary: Vocabulary): Row {
  const { code, httpStatus, text, line, lastLine } = head;
  const unsure = new Set<RowField>();
  const isLone = (widths.get(widthOf(code)) ?? 0) < 2 && String(httpStatus) !== code;
  if (head.isForked || isLone)
    for (const field of ["code", "httpStatus", "message"] as const) unsure.add(field);
  const { message, description, isSure } = partTexts(text, vocabulary);
  if (!isSure || lastLine > line) {
    unsure.add("message");
    unsure.add("description");
  }
  return {
    code,
    httpStatus,
    message,
    description,
    joined: text,
    line,
    lastLine,
    unsure: [...unsure],
  };
}
