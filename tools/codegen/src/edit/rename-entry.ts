import type { YAMLMap } from "yaml";
import type { FileEdit } from "../write/edit-files.js";
import {
  findEntryNodes,
  lineBreakAt,
  linesOf,
  removeMember,
  replaceWord,
  setObject,
} from "./entry-nodes.js";
import type { Rename } from "./rename.js";
import { renameMembers } from "./rename-members.js";
import { applyEdits, type TextEdit } from "./text-edit.js";

/**
 * Renames an entry in the files of a catalog, with its texts. Returns the files that change. The
 * file of the entry comes last: as long as the entry has its old name, a rename that was
 * interrupted can be run again, and completes the other files.
 */
export function renameEntry(
  files: ReadonlyMap<string, string>,
  rename: Rename,
): readonly FileEdit[] {
  const edits = [...files].flatMap(([path, before]) => {
    const changes = path.endsWith(".json")
      ? renameMembers(before, rename)
      : renameInEntries(before, rename);
    return changes.length === 0 ? [] : [{ path, before, after: applyEdits(before, changes) }];
  });
  const isOfEntry = ({ path, before }: FileEdit & { readonly before: string }) =>
    !path.endsWith(".json") && findEntryNodes(before).some(({ name }) => name === rename.from);
  return [...edits.filter((edit) => !isOfEntry(edit)), ...edits.filter(isOfEntry)];
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
  const value = {
    since: JSON.stringify(since),
    reason: JSON.stringify(reason),
    replacedBy: to,
  };
  return [
    // The copy comes first: both edits may be at the end of the entry.
    { start, end: start, text: `${copy}${lineBreakAt(text, end)}\n` },
    // Errors that cannot be distinguished from this one are so from the new entry.
    ...[removeMember(text, map, "alike")].filter((edit) => edit !== undefined),
    setObject(text, map, "retired", value),
  ];
}
