import { markUnsure, type Row } from "./row.js";

/** The share of a table's codes with one shape that makes another shape odd. */
const MOST = 0.8;

/** Marks as unsure what stands in a column of codes and may not be a code. */
export function markOddCodes(rows: readonly Row[]): readonly Row[] {
  const certain = rows.filter(({ code }) => !isDoubtful(code));
  const numbers = certain.filter(({ code }) => /^-?\d+$/.test(code)).length;
  const areNumbers = certain.length >= 4 && numbers >= certain.length * MOST;
  return rows.map((row) => {
    const isOdd = isDoubtful(row.code) || (areNumbers && !/\d/.test(row.code));
    return isOdd ? markUnsure(row, "code") : row;
  });
}

/**
 * Several codes, a range, what a spreadsheet makes of a long number, a footnote or a placeholder,
 * and digits and letters that a keyboard for another script writes.
 */
function isDoubtful(code: string): boolean {
  return (
    /[,/|;]/.test(code) ||
    // A word processor writes a sign of its own for a minus.
    /^[−–—]\d|[‒‐‑−]/.test(code) ||
    /[*†‡¹²³⁰⁴-⁹⁽⁾^()[\]{}<>…'"`]/.test(code) ||
    /[^\P{Nd}0-9]|[Ａ-Ｚａ-ｚ]/u.test(code) ||
    /[\p{L}\p{N}](?:[–—~～〜至到]|\.{2,})-?[\p{L}\p{N}]+$/u.test(code) ||
    /\d-{1,2}\d+$|^(\D+)\d+-\1\d+$/.test(code) ||
    /^-?\d+(?:\.\d+)?[eE]\+?\d+$/.test(code) ||
    /^-?\d+[xX*]+$|^[xX*?]+$|^-+$|^n\/?a$/i.test(code)
  );
}
