import { type Node, parseTree } from "jsonc-parser";
import type { Rename } from "./rename.js";
import type { TextEdit } from "./text-edit.js";

/**
 * Renames each member of a JSON text that has the old name, or copies it under the new one if the
 * old name stays. Values are not changed. A copy that is there is left as it is.
 */
export function renameMembers(text: string, { from, to, retired }: Rename): readonly TextEdit[] {
  const tree = parseTree(text);
  if (tree === undefined) return [];
  return membersNamed(tree, from)
    .filter((member) => !hasMember(member.parent, to))
    .map((member) =>
      retired === undefined ? renameMember(member, to) : copyMember(text, member, to),
    );
}

function membersNamed(node: Node, name: string): readonly Node[] {
  const inner = (node.children ?? []).flatMap((child) => membersNamed(child, name));
  return node.type === "property" && node.children?.[0]?.value === name ? [node, ...inner] : inner;
}

function hasMember(object: Node | undefined, name: string): boolean {
  return object?.children?.some(({ children }) => children?.[0]?.value === name) ?? false;
}

function renameMember(member: Node, to: string): TextEdit {
  const { offset, length } = member.children?.[0] ?? member;
  return { start: offset, end: offset + length, text: JSON.stringify(to) };
}

function copyMember(text: string, member: Node, to: string): TextEdit {
  const key = member.children?.[0] ?? member;
  const end = member.offset + member.length;
  const indent = text.slice(text.lastIndexOf("\n", member.offset) + 1, member.offset);
  // Several members may be on one line.
  const separator = indent.trim() === "" ? `,\n${indent}` : ", ";
  const value = text.slice(key.offset + key.length, end);
  return { start: end, end, text: `${separator}${JSON.stringify(to)}${value}` };
}
