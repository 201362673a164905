import pc from "picocolors";
import { showInLine } from "../../characters/unseen.js";
import { removedComments } from "../../edit/removed-comments.js";
import type { EditedFile } from "../../edit/text-edit.js";
import { pathFromCurrentFolder } from "../../problem/from-current-folder.js";
import { count } from "../../std/count.js";
import { listSome } from "../../std/list-some.js";

/** Says which comments edits remove with the lines that they belong to. */
export function reportRemovedComments(folder: string, edits: readonly EditedFile[]): void {
  for (const { path, before, after } of edits) {
    if (!path.endsWith(".yaml")) continue;
    const removed = removedComments(before, after);
    if (removed.length === 0) continue;
    const what = count(removed.length, "comment");
    const file = pathFromCurrentFolder(folder, path);
    console.error(pc.yellow(`${file}: removes ${what}:`), showInLine(listSome(removed, 10)));
  }
}
