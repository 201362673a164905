import { parseJson } from "../../json/parse-json.js";

/**
 * The layout of the records of a capture: one on each line, or as the values at a depth of a JSON
 * document (0: the documents themselves, 1: the elements of an array, 3: the entries of a HAR).
 */
export type Layout = "lines" | 0 | 1 | 3;

/** More lines than a log begins with before its first record. */
const MAX_LINES = 50;

/** Returns how a capture is laid out, by its first bytes. */
export function layoutOf(start: string): Layout {
  if (/^\s*\[\s*(?:\[\s*[{"]|\{\s*["}]|\]\s*$)/.test(start)) return 1;
  // A dictionary as Python prints it begins with a brace too.
  if (!/^\s*\{\s*["}]/.test(start)) return "lines";
  if (isHar(start)) return 3;
  return hasRecordOnLine(start) ? "lines" : 0;
}

function isHar(start: string): boolean {
  return (
    /^\s*\{[^{}[\]]{0,1000}?"log"\s*:\s*\{/.test(start) &&
    /"(?:creator|entries|pages|browser)"\s*:\s*[[{]/.test(start)
  );
}

/** Whether a line has a whole object; of a document over several lines none does. */
function hasRecordOnLine(start: string): boolean {
  return start
    .split("\n", MAX_LINES)
    .some((line) => line.startsWith("{") && line.length > 4 && parseJson(line) !== undefined);
}
