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
    if (ts.isStringLiteral(node)) table = node.text;
    else node.forEachChild(visit);
  });
  return table.split("\n").slice(0, -1);
}

/** Returns the errors in the text of `entries.ts`, as the validator reads them. */
export function rowsIn(text: string): readonly TableRow[] {
  const rows = linesIn(text).filter((line) => !/^(?: |\S+ [=|]$)/.test(line));
  return rows.map((line) => {
    const [code = ""] = line.split(" ", 1);
    const [words = "", message, ...variants] = line.slice(code.length + 1).split("|");
    return { code, words, texts: [message || words, ...variants].map(toText) };
  });
}

function toText(cell: string): string {
  if (cell.startsWith('"')) return JSON.parse(cell);
  return cell.charAt(0).toUpperCase() + cell.slice(1);
}
