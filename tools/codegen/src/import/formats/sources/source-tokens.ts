import type { Comment } from "./source-comments.js";

/** A word, a literal or a sign of source code. */
export interface Token {
  readonly kind: "text" | "number" | "name" | "sign";
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Whether it is the first on its line. */
  readonly isFirst: boolean;
}

/** A piece of source code, cut into tokens, and its comments. */
interface Tokens {
  readonly tokens: readonly Token[];
  readonly comments: readonly Comment[];
}

/** The type of a number: `4U`, `10_i32`. */
const SUFFIX = /(?:[iu](?:8|16|32|64|128|size)|[uUlL]{0,3})/;

/** A line that only says what to compile is neither code nor a comment. */
const DIRECTIVE =
  /#[ \t]*(?:if|ifdef|ifndef|el(?:se|if|seif)|endif|include|pragma|undef|error|warning|line|(?:end)?region|nullable|import|using)\b.*/;

/**
 * `#[` begins an attribute of Rust or PHP, `#available(` is code of Swift, and another `#` begins a
 * comment of PHP or GraphQL.
 */
const COMMENT = /\/\/.*|\/\*[\s\S]*?(?:\*\/|$)|#(?![[!]|\w+\(|[ \t]*define\b).*/;

/**
 * Texts without escapes: `r#"..."#` of Rust, `#"..."#` of Swift, `R"(...)"` of C++, `@"..."` of C#,
 * and those of PHP that begin with `<<<`.
 */
const RAW = [
  /(?<![\w$])b?r(?<rust>#*)"(?<inRust>[\s\S]*?)(?:"\k<rust>|$)/,
  /#"(?<inSwift>[^\n]{0,500}?)"#/,
  /(?<![\w$])(?:u8|[uUL])?R"(?<cpp>[^\s()\\]{0,16})\((?<inCpp>[\s\S]*?)(?:\)\k<cpp>"|$)/,
  /(?:@\$?|\$@)"(?<inSharp>(?:[^"]|"")*)"?/,
  /(?<!<)<<<[ \t]*(?<mark>["']?)(?<php>[A-Za-z_]\w*)\k<mark>\r?\n(?<inPhp>[\s\S]*?)(?:\n[ \t]*\k<php>\b|$)/,
];

/** A name behind one `'`, which is no text in Rust: `&'a str`, `Both<'a, 'b>`. */
const LIFETIME = /(?<=[&<]|<'\w{1,20}, ?)'[a-z_]\w*(?![\w'])/;

/** The end of a line that goes on below. */
const JOINT = /\\\r?\n/;

/** Each pattern ends with its line or with the file, and none begins where another has been. */
const TEXT = /"""[\s\S]*?(?:"""|$)|"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\.){0,500}'/;

const NUMBER = /0[xX][\da-fA-F_]+|0[bBoO][0-7_]+|\d[\d_]*/;

const TOKEN = new RegExp(
  `(?<aside>${DIRECTIVE.source}|${LIFETIME.source}|${JOINT.source})|` +
    `(?<raw>${RAW.map(({ source }) => source).join("|")})|` +
    `(?<comment>${COMMENT.source})|(?<text>${TEXT.source})|(?<number>${NUMBER.source})${SUFFIX.source}|` +
    "`?(?<name>[\\p{L}_$][\\p{L}\\d_$]*)`?|(?<sign>#[ \\t]*define\\b|\\S)",
  "gu",
);

/** The tokens of a source file, and where each of its brackets ends. */
export interface TokenTree {
  readonly tokens: readonly Token[];
  readonly ends: ReadonlyMap<number, number>;
}

/** Cuts source code into tokens, in any language that has the comments and literals of C. */
export function tokenize(source: string): Tokens {
  const tokens: Token[] = [];
  const comments: Comment[] = [];
  let end = 0;
  for (const { index, 0: whole, groups = {} } of source.matchAll(TOKEN)) {
    const place = { from: index, to: index + whole.length };
    if (groups.comment !== undefined) comments.push(place);
    if (groups.comment !== undefined || groups.aside !== undefined) continue;
    const isFirst =
      end === 0 ||
      source
        .slice(end, index)
        .replaceAll(/\\\r?\n/g, "")
        .includes("\n");
    const text = groups.number?.replaceAll("_", "") ?? groups.name ?? quoteRaw(groups) ?? whole;
    tokens.push({ kind: kindOf(groups), text, ...place, isFirst });
    end = place.to;
  }
  return { tokens, comments };
}

/** A text without escapes as one with them; undefined for any other token. */
function quoteRaw({ raw, ...groups }: Readonly<Record<string, string>>): string | undefined {
  if (raw === undefined) return undefined;
  const { inRust, inSwift, inCpp, inSharp, inPhp } = groups;
  return JSON.stringify(inRust ?? inSwift ?? inCpp ?? inSharp?.replaceAll('""', '"') ?? inPhp);
}

function kindOf(groups: Readonly<Record<string, string>>): Token["kind"] {
  if (groups.raw !== undefined) return "text";
  const kinds = ["text", "number", "name"] as const;
  return kinds.find((kind) => groups[kind] !== undefined) ?? "sign";
}

/** For the index of each opening bracket, that of the closing one, or of the end of the source. */
export function pairBrackets(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (const [index, { kind, text }] of tokens.entries()) {
    if (kind !== "sign") continue;
    if ("([{".includes(text)) {
      open.push(index);
      pairs.set(index, tokens.length);
    } else if (")]}".includes(text)) {
      const from = open.pop();
      if (from !== undefined) pairs.set(from, index);
    }
  }
  return pairs;
}
