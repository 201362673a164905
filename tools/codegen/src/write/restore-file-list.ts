import { join } from "node:path";
import { readTextIfPresent } from "../std/read-regular-file.js";
import { extendFileList, FILE_LIST, parseFileList } from "./file-list.js";
import { write } from "./write.js";

/**
 * Lists generated files that the list on disk no longer has, though one of its other versions does:
 * a merge of Git keeps a file that one side has changed, and drops its line if the other has
 * removed it.
 */
export function restoreFileList(
  directory: string,
  paths: readonly string[],
  versions: readonly string[],
): void {
  const file = join(directory, FILE_LIST);
  const text = readTextIfPresent(file) ?? "";
  const listed = parseFileList(text);
  const known = new Set(versions.flatMap((version) => [...parseFileList(version)]));
  const lost = paths.filter((path) => known.has(path) && !listed.has(path));
  if (lost.length === 0) return;
  const list = extendFileList({ path: FILE_LIST, text }, lost);
  write(directory, { outdated: [list], missing: [], unexpected: [], obstacles: [] });
}
