import ts from "typescript";

/** An error of the validator's table. */
export interface TableRow {
  readonly code: string;
  readonly words: string;
  readonly texts: readonly string[];
}

/** Returns the table in the text of `entries.ts`: its lines. */
export function linesIn(text: string): readonly string[] {
  const source = ts.createSourceFile("entries.ts", text, ts.ScriptTarget.Latest, true);
  let table = "";
  source.forEachChild(function visit(node): void {
    if (ts.isNoSubstitutionTemplateLiteral(node)) table = node.text;
    else node.forEachChild(visit);
  });
  return table.split("\n").slice(1, -1);
}

/** Returns the errors in the text of `entries.ts`, as the validator reads them. */
export function rowsIn(text: string): readonly TableRow[] {
  const rows: TableRow[] = [];
  let code = "";
  for (const line of linesIn(text)) {
    const [key = "", ...rest] = line.split(" ");
    if (rest.length === 0) code = "";
    if (rest.length === 0 || key === "") continue;
    code = code.slice(0, Math.max(0, code.length - key.length)) + key;
    const [words = "", message, ...variants] = rest.join(" ").split("|");
    if (words === "=" || words === "") continue;
    const toText = (cell: string) => readCell(cell, words.split(" "));
    rows.push({ code, words, texts: [message || words, ...variants].map(toText) });
  }
  return rows;
}

function readCell(cell: string, words: readonly string[]): string {
  if (cell.startsWith('"')) return JSON.parse(cell);
  const text = cell.replaceAll(/\d/g, (at) => ` ${words[Number(at)]}`).trim();
  return text.charAt(0).toUpperCase() + text.slice(1);
}
