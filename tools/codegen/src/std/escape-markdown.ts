/** Returns a text as Markdown that shows it to the letter. */
export function escapeMarkdown(text: string): string {
  if (!HAS_SYNTAX.test(text)) return text;
  return (
    text
      .replace(/[\r\n]+/g, " ")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      // GitHub makes formulas of the one, and a heading of the other.
      .replace(/\$|#(?!\w)/g, (character) => `&#${character.charCodeAt(0)};`)
      // An underscore inside a word, as in a code, emphasizes nothing.
      .replace(/[\\`*[\]|~]|(?<!\w)_|_(?!\w)/g, "\\$&")
      // It makes mentions and links to issues even of what is escaped, but not across a comment.
      .replace(/(?<!&)[@#](?=\w)/g, "$&<!-- -->")
  );
}

/** Most texts have nothing to escape. */
const HAS_SYNTAX = /[\r\n&<$#\\`*_[\]|~@]/;
