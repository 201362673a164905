/**
 * The text of a documentation comment without the tags of HTML in it, and with the words of each
 * `{@link place words}` and `{@code words}` in its place.
 */
export function withoutCommentMarkup(text: string): string {
  return text
    .replaceAll(
      /<\/?(?:p|code|b|i|em|strong|br|ul|ol|li|a|pre|summary|remarks|para)\b[^>]{0,200}>/g,
      " ",
    )
    .replaceAll(/\{@(\w+)\s([^{}]*)\}/g, (_, tag: string, content: string) =>
      tag.startsWith("link") ? content.replace(/^\s*[^\s|]+(?:\s*\|\s*|\s+)(?=\S)/, "") : content,
    );
}
