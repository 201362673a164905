import { isAbsolute, relative, resolve, sep } from "node:path";

/** The folders of a catalog that are edited by hand. */
const EDITED = ["catalog", "locales", "evidence"];

/** Returns why codegen cannot own a folder, relative to the catalog's; undefined if it can. */
export function folderFault(directory: string, folder: string): string | undefined {
  const path = resolve(directory, folder);
  if (isAbsolute(folder)) return `${folder} is not relative to the manifest`;
  if (contains(path, directory)) return `${folder} holds the catalog, which is edited by hand`;
  const edited = EDITED.find((name) => contains(resolve(directory, name), path));
  return edited && `${folder} lies in ${edited}/, which is edited by hand`;
}

/** Whether a path is a folder, or is in it. */
export function contains(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && way.split(sep)[0] !== "..";
}
