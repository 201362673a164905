import { isAbsolute, relative, resolve, sep } from "node:path";

/** What is edited by hand in a catalog's folder. */
const EDITED = ["catalog", "locales", "evidence"];

/** Why a folder, relative to the catalog's, cannot belong to the generators; undefined where it can. */
export function folderFault(directory: string, folder: string): string | undefined {
  const path = resolve(directory, folder);
  if (isAbsolute(folder)) return `${folder} is not relative to the manifest`;
  if (contains(path, directory)) return `${folder} holds the catalog, which is edited by hand`;
  const edited = EDITED.find((name) => contains(resolve(directory, name), path));
  return edited && `${folder} lies in ${edited}/, which is edited by hand`;
}

/** Whether a path is a folder's own, or lies in it. */
export function contains(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && way.split(sep)[0] !== "..";
}
