import { cleanCell } from "../grids/clean-cell.js";
import { looksLikeCode } from "../rows/looks-like-code.js";
import { isStatus } from "../rows/read-status.js";
import type { Row } from "../rows/row.js";
import type { TextLine } from "./text-columns.js";

/** A line of a code and its text. */
interface Pair {
  readonly code: string;
  readonly text: string;
  readonly line: number;
  /** Whether a sign that assigns the text to the code separates them. */
  readonly isAssigned: boolean;
}

const PAIR =
  /^\s*(?:[-*]\s+|case\s+)?["'`[]{0,2}([^\s"'`=:,;()[\]{}|]{1,100})["'`\]]{0,2}(\s*(?:=>|->|[:=,|–—]|\s-\s)\s*|\s+)(.*\S)\s*$/;

/** A longer line is not a pair. */
const MAX_LINE = 2_000;

/** The pair in a line such as `1001 = Order not found`. */
export function readPair({ number, text }: TextLine): Pair | undefined {
  const [, code, separator = "", rest] = PAIR.exec(text.slice(0, MAX_LINE)) ?? [];
  if (code === undefined || rest === undefined || !looksLikeCode(code)) return undefined;
  // `MESSAGES = {`
  if (!/[\p{L}\p{N}]/u.test(rest)) return undefined;
  // `100 - 199 = reserved` is a range.
  if (/[-–—]/.test(separator) && /^-?\d+\s*[=:]/.test(rest)) return undefined;
  // Prose begins with a word and a space too.
  if (separator.trim() === "" && !/^-?\d+$|^[A-Z]+-?\d|^[A-Z]\w*_|^E[A-Z]{2,}$/.test(code))
    return undefined;
  const cell = { text: rest.replace(/[,;]$/, ""), line: number, lastLine: number };
  const isAssigned = /[=>:]/.test(separator);
  return { code, text: cleanCell(cell).text, line: number, isAssigned };
}

const NUMBERED = /^(-?\d{1,12})\s+(\S.*)$/;

/** A number with a comment behind it: `1001, // Order not found`. */
const COMMENTED = /^(-?\d{1,12})\s*[,;]?\s*(?:\/\/[/!]*<?|\/\*+[!<]*|#|--)\s*(\S.*?)\s*(?:\*\/)?$/;

/**
 * The rows of pairs. Where a word has only a number, the number is the code and the word its name;
 * where each text begins with a number of its own, so is that.
 */
export function toPairRows(pairs: readonly Pair[]): readonly Row[] {
  const numbers = pairs.map(({ code, text }) =>
    /^-?\d+$/.test(code) ? undefined : NUMBERED.exec(text)?.[1],
  );
  const areStatuses = numbers.every((number = "") => isStatus(number));
  const areCodes = numbers.every(Boolean) && new Set(numbers).size === pairs.length;
  return pairs.map(({ code, text, line }): Row => {
    const place = { line, lastLine: line };
    const isWord = !/^-?\d+$/.test(code);
    const commented = isWord ? COMMENTED.exec(text) : null;
    const isNumber = isWord && (commented !== null || /^-?\d+$/.test(text));
    const [, number = text, message = ""] = commented ?? NUMBERED.exec(text) ?? [];
    if (isNumber && !isStatus(number))
      return { code: number, name: code, message, ...place, unsure: ["message"] };
    if (isNumber || areStatuses) {
      const unsure = ["code", "httpStatus", "message"] as const;
      return { code, httpStatus: Number(number), message, ...place, unsure };
    }
    if (areCodes) return { code: number, name: code, message, ...place, unsure: ["message"] };
    return { code, message: text, ...place, unsure: ["message"] };
  });
}
