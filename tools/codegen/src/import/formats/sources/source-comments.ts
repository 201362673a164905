import type { SyntaxNode } from "@lezer/common";
import { withoutCommentMarkup } from "../../../evidence/comment-markup.js";
import { lowerBound } from "../../../std/lower-bound.js";
import { oneLine } from "../../../std/one-line.js";

/** The comment of a declaration. */
export interface FoundComment {
  /** The comment before it, or behind it on its line; empty if there is none. */
  readonly comment: string;
  /** The offset at which the comment begins. */
  readonly commentFrom: number;
  /** The offset behind it. */
  readonly commentTo: number;
  /** Whether the comment or an annotation says so. */
  readonly isDeprecated: boolean;
}

/** The place of a comment. */
export interface Comment {
  readonly from: number;
  readonly to: number;
}

/** The comments in a syntax tree, in the order of the source. */
export function commentsIn(root: SyntaxNode): readonly Comment[] {
  const found: Comment[] = [];
  const cursor = root.cursor();
  do {
    if (/Comment$/.test(cursor.name)) found.push({ from: cursor.from, to: cursor.to });
  } while (cursor.next());
  return found;
}

/** Returns a function that finds, of all comments, that of what stands between two places. */
export function createCommentFinder(
  found: readonly Comment[],
  source: string,
): (after: number, from: number, to: number) => FoundComment {
  const starts = found.map(({ from }) => from);
  return (after, from, to) => {
    const lineEnd = source.indexOf("\n", to);
    const behind = found[lowerBound(starts, to)];
    const isBehind = behind !== undefined && behind.from < (lineEnd < 0 ? source.length : lineEnd);
    const last = lowerBound(starts, from) - 1;
    const own = isBehind
      ? [behind]
      : commentsBefore(found, last, after, withModifiers(from, source), source);
    const texts = own.map((each) => source.slice(each.from, each.to));
    return {
      // An empty line of a comment may be a comment of its own.
      comment: oneLine(texts.map(plainComment).join(" ")),
      commentFrom: own[0]?.from ?? from,
      commentTo: own.at(-1)?.to ?? from,
      isDeprecated: texts.some(saysDeprecated) || isAnnotated(source, after, from),
    };
  };
}

/** Whether a comment says that what follows is deprecated, as Java, TypeScript or Go does. */
function saysDeprecated(comment: string): boolean {
  return /@deprecated\b|(?:^|[\s*/])Deprecated:/.test(comment);
}

/** Whether an annotation of a declaration, or before it, says that it is deprecated. */
function isAnnotated(source: string, after: number, from: number): boolean {
  const before = source.slice(Math.max(after, from - MAX_GAP), from);
  return (
    DEPRECATION.test(source.slice(from, from + MAX_GAP)) || /@Deprecated\b[^,;{}]*$/.test(before)
  );
}

/** Matches `@Deprecated`, `[Obsolete("...")]` and `#[deprecated]`. */
const DEPRECATION = /^(?:@|#?\[)(?:Deprecated|deprecated|Obsolete)\b/;

/** Modifiers and a type, such as `public static final int `, up to what they declare. */
const MODIFIERS = /^[ \t]*(?:[\w.<>[\]?]+[ \t]+)*$/;

/** The place at which a declaration begins on its line: before its modifiers and its type. */
function withModifiers(from: number, source: string): number {
  const before = source.slice(Math.max(0, from - MAX_GAP), from);
  const own = before.slice(before.lastIndexOf("\n") + 1);
  return MODIFIERS.test(own) ? from - own.length : from;
}

/** Between a comment and what it is about is neither an empty line nor anything else. */
const NEAR = /^[ \t]*(?:(?:\r\n?|\n)[ \t]*)?(?:@\w+[ \t]*(?:\n[ \t]*)?)?$/;

/** The comments directly before a place, of which the last has an index. */
function commentsBefore(
  comments: readonly Comment[],
  last: number,
  after: number,
  from: number,
  source: string,
): Comment[] {
  // A comment on the line of the member above is that member's.
  const aboveEnd = after === 0 ? 0 : source.indexOf("\n", after);
  const own: Comment[] = [];
  for (let at = last; at >= 0 && own.length < MAX_LINES; at--) {
    const comment = comments[at];
    if (comment === undefined || comment.from < aboveEnd) break;
    if (!NEAR.test(source.slice(comment.to, own[0]?.from ?? from).slice(0, MAX_GAP))) break;
    const text = source.slice(comment.from, comment.to);
    if (TITLE.test(text) || isBehindCode(comment, from, source)) break;
    own.unshift(comment);
    // A block is a comment of its own, and lines may be one together.
    if (text.startsWith("/*")) break;
  }
  return own;
}

/** Whether a comment is about what is before it on its line. */
function isBehindCode(comment: Comment, from: number, source: string): boolean {
  const before = source.slice(Math.max(0, comment.from - MAX_GAP), comment.from);
  if (/^\s*$|\n[ \t]*$/.test(before)) return false;
  return source.slice(comment.to, Math.min(from, comment.to + MAX_GAP)).includes("\n");
}

/** A line of signs, or a title between them: `// === Orders ===`. */
const TITLE = /^(?:\/\/+|#+) *([-=*#~_])\1(?:\1[^\p{L}\p{N}]*|.*\1{2} *)$/u;

/** A longer gap is not white space alone. */
const MAX_GAP = 500;

/** No comment before a constant has more lines. */
const MAX_LINES = 100;

/**
 * The words of a comment, up to the tags of its documentation. No pattern begins where another
 * attempt of it has been: a comment may have a hundred thousand asterisks, or open braces.
 */
function plainComment(comment: string): string {
  const lines = comment
    .replace(/^(?:\/\*+!?|\/\/+!?|#+)<?/, "")
    .replace(/(?<!\*)\*+\/$/, "")
    .split("\n")
    .map((line) => line.replace(/^\s*\*+/, "").trim())
    .join(" ")
    // What Doxygen calls the summary, and what Hyperf calls the text of a constant.
    .replace(/[@\\]brief\s/, "")
    .replace(/@Message\(\s*"([^"]*)"\s*\)/, "$1")
    .replace(/(?:^|\s)@\w[\s\S]*$/, "");
  return oneLine(withoutCommentMarkup(lines));
}
