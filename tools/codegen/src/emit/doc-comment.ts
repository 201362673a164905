import { showSteering } from "../characters/steering.js";

/**
 * Returns the lines of a doc comment: the paragraphs, then the reason why the symbol is deprecated.
 * No text can end the comment, add a tag to it, or change how the code around it looks.
 */
export function docComment(paragraphs: readonly string[], deprecated?: string): readonly string[] {
  const lines = paragraphs
    .filter((paragraph) => paragraph !== "")
    .flatMap((paragraph, index) => [...(index > 0 ? [""] : []), ...commentLines(paragraph)]);
  if (deprecated !== undefined) {
    lines.push("", `@deprecated ${commentLines(deprecated).join(" ")}`);
  }
  if (lines.length === 1) return [`/** ${lines[0]} */`];
  return ["/**", ...lines.map((line) => ` * ${line}`.trimEnd()), " */"];
}

function commentLines(text: string): readonly string[] {
  return text.split(/[\r\n\u2028\u2029]+/).map(escapeComment);
}

function escapeComment(text: string): string {
  return showSteering(text)
    .replaceAll("*/", "*\\/")
    .replace(/(^|[\s{])@/g, "$1\\@");
}
