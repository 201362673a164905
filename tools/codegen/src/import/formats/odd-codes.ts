import type { Row } from "./row.js";

/** The share of a table's codes with one shape that makes another shape odd. */
const MOST = 0.8;

/** Marks as unsure what stands in a column of codes and may be no code. */
export function markOddCodes(rows: readonly Row[]): readonly Row[] {
  const certain = rows.filter(({ code }) => !isDoubtful(code));
  const numbers = certain.filter(({ code }) => /^-?\d+$/.test(code)).length;
  const areNumbers = certain.length >= 4 && numbers >= certain.length * MOST;
  return rows.map((row) => {
    const isOdd = isDoubtful(row.code) || (areNumbers && !/\d/.test(row.code));
    if (!isOdd || row.unsure.includes("code")) return row;
    return { ...row, unsure: ["code", ...row.unsure] };
  });
}

/** Several codes, a range, or what a spreadsheet makes of a long number. */
function isDoubtful(code: string): boolean {
  return (
    /[,/|;]/.test(code) ||
    /\d(?:-|–|—|~|\.\.+|…|至|到)-?\d+$/.test(code) ||
    /^-?\d+(?:\.\d+)?[eE]\+?\d+$/.test(code) ||
    /^-?\d+[xX*]+$|^[xX*?]+$|^-+$|^n\/?a$/i.test(code)
  );
}
