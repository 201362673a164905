/** Returns a text of strangers as Markdown that shows it, in one line of a table or a paragraph. */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replaceAll(/\s+/g, " ")
      // An underscore inside a word, as in a code, emphasizes nothing.
      .replaceAll(/[\\|`*[\]<&!~$]|(?<!\w)_|_(?!\w)/g, "\\$&")
      // GitHub makes mentions and links to issues even of what is escaped, but not across a
      // comment.
      .replaceAll(/[@#](?=\w)/g, "$&<!-- -->")
  );
}
