import { showSteering } from "../characters/steering.js";

/**
 * Returns the lines of a doc comment: the paragraphs, then the reason why the symbol is deprecated.
 * No text can end the comment, add a tag to it, or change how the code around it looks.
 */
export function docComment(paragraphs: readonly string[], deprecated?: string): readonly string[] {
  const text = paragraphs
    .filter((paragraph) => paragraph !== "")
    .map(escapeParagraph)
    .join("\n\n");
  const lines = text === "" ? [] : text.split("\n");
  if (deprecated !== undefined)
    lines.push("", `@deprecated ${escapeParagraph(deprecated.replace(LINE_BREAKS, " "))}`);
  if (lines.length === 1) return [`/** ${lines[0]} */`];
  return ["/**", ...lines.map(starLine), " */"];
}

const LINE_BREAKS = /[\r\n\u2028\u2029]+/g;

/** Returns a line of a comment, without blanks at its end. */
function starLine(line: string): string {
  const text = line.trimEnd();
  return text === "" ? " *" : ` * ${text}`;
}

function escapeParagraph(text: string): string {
  if (!MAY_BE_SPECIAL.test(text)) return text;
  return showSteering(text.replace(LINE_BREAKS, "\n"))
    .replaceAll("*/", "*\\/")
    .replace(/(^|[\s{])@/g, "$1\\@");
}

/** A quick test that most texts pass: whether something may have to be replaced. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are shown by their names.
const MAY_BE_SPECIAL = /[\0-\x08\n-\x1f*@\x7f-\x9f\u2028-\u202e\u2066-\u2069]/;
