import { type Bare, type BareGroup, type DeclaredGroup, withComments } from "./declared.js";
import { enumMembers } from "./enum-members.js";
import { pairBrackets, type Token, type TokenTree, tokenize } from "./source-tokens.js";
import { skipAttributes, textsIn, valueEnd, valueIn } from "./token-values.js";

/**
 * Finds the enums, the constants of classes and files, and the macros that are values, in source
 * code of a language whose enums are names in braces.
 */
export function findEnums(source: string): readonly DeclaredGroup[] {
  const { tokens, comments } = tokenize(source);
  return withComments(findGroups({ tokens, ends: pairBrackets(tokens) }), comments, source);
}

function findGroups(tree: TokenTree): readonly BareGroup[] {
  const { tokens, ends } = tree;
  const groups: BareGroup[] = [];
  const byTitle = new Map<string, BareGroup>();
  const scopes = createScopes(tree);
  const add = (bare: Bare, title: string) => {
    const group = byTitle.get(title) ?? { title, isEnum: false, bare: [] };
    if (group.bare.length === 0) groups.push(group);
    group.bare.push(bare);
    byTitle.set(title, group);
  };
  // Behind the last `;`, `{` or `}`, or the last constant.
  let start = 0;
  for (let at = 0; at < tokens.length; at++) {
    const body = bodyOf(tokens, at);
    const declared = constantAt(tree, at, start) ?? macroAt(tokens, at);
    if (body !== undefined) {
      groups.push(toEnum(tree, at, body));
      at = ends.get(body) ?? at;
      start = at + 1;
    } else if (declared !== undefined) {
      const title = scopes.titleAt(at);
      if (title !== undefined) add(declared.bare, title);
      start = declared.end;
      at = start - 1;
    } else if (/^[;{}]$/.test(tokens[at]?.text ?? "")) {
      scopes.enter(start, at);
      start = at + 1;
    }
  }
  return groups;
}

/** The classes and functions around a place. */
interface Scopes {
  /** Enters what a token begins, if it is a brace. */
  readonly enter: (start: number, at: number) => void;
  /** The title of the class around a place, or of the file; undefined in a function. */
  readonly titleAt: (at: number) => string | undefined;
}

function createScopes({ tokens, ends }: TokenTree): Scopes {
  const scopes: Scope[] = [];
  const around = (at: number) => {
    while (at >= (scopes.at(-1)?.end ?? Number.POSITIVE_INFINITY)) scopes.pop();
    return scopes.at(-1);
  };
  return {
    enter(start, at) {
      if (tokens[at]?.text !== "{") return;
      const outer = around(at);
      const inner = scopeOf(tokens.slice(Math.max(start, at - MAX_HEAD), at));
      scopes.push({
        title: inner.title ?? outer?.title,
        isFunction: inner.isFunction || outer?.isFunction === true,
        end: ends.get(at) ?? at,
      });
    },
    titleAt(at) {
      const { title, isFunction } = around(at) ?? {};
      return isFunction ? undefined : (title ?? "constants");
    },
  };
}

/** What stands in braces: a class, with its title; a function; or anything around these. */
interface Scope {
  readonly title?: string | undefined;
  readonly isFunction: boolean;
  /** The index of the closing brace. */
  readonly end: number;
}

/** No declaration has more tokens before its braces. */
const MAX_HEAD = 100;

/** The words before the name of what has constants, and those before what is around it. */
const CLASS = /^(?:class|struct|interface|trait|object|impl|extension)$/;
const AROUND = /^(?:namespace|package|module|mod|extern|companion)$/;

function scopeOf(head: readonly Token[]): Omit<Scope, "end"> {
  const at = head.findLastIndex(({ kind, text }) => kind === "name" && CLASS.test(text));
  const name = head[at + 1];
  if (at >= 0 && name?.kind === "name") return { title: `class ${name.text}`, isFunction: false };
  return { isFunction: at < 0 && !head.some(({ text }) => AROUND.test(text)) };
}

/** The index of the brace that begins the body of an enum; undefined if there is none. */
function bodyOf(tokens: readonly Token[], at: number): number | undefined {
  if (tokens[at]?.kind !== "name" || tokens[at].text !== "enum") return undefined;
  let depth = 0;
  for (let index = at + 1; index < Math.min(tokens.length, at + MAX_HEAD); index++) {
    const { text } = tokens[index] as Token;
    if (text === "{" && depth === 0) return index;
    if (text === "(") depth += 1;
    if (text === ")") depth -= 1;
    // A parameter of Kotlin may have a default.
    if (depth < 0 || /^[;}{]$/.test(text) || (text === "=" && depth === 0)) return undefined;
  }
  return undefined;
}

function toEnum(tree: TokenTree, at: number, body: number): BareGroup {
  const { tokens, ends } = tree;
  const head = tokens.slice(at + 1, body);
  const end = ends.get(body) ?? tokens.length;
  const isName = ({ kind, text }: Token) => kind === "name" && !/^(?:class|struct)$/.test(text);
  // In C, the name of a type may follow: `typedef enum { ... } name;`
  const named = head.find(isName) ?? tokens.slice(end + 1, end + 2).find(isName);
  return {
    title: `enum ${named?.text ?? ""}`.trim(),
    isEnum: true,
    bare: [...enumMembers(tree, { head, from: body + 1, to: end })],
  };
}

/** A constant, and the index behind it. */
interface Constant {
  readonly bare: Bare;
  readonly end: number;
}

/** `#define NAME 1`, but neither a macro with parameters nor one without a value. */
function macroAt(tokens: readonly Token[], at: number): Constant | undefined {
  if (!/^#[ \t]*define$/.test(tokens[at]?.text ?? "")) return undefined;
  const name = tokens[at + 1];
  const rest: Token[] = [];
  for (let index = at + 2; index < tokens.length && !tokens[index]?.isFirst; index++)
    rest.push(tokens[index] as Token);
  const [first] = rest;
  if (name?.kind !== "name" || name.isFirst || first === undefined) return undefined;
  if (first.text === "(" && first.from === name.to) return undefined;
  const value = valueIn(rest);
  // A macro may be code, or compute a number.
  const isCode = value === undefined ? !isFormula(rest) : value.kind === "name";
  if (isCode) return undefined;
  const place = { from: tokens[at]?.from ?? name.from, to: rest.at(-1)?.to ?? first.to };
  return {
    bare: { name: name.text, values: value ? [value] : [], ...place },
    end: at + 2 + rest.length,
  };
}

/** Whether tokens are numbers and names that operators or brackets combine. */
function isFormula(tokens: readonly Token[]): boolean {
  return (
    tokens.some(({ kind }) => kind === "number") &&
    tokens.every(({ kind, text }) =>
      kind === "sign" ? /^[-()+*|<>&~]$/.test(text) : kind !== "text",
    )
  );
}

/** Whether a word begins a constant: `const`, `constexpr`, and `static let` or `static readonly`. */
function beginsConstant(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text ?? "";
  return (
    /^const(?:expr)?$/.test(text) ||
    (/^(?:let|readonly)$/.test(text) && tokens[at - 1]?.text === "static")
  );
}

/** Whether a comma goes on with constants: `const A = 1, B = 2`. */
function goesOn(tokens: readonly Token[], at: number, start: number): boolean {
  return at === start && tokens[at]?.text === "," && tokens[at + 2]?.text === "=";
}

/** The name of a constant that begins at a token, and the index of the `=` behind it. */
function nameAt(
  tokens: readonly Token[],
  at: number,
): { readonly name: Token | undefined; readonly equals: number } | undefined {
  let equals = at + 1;
  while (equals < at + MAX_WORDS && !/^[=;(){}]$/.test(tokens[equals]?.text ?? "")) equals += 1;
  if (tokens[equals]?.text !== "=") return undefined;
  const words = tokens.slice(at + 1, equals);
  const colon = words.findIndex(({ text }) => text === ":");
  const named = colon < 0 ? words : words.slice(0, colon);
  return { name: named.findLast(({ kind }) => kind === "name"), equals };
}

/** The constant that a word such as `const` begins. */
function constantAt(tree: TokenTree, at: number, start: number): Constant | undefined {
  const { tokens } = tree;
  const isNext = goesOn(tokens, at, start);
  if (!isNext && !beginsConstant(tokens, at)) return undefined;
  const { name, equals = 0 } = nameAt(tokens, at) ?? {};
  if (name === undefined) return undefined;
  const end = valueEnd(tree, equals + 1, tokens.length);
  // A list of constants, or what a function returns, is not a code.
  if (end === equals + 1) return undefined;
  if (tokens[equals + 1]?.kind === "name" && tokens[equals + 2]?.text === "(") return undefined;
  const value = valueIn(tokens.slice(equals + 1, end));
  const behind = skipAttributes(tree, start);
  const texts = behind <= at ? textsIn(tree, start, behind) : [];
  const from = (texts.length > 0 ? tokens[start] : tokens[isNext ? at + 1 : at])?.from ?? name.from;
  const values = [...(value ? [value] : []), ...texts];
  return { bare: { name: name.text, values, from, to: tokens[end - 1]?.to ?? name.to }, end };
}

/** No constant has more words before its value. */
const MAX_WORDS = 12;
