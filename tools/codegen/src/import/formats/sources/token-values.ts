import type { Token, TokenTree } from "./source-tokens.js";
import { unquote, type Value, type ValueNode } from "./syntax.js";

/** Returns the value in tokens; undefined if only a program can compute it. */
export function valueIn(written: readonly Token[]): Value | undefined {
  const tokens = withoutBrackets(written);
  const [first] = tokens;
  const node = nodeOf(tokens);
  if (first === undefined || node === undefined) return undefined;
  const form = tokens.map(({ kind, text }) => (kind === "sign" ? text : kind)).join(" ");
  const last = tokens.at(-1)?.text ?? "";
  // In C, a type may be before a number: `(int) -1`.
  if (/^(?:\( name(?: name)* \) )?(?:- )?number$/.test(form))
    return { kind: "number", text: form.includes("-") ? `-${last}` : last, node };
  if (/^name(?: (?:\.|: :|\\) name)*$/.test(form))
    return {
      kind: "name",
      text: tokens
        .map(({ text }) => text)
        .join("")
        .replaceAll(/::|\\/g, "."),
      node,
    };
  // In C, texts are joined if nothing is between them, in PHP by a dot.
  if (!/^text(?: (?:[+.] )?text)*$/.test(form)) return undefined;
  const texts = tokens.flatMap(({ kind, text }) => (kind === "text" ? (unquote(text) ?? []) : []));
  return { kind: "text", text: texts.join(""), node };
}

function withoutBrackets(tokens: readonly Token[]): readonly Token[] {
  let depth = 0;
  while (tokens[depth]?.text === "(" && tokens.at(-1 - depth)?.text === ")") depth += 1;
  return depth === 0 ? tokens : tokens.slice(depth, -depth);
}

function nodeOf(tokens: readonly Token[]): ValueNode | undefined {
  const [first, last] = [tokens[0], tokens.at(-1)];
  return first && last && { name: "", from: first.from, to: last.to };
}

/** The index behind a value that begins at one: a line ends it too, unless a sign goes on. */
export function valueEnd({ tokens, ends }: TokenTree, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const { text, isFirst } = tokens[at] as Token;
    if (/^[;,[@{)\]}]$/.test(text)) break;
    const isNew = at > from && isFirst && !/^[+.-]$/.test(text);
    if (isNew && !/^[=+.(-]$/.test(tokens[at - 1]?.text ?? "")) break;
    at = (ends.get(at) ?? at) + 1;
  }
  return Math.min(at, to);
}

/** The texts among tokens, each as a value, but not what is said to compilers. */
export function textsIn({ tokens, ends }: TokenTree, from: number, to: number): readonly Value[] {
  const values: Value[] = [];
  for (let at = from; at < to; at++) {
    const { kind, text: written, from: start, to: end } = tokens[at] as Token;
    if (kind === "name" && TO_COMPILERS.test(written) && tokens[at + 1]?.text === "(")
      at = ends.get(at + 1) ?? at;
    const text = kind === "text" ? (unquote(written) ?? "") : "";
    if (text !== "") values.push({ kind: "text", text, node: { name: "", from: start, to: end } });
  }
  return values;
}

/** The names of attributes whose texts are not about an error. */
const TO_COMPILERS =
  /^(?:deprecated|obsolete|available|cfg|cfg_attr|allow|suppress(?:message|warnings)?)$/i;

/**
 * The index behind the attributes that begin at one: `[Description("...")]` of C#, `#[msg("...")]`
 * of Rust and PHP, `@SerialName("...")` of Kotlin.
 */
export function skipAttributes({ tokens, ends }: TokenTree, from: number): number {
  let at = from;
  for (;;) {
    const text = tokens[at]?.text;
    if (text === "[") at = (ends.get(at) ?? at) + 1;
    else if (text === "#" && tokens[at + 1]?.text === "[") at += 1;
    else if (text === "@" && tokens[at + 1]?.kind === "name") {
      at += 2;
      if (tokens[at]?.text === "(") at = (ends.get(at) ?? at) + 1;
    } else return at;
  }
}
