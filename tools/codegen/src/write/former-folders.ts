import { join } from "node:path";
import { tryReadText } from "../std/read-regular-file.js";
import { foldersOf, readFileList, sharedFoldersOf } from "./file-list.js";
import { listAll } from "./list-all.js";
import type { FileOwner } from "./output-file.js";
import { folderFault } from "./owned-folder.js";
import { createForeignCheck } from "./recognize-files.js";

/** A folder that was the catalog's. */
export interface FormerFolder {
  readonly path: string;
  /** Whether another catalog generates into it now. */
  readonly isTaken: boolean;
}

/**
 * Finds the folders that the list on disk names and the manifest does not: of a subset or a package
 * that was removed or has moved. A list is a file like any other, so a folder that codegen could
 * never own is passed over.
 */
export function findFormerFolders(
  directory: string,
  { id, folders }: FileOwner,
): readonly FormerFolder[] {
  const isForeign = createForeignCheck(directory, id);
  return foldersOf(readFileList(directory))
    .filter((path) => !folders.includes(path) && folderFault(directory, path) === undefined)
    .map((path) => ({
      path,
      isTaken: listAll(directory, path).some((file) =>
        isForeign(tryReadText(join(directory, file)) ?? ""),
      ),
    }));
}

/**
 * Finds the folders that custom emitters generated into, beside other files, and generate into no
 * longer.
 */
export function findFormerSharedFolders(
  directory: string,
  { sharedFolders }: FileOwner,
): readonly string[] {
  return sharedFoldersOf(readFileList(directory)).filter(
    (path) => !sharedFolders.includes(path) && folderFault(directory, path) === undefined,
  );
}
