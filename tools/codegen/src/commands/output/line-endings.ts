import { join, resolve } from "node:path";
import type { Catalog } from "../../catalog/catalog.js";
import type { ChangedFile } from "../../generate/changed-file.js";
import { keepLineEndings } from "../../init/init-gitattributes.js";
import { count } from "../../std/count.js";
import { posixRelative } from "../../std/posix-path.js";
import { tryReadText } from "../../std/read-regular-file.js";
import { contains } from "../../write/contains.js";
import { findProject } from "../../write/find-project.js";
import type { Emitted } from "../../write/output-file.js";

/**
 * Says which generated files have CRLF line endings, as Git on Windows checks them out, and the
 * lines of `.gitattributes` that keep LF. Nothing if none has.
 */
export function describeLineEndings(
  { directory }: Catalog,
  changed: readonly ChangedFile[],
  { owner }: Emitted,
): readonly string[] {
  const found = changed
    .map(({ path }) => resolve(directory, path))
    .filter((file) => /^[^\n]*\r\n/.test(tryReadText(file) ?? ""));
  if (found.length === 0) return [];
  const root = findProject(directory);
  const folders = [...owner.folders, ...owner.sharedFolders]
    .map((folder) => join(directory, folder))
    .filter((folder) => found.some((file) => contains(folder, file)));
  const lines = folders.map((folder) => `  ${keepLineEndings(posixRelative(root, folder))}`);
  return [
    `${count(found.length, "file has", "files have")} CRLF line endings. If Git made them, add to .gitattributes, and check out again:`,
    ...new Set(lines),
  ];
}
