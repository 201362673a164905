import type { Token, TokenTree } from "./source-tokens.js";
import { skipAttributes } from "./token-values.js";

/** A part of the tokens: the index of its first, and the one behind its last. */
export type Part = readonly [from: number, to: number];

/** The parts of an enum's body that are members, and whether semicolons are between them. */
interface Members {
  readonly parts: readonly Part[];
  readonly areStatements: boolean;
}

/** Splits the body of an enum, which is between two indexes, into its members. */
export function splitMembers(tree: TokenTree, from: number, to: number, isClass: boolean): Members {
  const { tokens } = tree;
  const all = indexesIn(tree, from, to);
  // In Kotlin, functions follow behind a semicolon.
  const last = isClass ? all.findIndex((at) => isSign(tokens[at], ";")) : -1;
  const indexes = last < 0 ? all : all.slice(0, last);
  const has = (sign: string) => indexes.some((at) => isSign(tokens[at], sign));
  const isCase = (at: number) => tokens[at]?.kind === "name" && tokens[at].text === "case";
  if (indexes.some(isCase)) return { parts: casesIn(tree, indexes, isCase), areStatements: false };
  // In GraphQL, a line ends a member, but not the text before one; in Thrift, one with a number too.
  const areNames = !(has(",") || has(";") || has("="));
  const isLine = (at: number) =>
    tokens[at]?.isFirst === true &&
    (areNames ? tokens[at - 1]?.kind !== "text" : isSign(tokens[at + 1], "="));
  return { parts: splitAt(tree, indexes, isLine), areStatements: has(";") };
}

/** The cases of Swift and PHP, among their functions. */
function casesIn(
  tree: TokenTree,
  indexes: readonly number[],
  isCase: (at: number) => boolean,
): readonly Part[] {
  let isGoingOn = false;
  return splitAt(tree, indexes, isCase).filter(([from]) => {
    const isNext = isGoingOn && isSign(tree.tokens[from - 1], ",");
    isGoingOn = isNext || isCase(skipAttributes(tree, from));
    return isGoingOn;
  });
}

/** The arguments between two indexes. */
export function splitArguments(tree: TokenTree, from: number, to: number): readonly Part[] {
  return splitAt(tree, indexesIn(tree, from, to), () => false);
}

/** The indexes between two that no bracket is around. */
function indexesIn({ ends }: TokenTree, from: number, to: number): readonly number[] {
  const indexes: number[] = [];
  for (let at = from; at < to; at = (ends.get(at) ?? at) + 1) indexes.push(at);
  return indexes;
}

/** Splits at commas and semicolons, and before what begins a part, unless attributes are before it. */
function splitAt(
  tree: TokenTree,
  indexes: readonly number[],
  isStart: (at: number) => boolean,
): readonly Part[] {
  const parts: Part[] = [];
  let [from, to] = [0, 0];
  // The index behind the attributes that the part begins with.
  let named = 0;
  const finish = () => {
    if (to > from) parts.push([from, to]);
    from = to;
  };
  for (const at of indexes) {
    const isMark = isSign(tree.tokens[at], ",") || isSign(tree.tokens[at], ";");
    if (isMark || (to > from && named < at && isStart(at))) finish();
    if (isMark) continue;
    if (to === from) {
      from = at;
      named = skipAttributes(tree, at);
    }
    // A bracket that nothing closes ends behind the last token.
    to = Math.min((tree.ends.get(at) ?? at) + 1, tree.tokens.length);
  }
  finish();
  return parts;
}

function isSign(token: Token | undefined, sign: string): boolean {
  return token?.kind === "sign" && token.text === sign;
}
