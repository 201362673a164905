/** Returns Markdown that shows a text to the letter as code in a line. */
export function markdownCode(text: string): string {
  const marks = "`".repeat(longestRun(text) + 1);
  // Markdown removes one space at both ends; without one, marks with nothing between them are not
  // code.
  const space = /^[` ]|[` ]$|^$/.test(text) ? " " : "";
  return `${marks}${space}${text}${space}${marks}`;
}

/** Returns a block of code in Markdown. */
export function markdownBlock(text: string, language: string): string {
  const marks = "`".repeat(Math.max(3, longestRun(text) + 1));
  return `${marks}${language}\n${text}\n${marks}`;
}

/** The most backticks in a row. */
function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
