import { type ColumnIndexes, isHeadingOfCodes } from "./headings.js";
import { isStatus } from "./read-status.js";

/**
 * Adds the column of HTTP statuses if it has the heading of another column of codes, such as "Code"
 * beside "Error code", and nothing but statuses in it. Under a key that is a code, a status is only
 * the status.
 */
export function addStatusColumn(
  columns: ColumnIndexes,
  headings: readonly string[],
  textsIn: (index: number) => readonly string[],
  isKeyed = false,
): ColumnIndexes {
  const { code, ...others } = columns;
  if (code === undefined) return columns;
  if (isKeyed && /status/i.test(headings[code] ?? "")) return { ...others, httpStatus: code };
  if (columns.httpStatus !== undefined) return columns;
  const used = new Set(Object.values(columns));
  const index = headings.findIndex((heading, at) => {
    if (used.has(at) || !isHeadingOfCodes(heading)) return false;
    const texts = textsIn(at).filter((text) => text !== "");
    return texts.length > 0 && texts.every(isStatus);
  });
  return index < 0 ? columns : { ...columns, httpStatus: index };
}
