import { looksLikeCode } from "../rows/looks-like-code.js";
import { isStatus } from "../rows/read-status.js";
import type { Bare } from "./declared.js";
import type { Token, TokenTree } from "./source-tokens.js";
import { type Part, splitArguments, splitMembers } from "./split-members.js";
import type { Value } from "./syntax.js";
import { skipAttributes, textsIn, valueEnd, valueIn } from "./token-values.js";

/** The body of an enum: between which tokens it is, and what is before it. */
export interface EnumBody {
  readonly head: readonly Token[];
  readonly from: number;
  readonly to: number;
}

/** A member of an enum, as it is written. */
interface Written {
  readonly name: Token;
  readonly from: number;
  readonly to: number;
  /** Whether something is assigned to it, or in parentheses behind it. */
  readonly hasValues: boolean;
  readonly values: readonly Value[];
  /** The texts of its attributes and of its options. */
  readonly texts: readonly Value[];
  /** An HTTP status among its options. */
  readonly status?: Value | undefined;
}

/** Returns the members of an enum. */
export function enumMembers(tree: TokenTree, { head, from, to }: EnumBody): readonly Bare[] {
  const isClass = head.some(({ text }) => text === "class");
  const { parts, areStatements } = splitMembers(tree, from, to, isClass);
  const labels = parametersIn(head);
  const written = parts.flatMap((part) => readMember(tree, part, labels) ?? []);
  const isNumbered = written.some(({ values: [value] }) => value?.kind === "number");
  // Protobuf writes a number for each name, which says nothing if it only counts.
  const isProtobuf = areStatements && isNumbered;
  const isNamed = isProtobuf ? !areCodes(written) : !written.some(({ hasValues }) => hasValues);
  return written.map((member) => {
    const code = isNamed ? member.texts.find(isCode) : undefined;
    return {
      name: member.name.text,
      from: member.from,
      to: member.to,
      values: isNamed ? [namedError(member, code)] : [...member.values, ...member.texts],
      ...(labels.length > 0 && { labels }),
      ...((isNamed || isProtobuf) && code === undefined && { isCodeOpen: true }),
    };
  });
}

/** Whether numbers are codes that somebody chose, and no options say what their names are. */
function areCodes(members: readonly Written[]): boolean {
  if (members.some(({ status }) => status !== undefined)) return false;
  return members.some(({ values: [value] }) => value?.kind === "number" && value.text.length > 3);
}

function isCode(value: Value): boolean {
  return value.kind === "text" && looksLikeCode(value.text);
}

/** An error whose code is the name of a member, unless an attribute has another. */
function namedError({ name, texts, status }: Written, code: Value | undefined): Value {
  const node = { name: "", from: name.from, to: name.to };
  const text = (written: string): Value => ({ kind: "text", text: written, node });
  const message = texts.find((each) => !isCode(each));
  return {
    kind: "object",
    members: [
      { key: text("code"), value: code ?? text(name.text) },
      ...(status === undefined ? [] : [{ key: text("httpStatus"), value: status }]),
      ...(message === undefined ? [] : [{ key: text("message"), value: message }]),
    ],
    node,
  };
}

/** The names of the parameters that Kotlin has before the body of an enum. */
function parametersIn(head: readonly Token[]): string[] {
  return head.flatMap(({ kind, text }, index) =>
    kind === "name" && head[index + 1]?.text === ":" && head.slice(0, index).some(isOpening)
      ? [text]
      : [],
  );
}

function isOpening({ text }: Token): boolean {
  return text === "(";
}

function readMember(
  tree: TokenTree,
  [from, to]: Part,
  labels: readonly string[],
): Written | undefined {
  const { tokens } = tree;
  const at = skipLead(tree, from, to);
  const name = at < to ? tokens[at] : undefined;
  if (name?.kind !== "name") return undefined;
  // Protobuf says `option` and `reserved` among the members, and PHP `use`.
  if (/^(?:option|reserved|use)$/.test(name.text) && tokens[at + 1]?.text !== "=") return undefined;
  // C++ has attributes between a name and its value.
  const behind = skipAttributes(tree, at + 1);
  const sign = behind < to && tokens[behind]?.text === "=" ? behind : at + 1;
  const { values, end, hasValues } = valuesBehind(tree, sign, to, labels);
  const last = tokens[end]?.text === "[" ? endOf(tree, end, to) : end;
  const options = tokens.slice(end, last);
  return {
    name,
    from: tokens[from]?.from ?? name.from,
    to: tokens[last - 1]?.to ?? name.to,
    hasValues,
    values,
    texts: [...textsIn(tree, from, at), ...textsIn(tree, end, last)],
    status: options.map((token) => valueIn([token])).find(isStatusValue),
  };
}

/** The values behind the name of a member, and the index behind them. */
function valuesBehind(
  tree: TokenTree,
  at: number,
  to: number,
  labels: readonly string[],
): Pick<Written, "values" | "hasValues"> & { readonly end: number } {
  const sign = at < to ? tree.tokens[at]?.text : undefined;
  if (sign === "=") {
    const end = valueEnd(tree, at + 1, to);
    const value = valueIn(tree.tokens.slice(at + 1, end));
    return { values: value ? [value] : [], hasValues: true, end };
  }
  // In Rust, the types of what a member holds are there.
  if (sign !== "(" || labels.length === 0) return { values: [], hasValues: false, end: at };
  const end = endOf(tree, at, to);
  return { values: argumentsAt(tree, [at + 1, end - 1], labels), hasValues: true, end };
}

function isStatusValue(value: Value | undefined): boolean {
  return value?.kind === "number" && isStatus(value.text);
}

/** The index behind what a bracket begins, which no member is longer than. */
function endOf({ ends }: TokenTree, open: number, to: number): number {
  return Math.min((ends.get(open) ?? open) + 1, to);
}

/** The index of the name behind attributes, the word `case`, and the descriptions of GraphQL. */
function skipLead(tree: TokenTree, from: number, to: number): number {
  let at = skipAttributes(tree, from);
  while (at < to && (tree.tokens[at]?.kind === "text" || tree.tokens[at]?.text === "case"))
    at = skipAttributes(tree, at + 1);
  return at;
}

/** The arguments of a member, each at the place of its parameter. */
function argumentsAt(
  tree: TokenTree,
  [from, to]: Part,
  labels: readonly string[],
): readonly Value[] {
  const values = new Map<number, Value>();
  for (const [index, [start, end]] of splitArguments(tree, from, to).entries()) {
    const written = tree.tokens.slice(start, end);
    const isNamed = written[1]?.text === "=";
    const value = valueIn(isNamed ? written.slice(2) : written);
    const place = isNamed ? labels.indexOf(written[0]?.text ?? "") : index;
    if (value !== undefined) values.set(place, value);
  }
  // What cannot be read keeps its place among the others.
  return labels.map((_, index) => values.get(index) ?? UNREADABLE);
}

const UNREADABLE: Value = { kind: "list", items: [], node: { name: "", from: 0, to: 0 } };
