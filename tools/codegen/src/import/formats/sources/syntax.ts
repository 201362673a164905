import type { SyntaxNode } from "@lezer/common";

/** The part of a source file that a value is, and what its syntax calls it. */
export type ValueNode = Pick<SyntaxNode, "name" | "from" | "to">;

/** A value in a source file, read and not run. */
export type Value =
  | Word
  | { readonly kind: "list"; readonly items: readonly Value[]; readonly node: ValueNode }
  | { readonly kind: "object"; readonly members: readonly Member[]; readonly node: ValueNode };

/** A text, a number, or a name that stands for a value: a constant, a variable. */
export interface Word {
  readonly kind: "text" | "number" | "name";
  readonly text: string;
  readonly node: ValueNode;
}

/** Whether a value is neither a list nor an object. */
export function isWord(value: Value | undefined): value is Word {
  return value !== undefined && "text" in value;
}

/** A member of an object or a map, or an argument with a name. */
export interface Member {
  readonly key: Value;
  readonly value: Value;
}

const TEXT = /^(?:String|StringLiteral|TextBlock|TemplateString)$/;
const NUMBER = /^(?:Number|IntegerLiteral)$/;
const NAME =
  /^(?:VariableName|Identifier|PropertyName|FieldName|PropertyDefinition|VariableDefinition|DefName|Definition|FieldAccess|MemberExpression|SelectorExpr)$/;
const CALL =
  /^(?:CallExpression|CallExpr|NewExpression|ObjectCreationExpression|MethodInvocation)$/;
const ARGUMENTS = /^(?:ArgList|ArgumentList|Arguments)$/;
const WRAPPER =
  /^(?:ParenthesizedExpression|UnaryExp|TypedLiteral|Key|Element|AsExpression|TypeAssertionExpression)$/;
const OBJECT = /^(?:ObjectExpression|DictionaryExpression|LiteralValue)$/;
const LIST = /^(?:ArrayExpression|TupleExpression|ArrayInitializer|SetExpression)$/;

/** No value of an error table is nested deeper. */
const MAX_DEPTH = 12;

/** Returns the nodes directly inside a node, without comments. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling)
    if (!/Comment$/.test(child.name)) children.push(child);
  return children;
}

/** Returns the value in a node; undefined for what only a program can compute. */
export function readValue(node: SyntaxNode, source: string, depth = 0): Value | undefined {
  const { name } = node;
  // Python joins texts that nothing is between.
  if (name === "ContinuedString")
    return joinTexts(
      node,
      childrenOf(node).map((child) => readValue(child, source)),
    );
  if (TEXT.test(name)) {
    const text = unquote(source.slice(node.from, node.to));
    return text === undefined ? undefined : { kind: "text", text, node };
  }
  if (NUMBER.test(name)) return { kind: "number", text: numberText(node, source), node };
  if (NAME.test(name)) return { kind: "name", text: source.slice(node.from, node.to), node };
  return depth > MAX_DEPTH ? undefined : readCompound(node, source, depth);
}

function readCompound(node: SyntaxNode, source: string, depth: number): Value | undefined {
  const { name } = node;
  const read = (child: SyntaxNode) => readValue(child, source, depth + 1);
  const children = childrenOf(node);
  // `&APIError{...}`
  if (/^Unary/.test(name) && source[node.from] !== "&") return negate(node, children, source);
  if (/^Binary/.test(name)) return join(node, children, source, read);
  if (CALL.test(name)) {
    const list = children.find((child) => ARGUMENTS.test(child.name));
    const value = list && argumentsOf(list, source, depth);
    return value && (mapOf(node, value, source) ?? value);
  }
  if (OBJECT.test(name)) return objectOf(node, children, source, depth);
  if (LIST.test(name))
    return { kind: "list", items: children.flatMap((each) => read(each) ?? []), node };
  if (!WRAPPER.test(name)) return undefined;
  const values = children.flatMap((child) => read(child) ?? []);
  return values.find(({ kind }) => kind !== "name") ?? values.at(-1);
}

/**
 * The name of what a node calls or constructs, without that of its module; undefined for others.
 */
export function makerOf(node: SyntaxNode, source: string): string | undefined {
  const text = source.slice(node.from, Math.min(node.to, node.from + MAX_MAKER));
  return /^(?:&|new\s+)?(?:\w+\.)*(\w+)\s*[({]/.exec(text)?.[1];
}

/** No name of a constructor is longer. */
const MAX_MAKER = 200;

/** The text of a literal; undefined if values are put into it. */
export function unquote(literal: string): string | undefined {
  const [, prefix = "", quote = ""] = /^([A-Za-z]{0,2})("""|'''|["'`])/.exec(literal) ?? [];
  if (quote === "") return undefined;
  const inner = literal.slice(prefix.length + quote.length, -quote.length || undefined);
  if (quote === "`" && inner.includes("${")) return inner;
  if (/r/i.test(prefix)) return inner;
  return inner.replaceAll(
    /\\(?:u\{?([\da-fA-F]{4,6})\}?|x([\da-fA-F]{2})|([\s\S]))/g,
    (whole, long, short, letter) => {
      const code = Number.parseInt(long ?? short ?? "", 16);
      if (!Number.isNaN(code)) return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      return ESCAPES[letter] ?? letter;
    },
  );
}

const ESCAPES: Readonly<Record<string, string>> = { n: " ", t: " ", r: " ", "\n": "" };

function numberText(node: SyntaxNode, source: string): string {
  return source
    .slice(node.from, node.to)
    .replaceAll("_", "")
    .replace(/[lLn]$/, "");
}

function negate(
  node: SyntaxNode,
  children: readonly SyntaxNode[],
  source: string,
): Value | undefined {
  const number = children.find((child) => NUMBER.test(child.name));
  const isNegative = source.slice(node.from, number?.from).trim() === "-";
  if (number === undefined || !isNegative) return undefined;
  return { kind: "number", text: `-${numberText(number, source)}`, node };
}

/** The texts among values, as they are written. */
export function textsOf(values: readonly (Value | undefined)[]): string[] {
  return values.flatMap((value) => (value?.kind === "text" ? [value.text] : []));
}

/** Texts as one; undefined if a value is anything else. */
function joinTexts(node: SyntaxNode, values: readonly (Value | undefined)[]): Value | undefined {
  const texts = textsOf(values);
  return texts.length === values.length ? { kind: "text", text: texts.join(""), node } : undefined;
}

/** Texts that are written as a sum. */
function join(
  node: SyntaxNode,
  children: readonly SyntaxNode[],
  source: string,
  read: (child: SyntaxNode) => Value | undefined,
): Value | undefined {
  const isOperator = ({ name }: SyntaxNode) => /Op$|^[+*/%-]$/.test(name);
  const parts = children.filter((child) => !isOperator(child));
  const operators = children.filter(isOperator);
  const values = parts.map(read);
  // `X as const`
  if (operators.length === 0)
    return values.find((value) => value !== undefined && value.kind !== "name");
  const isSum = operators.every(({ from, to }) => source.slice(from, to) === "+");
  return isSum ? joinTexts(node, values) : undefined;
}

/** The arguments of a call: a list, or an object if they have names or are one object. */
function argumentsOf(list: SyntaxNode, source: string, depth: number): Value | undefined {
  const children = childrenOf(list);
  const members: Member[] = [];
  const items: Value[] = [];
  for (const [index, child] of children.entries()) {
    const isNamed = /^(?:AssignOp|Equals)$/.test(children[index + 1]?.name ?? "");
    const value = readValue(child, source, depth + 1);
    if (value === undefined || isNamed) continue;
    const before = children[index - 1];
    const key = /^(?:AssignOp|Equals)$/.test(before?.name ?? "") ? children[index - 2] : undefined;
    const named = key && readValue(key, source, depth + 1);
    if (named) members.push({ key: named, value });
    else items.push(value);
  }
  const [only] = items;
  if (members.length === 0 && items.length === 1 && only?.kind === "object") return only;
  if (members.length > 0) return { kind: "object", members, node: list };
  return { kind: "list", items, node: list };
}

/** Returns `new Map([[key, value], ...])` as an object; undefined for any other value. */
function mapOf(node: SyntaxNode, value: Value, source: string): Value | undefined {
  const isMap = /^new\s+Map\b/.test(source.slice(node.from, node.from + MAX_MAKER));
  const [list, ...more] = isMap && value.kind === "list" ? value.items : [];
  if (list?.kind !== "list" || more.length > 0) return undefined;
  const members = list.items.flatMap((item): Member[] => {
    const [key, inner, ...others] = item.kind === "list" ? item.items : [];
    return key && inner && others.length === 0 ? [{ key, value: inner }] : [];
  });
  return members.length === list.items.length ? { kind: "object", members, node } : undefined;
}

/** An object, a dictionary or a map; a list if nothing in it has a key. */
function objectOf(
  node: SyntaxNode,
  children: readonly SyntaxNode[],
  source: string,
  depth: number,
): Value {
  // Python has keys and values side by side, and the others in a node for each.
  const isFlat = children.some(({ name }) => name === ":");
  const pairs = isFlat ? [children] : children.map(childrenOf);
  const members = pairs.flatMap((pair) => readPairs(pair, source, depth));
  if (members.length > 0) return { kind: "object", members, node };
  const items = children.flatMap((child) => readValue(child, source, depth + 1) ?? []);
  return { kind: "list", items, node };
}

function readPairs(children: readonly SyntaxNode[], source: string, depth: number): Member[] {
  return children.flatMap((child, index) => {
    const last = children[index - 1];
    // `[Code.Late]: "text"`
    const before = last?.name === "]" ? children[index - 2] : last;
    const after = children[index + 1];
    if (child.name !== ":" || before === undefined || after === undefined) return [];
    const key = readValue(before, source, depth + 1);
    const value = readValue(after, source, depth + 1);
    return key && value ? [{ key, value }] : [];
  });
}
