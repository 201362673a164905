import type { YAMLMap } from "yaml";
import type { FileEdit } from "../write/edit-files.js";
import { findEntryNodes, linesOf, removeMember, replaceWord, setMember } from "./entry-nodes.js";
import type { Rename } from "./rename.js";
import { renameMembers } from "./rename-members.js";
import { applyEdits, type TextEdit } from "./text-edit.js";

/** Renames an entry in the files of a catalog, with its texts. Returns the files that change. */
export function renameEntry(
  files: ReadonlyMap<string, string>,
  rename: Rename,
): readonly FileEdit[] {
  return [...files].flatMap(([path, before]) => {
    const edits = path.endsWith(".json")
      ? renameMembers(before, rename)
      : renameInEntries(before, rename);
    return edits.length === 0 ? [] : [{ path, before, after: applyEdits(before, edits) }];
  });
}

function renameInEntries(text: string, rename: Rename): readonly TextEdit[] {
  const { from, to } = rename;
  return findEntryNodes(text).flatMap(({ name, map }) =>
    name === from
      ? renameOne(text, map, rename)
      : [
          ...replaceWord(map, ["alike"], from, to),
          ...replaceWord(map, ["retired", "replacedBy"], from, to),
        ],
  );
}

function renameOne(text: string, map: YAMLMap, { from, to, retired }: Rename): readonly TextEdit[] {
  const renamed = replaceWord(map, ["name"], from, to);
  if (retired === undefined) return renamed;
  const { start, end } = linesOf(text, map);
  const copy = applyEdits(
    text.slice(start, end),
    renamed.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start })),
  );
  const { since, reason } = retired;
  const value = `{ since: ${JSON.stringify(since)}, reason: ${JSON.stringify(reason)}, replacedBy: ${to} }`;
  const newline = text[end - 1] === "\n" ? "" : "\n";
  return [
    // The copy comes first: both edits may be at the end of the entry.
    { start, end: start, text: `${copy}${newline}\n` },
    // Errors that cannot be distinguished from this one are so from the new entry.
    ...[removeMember(text, map, "alike")].filter((edit) => edit !== undefined),
    setMember(text, map, "retired", value),
  ];
}
