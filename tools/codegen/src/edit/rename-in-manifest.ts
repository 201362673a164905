import { isMap, isScalar, isSeq, parseDocument, type Scalar, type YAMLSeq } from "yaml";
import { endOfLine, lineBreakAt, rangeOf, startOfLine } from "./entry-nodes.js";
import type { Rename } from "./rename.js";
import type { TextEdit } from "./text-edit.js";

/** The sections of the manifest whose members list names of entries. */
const SECTIONS = ["ranges", "tags", "subsets"];

/**
 * Renames an entry where the manifest lists its name, or lists the new name beside it if the old
 * one stays.
 */
export function renameInManifest(text: string, { from, to, retired }: Rename): readonly TextEdit[] {
  const document = parseDocument(text);
  const lists = SECTIONS.flatMap((section) => {
    const members = document.get(section);
    return isMap(members)
      ? members.items.map(({ value }) => isMap(value) && value.get("names"))
      : [];
  });
  return lists.filter(isSeq).flatMap((list) => {
    const words = list.items.filter(isScalar);
    const word = words.find(({ value }) => value === from);
    if (word === undefined || words.some(({ value }) => value === to)) return [];
    const [start, end] = rangeOf(word);
    return retired === undefined ? [{ start, end, text: to }] : [addAfter(text, list, word, to)];
  });
}

function addAfter(text: string, { flow }: YAMLSeq, word: Scalar, added: string): TextEdit {
  const [start, end] = rangeOf(word);
  if (flow) return { start: end, end, text: `, ${added}` };
  const next = endOfLine(text, end);
  const dash = text.slice(startOfLine(text, start), start);
  return { start: next, end: next, text: `${lineBreakAt(text, next)}${dash}${added}\n` };
}
