import type { Problem } from "../../problem/problem.js";
import type { GridRow } from "./grid.js";
import { NEARLY } from "./guess-columns.js";
import type { ColumnIndexes } from "./headings.js";
import { looksLikeCode } from "./looks-like-code.js";
import { problemAt, type TableDocument } from "./row.js";

/**
 * Warns of a column of codes that has HTTP statuses only, which several errors share, if another
 * column has a word for each of them: "Code" may mean either.
 */
export function warnOfStatuses(
  document: TableDocument,
  rows: readonly GridRow[],
  { code = -1, httpStatus }: ColumnIndexes,
  headings: readonly string[],
): Problem[] {
  const [first] = rows;
  if (first === undefined || httpStatus !== undefined) return [];
  const textsIn = (index: number) => rows.map(({ cells }) => cells[index]?.text ?? "");
  const share = (texts: readonly string[], isSo: (text: string) => boolean) =>
    texts.filter(isSo).length / rows.length;
  const areDistinct = (texts: readonly string[]) => new Set(texts).size >= rows.length * NEARLY;
  const codes = textsIn(code);
  const areStatuses = share(codes, (text) => /^[45]\d\d(?:\D+[45]\d\d)*$/.test(text)) >= NEARLY;
  if (!areStatuses || areDistinct(codes)) return [];
  const better = headings.find((_, index) => {
    const texts = textsIn(index);
    return areDistinct(texts) && share(texts, looksLikeCode) >= NEARLY;
  });
  if (better === undefined) return [];
  const [own, other] = [JSON.stringify(headings[code]), JSON.stringify(better)];
  return [
    problemAt(
      document,
      first.cells[0]?.line ?? 1,
      `the codes in the column ${own} are HTTP statuses, and several errors share one: the codes may be in ${other}`,
      { hint: `--columns code=${other},httpStatus=${own}`, severity: "warning" },
    ),
  ];
}
