import type { Wire } from "../../../catalog/catalog.js";
import { finalNames } from "../../../catalog/wire.js";
import type { NodePath } from "./tree-node.js";

const ERROR_CODE =
  /(err|error|fault|decline)s?(code|type|reason|key)s?$|^(code|reason)s?of(err|error)s?$/;

const STRUCTURE = /^(properties|items|\d+|allOf|anyOf|oneOf|schema|content)$/;

/**
 * Whether a schema is that of an error's code, by its own name and those of the schemas around it.
 */
export function isErrorCode(path: NodePath, wire: Wire): boolean {
  const own = ownName(path);
  if (ERROR_CODE.test(own)) return true;
  const isCode = isWireCode(path, wire) || /^(code|errcode)s?$/.test(own);
  const names = path.filter((key) => !STRUCTURE.test(key));
  const around = names.slice(0, -1).join(" ");
  return isCode && /err|fault|problem|decline|\b[45](\d\d|xx)\b|\bdefault\b/i.test(around);
}

/** Whether a schema is that of the member that the manifest reads codes from. */
export function isWireCode(path: NodePath, { code }: Wire): boolean {
  const own = ownName(path);
  return finalNames(code).some((name) => toLetters(name) === own);
}

function ownName(path: NodePath): string {
  return toLetters(path.findLast((key) => !STRUCTURE.test(key)) ?? "");
}

function toLetters(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z]/g, "");
}
