import { posix } from "node:path";
import { showInLine } from "../../characters/unseen.js";
import type { Build } from "../../generate/build-files.js";
import type { ChangedFile } from "../../generate/changed-file.js";
import { pathFromCurrentFolder } from "../../problem/from-current-folder.js";
import { count } from "../../std/count.js";
import { groupBy } from "../../std/group-by.js";

/** Up to this many files are listed one by one. */
const FEW = 10;

/** Prints the files that changed: by path, or as a count for each folder if they are many. */
export function printChangedFiles(
  changed: readonly ChangedFile[],
  { catalog, emitted: { owner } }: Build,
  all: boolean,
): string[] {
  const directory = catalog?.directory ?? "";
  if (all || changed.length <= FEW)
    return changed.map(
      ({ path, change }) =>
        `  ${change.padEnd(7)} ${showInLine(pathFromCurrentFolder(directory, path))}`,
    );
  const owned = [...owner.folders, ...owner.sharedFolders];
  // A file that is removed may be in a folder that is no longer the catalog's.
  const folderOf = ({ path }: ChangedFile) =>
    owned.find((folder) => path.startsWith(`${folder}/`)) ?? posix.dirname(path);
  const groups = groupBy(changed, (file) => `${file.change.padEnd(7)} ${folderOf(file)}`);
  return [
    ...[...groups.values()].map((files) => {
      const [first] = files as [ChangedFile];
      const folder = showInLine(pathFromCurrentFolder(directory, folderOf(first)));
      return `  ${first.change.padEnd(7)} ${count(files.length, "file")} in ${folder}/`;
    }),
    "  (--verbose lists each file)",
  ];
}
