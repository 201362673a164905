import {
  addObject,
  type EntryNode,
  findEntryNodes,
  lineBreakAt,
  linesOf,
  removeMember,
  replaceWord,
} from "./entry-nodes.js";
import { type Rename, reasonOf } from "./rename.js";
import { renameInManifest } from "./rename-in-manifest.js";
import { renameMembers } from "./rename-members.js";
import { applyEdits, type EditedFile, type TextEdit } from "./text-edit.js";

/**
 * Renames an entry in the files of a catalog, with its texts and where the manifest lists it.
 * Returns the files that change. The file of the entry comes last: as long as the entry has its old
 * name, a rename that was interrupted can be run again, and completes the other files.
 */
export function renameEntry(
  files: ReadonlyMap<string, string>,
  rename: Rename,
): readonly EditedFile[] {
  const edits = [...files].flatMap(([path, before]) => {
    const changes = editsOf(path, before, rename);
    return changes.length === 0 ? [] : [{ path, before, after: applyEdits(before, changes) }];
  });
  const isOfEntry = ({ path, before }: EditedFile) =>
    !path.endsWith(".json") && findEntryNodes(before).some(({ name }) => name === rename.from);
  return [...edits.filter((edit) => !isOfEntry(edit)), ...edits.filter(isOfEntry)];
}

function editsOf(path: string, text: string, rename: Rename): readonly TextEdit[] {
  if (path === "catalog.yaml") return renameInManifest(text, rename);
  return path.endsWith(".json") ? renameMembers(text, rename) : renameInEntries(text, rename);
}

function renameInEntries(text: string, rename: Rename): readonly TextEdit[] {
  const { from, to } = rename;
  return findEntryNodes(text).flatMap((node) =>
    node.name === from
      ? renameOne(text, node, rename)
      : [
          ...replaceWord(node.map, ["alike"], from, to),
          ...replaceWord(node.map, ["retired", "replacedBy"], from, to),
          ...replaceWord(node.map, ["retired", "reason"], reasonOf(from), quote(reasonOf(to))),
        ],
  );
}

function renameOne(
  text: string,
  node: EntryNode,
  { from, to, retired }: Rename,
): readonly TextEdit[] {
  const { map } = node;
  const renamed = replaceWord(map, ["name"], from, to);
  if (retired === undefined) return renamed;
  const { start, end } = linesOf(text, node);
  const copy = applyEdits(
    text.slice(start, end),
    renamed.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start })),
  );
  const { since, reason } = retired;
  const value = {
    since: quote(since),
    reason: quote(reason),
    replacedBy: to,
  };
  return [
    // The copy comes first: both edits may be at the end of the entry.
    { start, end: start, text: `${copy}${lineBreakAt(text, end)}\n` },
    // Errors that cannot be distinguished from this one are so from the new entry.
    ...removeMember(text, map, "alike"),
    addObject(text, map, "retired", value),
  ];
}

function quote(text: string): string {
  return JSON.stringify(text);
}
