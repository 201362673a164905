/** Returns a text as Markdown that shows it to the letter. */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/[\r\n]+/g, " ")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      // GitHub makes formulas, mentions and links to issues of these.
      .replace(/[$@#]/g, (character) => `&#${character.charCodeAt(0)};`)
      .replace(/[\\`*_[\]|~]/g, "\\$&")
  );
}
