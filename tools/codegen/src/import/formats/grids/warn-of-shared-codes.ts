import type { Problem } from "../../../problem/problem.js";
import { type ColumnIndexes, isHeadingOfCodes } from "../rows/headings.js";
import { looksLikeCode } from "../rows/looks-like-code.js";
import { problemAt, type TableDocument } from "../rows/row.js";
import type { GridRow } from "./grid.js";
import { NEARLY } from "./guess-columns.js";

/**
 * Warns of a column of codes of which several errors share one, if another column has one for each
 * of them: that of HTTP statuses under "Code" beside a column of words, or "Result code" beside
 * "Reason code".
 */
export function warnOfSharedCodes(
  document: TableDocument,
  rows: readonly GridRow[],
  { code = -1, httpStatus }: ColumnIndexes,
  headings: readonly string[],
): Problem[] {
  const [first] = rows;
  if (first === undefined) return [];
  const textsIn = (index: number) => rows.map(({ cells }) => cells[index]?.text ?? "");
  const share = (texts: readonly string[], isSo: (text: string) => boolean) =>
    texts.filter(isSo).length / rows.length;
  const areDistinct = (texts: readonly string[]) => new Set(texts).size >= rows.length * NEARLY;
  const codes = textsIn(code);
  if (areDistinct(codes)) return [];
  const areStatuses = share(codes, (text) => /^[45]\d\d(?:\D+[45]\d\d)*$/.test(text)) >= NEARLY;
  const isShared = new Set(codes).size * 2 <= rows.length;
  const mayHaveCodes = (heading: string) =>
    areStatuses ? httpStatus === undefined : isShared && isHeadingOfCodes(heading);
  const better = headings.find((heading, index) => {
    if (!mayHaveCodes(heading)) return false;
    const texts = textsIn(index);
    return areDistinct(texts) && share(texts, looksLikeCode) >= NEARLY;
  });
  if (better === undefined) return [];
  const [own, other] = [JSON.stringify(headings[code]), JSON.stringify(better)];
  const what = areStatuses
    ? `the codes in the column ${own} are HTTP statuses, and several errors share one`
    : `several errors share one of the codes in the column ${own}`;
  return [
    problemAt(document, first.cells[0]?.line ?? 1, `${what}: the codes may be in ${other}`, {
      hint: `--columns code=${other}${areStatuses ? `,httpStatus=${own}` : ""}`,
      severity: "warning",
    }),
  ];
}
