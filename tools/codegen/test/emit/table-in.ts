import ts from "typescript";

/** Returns the table in the text of `entries.ts`, as the validator reads it. */
export function tableIn(text: string): readonly (readonly unknown[])[] {
  const source = ts.createSourceFile("entries.ts", text, ts.ScriptTarget.Latest, true);
  let table = "[]";
  source.forEachChild(function visit(node): void {
    if (ts.isNoSubstitutionTemplateLiteral(node)) table = node.text;
    else node.forEachChild(visit);
  });
  return JSON.parse(table);
}
