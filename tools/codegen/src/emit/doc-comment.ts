import { showSteering } from "../characters/steering.js";

/**
 * Returns the lines of a doc comment: the paragraphs, then the reason why the symbol is deprecated.
 * No text can end the comment, add a tag to it, or change how the code around it looks.
 */
export function docComment(paragraphs: readonly string[], deprecated?: string): readonly string[] {
  const text = paragraphs
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => paragraph.replace(LINE_BREAKS, "\n"))
    .join("\n\n");
  // All lines at once: a catalog has a hundred thousand of them.
  const lines = text === "" ? [] : escapeComment(text).split("\n");
  if (deprecated !== undefined)
    lines.push("", `@deprecated ${escapeComment(deprecated.replace(LINE_BREAKS, " "))}`);
  if (lines.length === 1) return [`/** ${lines[0]} */`];
  return ["/**", ...lines.map(starLine), " */"];
}

const LINE_BREAKS = /[\r\n\u2028\u2029]+/g;

/** Returns a line of a comment, without blanks at its end. */
function starLine(line: string): string {
  const text = line.trimEnd();
  return text === "" ? " *" : ` * ${text}`;
}

function escapeComment(text: string): string {
  const shown = showSteering(text).replaceAll("*/", "*\\/");
  return shown.includes("@") ? shown.replace(/(^|[\s{])@/g, "$1\\@") : shown;
}
