import type { SyntaxNode } from "@lezer/common";
import { walkTree } from "../../../std/walk-tree.js";
import { detectColumns } from "../rows/headings.js";
import { type Bare, type BareGroup, type DeclaredGroup, withComments } from "./declared.js";
import { joinClasses } from "./join-classes.js";
import { commentsIn } from "./source-comments.js";
import { childrenOf, isWord, makerOf, readValue, type Value } from "./syntax.js";

const ASSIGNMENT =
  /^(?:VariableDeclaration|PropertyDeclaration|VariableDeclarator|ConstSpec|VarSpec|AssignStatement|AssignmentExpression|ExportDeclaration)$/;
const NAMED =
  /^(?:VariableDefinition|PropertyDefinition|PropertyName|VariableName|DefName|Definition)$/;
const ASSIGN = /^(?:Equals|AssignOp|=|default)$/;
const FUNCTION =
  /^(?:FunctionDecl|FunctionDeclaration|FunctionDefinition|MethodDeclaration|MethodDecl|Block|FunctionBody|ConstructorDeclaration|ArrowFunction|FunctionExpression|Lambda.*)$/;

/** Finds the enums, constants and collections in a syntax tree, outside of functions. */
export function findDeclarations(root: SyntaxNode, source: string): readonly DeclaredGroup[] {
  return withComments(joinClasses(findGroups(root, source)), commentsIn(root), source);
}

function findGroups(root: SyntaxNode, source: string): readonly BareGroup[] {
  const groups: BareGroup[] = [];
  const byScope = new Map<string, BareGroup>();
  const start = { node: root, scope: "constants" };
  const childrenIn = ({ node, scope }: typeof start) => {
    if (FUNCTION.test(node.name)) return [];
    const inner = scopeOf(node, source) ?? scope;
    return childrenOf(node).map((child) => ({ node: child, scope: inner }));
  };
  const typeScopeOf = createTypeScopeFinder(source);
  for (const { node, scope: around } of walkTree(start, childrenIn)) {
    const scope = typeScopeOf(node) ?? around;
    if (node.name === "EnumBody")
      groups.push({ title: scope, isEnum: true, bare: enumMembers(node, source) });
    const bare = ASSIGNMENT.test(node.name) ? assignmentOf(node, source) : undefined;
    if (bare === undefined) continue;
    const members = collectionOf(bare);
    if (members !== undefined) {
      groups.push({ title: bare.name, isEnum: false, bare: members });
      continue;
    }
    const place = `${scope} ${blockOf(node)?.from}`;
    const known = byScope.get(place);
    const group = known ?? { title: scope, isEnum: false, bare: [] };
    group.bare.push(bare);
    if (known === undefined) groups.push(group);
    byScope.set(place, group);
  }
  return groups;
}

/** The block that a declaration is in. A statement of JavaScript is around one declaration. */
function blockOf({ parent }: SyntaxNode): SyntaxNode | null {
  return parent !== null && /^Ex(?:port|pression)/.test(parent.name) ? parent.parent : parent;
}

/**
 * Returns a function for what the type of a constant of Go begins, if its name says that it is one
 * of errors. A constant without a type and a value has those of the one before.
 */
function createTypeScopeFinder(source: string): (node: SyntaxNode) => string | undefined {
  const last = new Map<number | undefined, string | undefined>();
  return (node) => {
    if (node.name !== "ConstSpec") return undefined;
    const children = childrenOf(node);
    const named = children.find(({ name }) => name === "TypeName");
    const place = node.parent?.from;
    const type =
      named === undefined && children.length === 1
        ? last.get(place)
        : named && source.slice(named.from, named.to);
    last.set(place, type);
    if (type === undefined || !/code|err|fault|reason|status/i.test(type)) return undefined;
    return `constants ${type}`;
  };
}

/** The members of what is assigned, if it is a collection of errors rather than one. */
function collectionOf({ values: [value] }: Bare): Bare[] | undefined {
  if (value === undefined) return undefined;
  const members = withoutGroups(membersOf(value));
  const isLarge = members.length > (value.kind === "object" ? 0 : 1);
  return isLarge && !isRecord(members) ? members : undefined;
}

/** The members of a collection, and in place of groups of errors theirs. */
function withoutGroups(members: readonly Bare[]): Bare[] {
  return members.flatMap((member): Bare[] => {
    const [value] = member.values;
    const isGroup =
      value?.kind === "object" &&
      value.members.length > 0 &&
      value.members.every((each) => each.value.kind === "object");
    return isGroup ? withoutGroups(membersOf(value)) : [member];
  });
}

/** Whether members are those of one error. */
function isRecord(members: readonly Bare[]): boolean {
  const { code, message } = detectColumns(members.slice(0, 20).map(({ name }) => name));
  return code !== undefined && message !== undefined;
}

/** The name of what a node begins: an enum, a class, a block of constants. */
function scopeOf(node: SyntaxNode, source: string): string | undefined {
  const kind = /^(Enum|Class|Interface)(?:Declaration|Definition)$/.exec(node.name)?.[1];
  if (kind === undefined) return undefined;
  const name = childrenOf(node).find((child) =>
    /^(?:TypeDefinition|Definition|VariableDefinition|VariableName)$/.test(child.name),
  );
  return `${kind.toLowerCase()} ${name === undefined ? "" : source.slice(name.from, name.to)}`.trim();
}

/** The members of an enum, in TypeScript (names and values in a row) and in Java (a node each). */
function enumMembers(body: SyntaxNode, source: string): Bare[] {
  const children = childrenOf(body);
  const constructors = children
    .filter(({ name }) => name === "EnumBodyDeclarations")
    .flatMap(childrenOf)
    .filter(({ name }) => name === "ConstructorDeclaration")
    .map((node) => parametersOf(node, source));
  return children.flatMap((child, index): Bare[] => {
    if (child.name === "EnumConstant") return [javaConstant(child, source, constructors)];
    if (!/^(?:PropertyName|String)$/.test(child.name)) return [];
    if (ASSIGN.test(children[index - 1]?.name ?? "")) return [];
    const hasValue = ASSIGN.test(children[index + 1]?.name ?? "");
    const valueNode = hasValue ? children[index + 2] : undefined;
    const value = valueNode && readValue(valueNode, source);
    const name = source.slice(child.from, child.to).replaceAll(/^["']|["']$/g, "");
    return [
      { name, values: value ? [value] : [], from: child.from, to: valueNode?.to ?? child.to },
    ];
  });
}

function javaConstant(
  node: SyntaxNode,
  source: string,
  constructors: readonly (readonly string[])[],
): Bare {
  const [definition, list] = childrenOf(node).filter(({ name }) =>
    /^(?:Definition|ArgumentList)$/.test(name),
  );
  const nodes =
    list === undefined ? [] : childrenOf(list).filter(({ name }) => !/^[(),]$/.test(name));
  const labels = constructors.find(({ length }) => length === nodes.length);
  const values = nodes.map((each) => readValue(each, source) ?? unreadable(each));
  return {
    name: definition === undefined ? "" : source.slice(definition.from, definition.to),
    values,
    ...(labels && { labels }),
    from: node.from,
    to: node.to,
  };
}

/** Stands for a value that cannot be read: it keeps its place among the others. */
function unreadable(node: SyntaxNode): Value {
  return { kind: "list", items: [], node };
}

function parametersOf(declaration: SyntaxNode, source: string): string[] {
  const list = childrenOf(declaration).find(({ name }) => name === "FormalParameters");
  if (list === undefined) return [];
  return childrenOf(list)
    .filter(({ name }) => name === "FormalParameter")
    .map((parameter) => {
      const name = childrenOf(parameter).findLast((child) => child.name === "Definition");
      return name === undefined ? "" : source.slice(name.from, name.to);
    });
}

/** The name and the values of an assignment; undefined if it has no name of its own. */
function assignmentOf(node: SyntaxNode, source: string): Bare | undefined {
  const children = childrenOf(node);
  const at = children.findIndex(({ name }) => ASSIGN.test(name));
  const name = nameOf(at < 0 ? children : children.slice(0, at), source);
  if (name === undefined) return undefined;
  const made = at < 0 ? [] : children.slice(at + 1);
  const values = made.flatMap((child) => readValue(child, source) ?? []);
  const maker = made.map((child) => makerOf(child, source)).find((each) => each !== undefined);
  return { name, values, ...(maker && { maker }), from: node.from, to: node.to };
}

/** The name that is assigned to: of `exports.errors`, the last part. */
function nameOf(nodes: readonly SyntaxNode[], source: string): string | undefined {
  // `export default`
  if (nodes.length === 1 && nodes[0]?.name === "export") return "default";
  const named =
    nodes.find((child) => NAMED.test(child.name)) ??
    nodes.find((child) => child.name === "MemberExpression")?.lastChild;
  return named && NAMED.test(named.name) ? source.slice(named.from, named.to) : undefined;
}

/** The members of a collection: of an object by their keys, of a list without names. */
function membersOf(value: Value): Bare[] {
  if (value.kind === "object")
    return value.members.map(({ key, value: inner }) => ({
      name: isWord(key) ? key.text : "",
      key,
      values: [inner],
      from: key.node.from,
      to: inner.node.to,
    }));
  if (value.kind !== "list") return [];
  const items = value.items.filter((item) => !isWord(item));
  return items.map((item) => ({
    name: "",
    values: [item],
    from: item.node.from,
    to: item.node.to,
  }));
}
