import { Lexer } from "yaml";
import { countEach } from "../std/count-each.js";

/** Returns the comments of a YAML text that an edited text of it no longer has. */
export function removedComments(before: string, after: string): readonly string[] {
  const kept = new Map(countEach(commentsOf(after)));
  return commentsOf(before).filter((comment) => {
    const left = kept.get(comment) ?? 0;
    kept.set(comment, left - 1);
    return left <= 0;
  });
}

/** A text has a mark or a quotation mark before it, so nothing but a comment begins so. */
function commentsOf(text: string): readonly string[] {
  return [...new Lexer().lex(text)].filter((token) => token.startsWith("#"));
}
