/** Returns a text in one line: every run of white space becomes one space. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
