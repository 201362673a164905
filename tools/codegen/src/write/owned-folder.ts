import { isAbsolute, resolve } from "node:path";
import { portablePathFault } from "../std/portable-name.js";
import { shorten } from "../std/quote-briefly.js";
import { containsAnywhere } from "./contains.js";
import { createPlaceCheck, type PlaceCheck } from "./place-fault.js";

/** The folders of a catalog that are edited by hand. */
export const EDITED_FOLDERS = ["catalog", "locales", "evidence"] as const;

/**
 * Returns why codegen cannot own a folder, relative to the catalog's; undefined if it can. Several
 * folders share a check of their places: it has found the project.
 */
export function folderFault(
  directory: string,
  folder: string,
  findPlaceFault?: PlaceCheck,
): string | undefined {
  const path = resolve(directory, folder);
  const unportable = portablePathFault(folder);
  if (unportable !== undefined) return `${shorten(folder)}: ${unportable}`;
  if (isAbsolute(folder)) return `${folder} is not relative to the manifest`;
  if (containsAnywhere(path, directory))
    return `${folder} holds the catalog, which is edited by hand`;
  const edited = EDITED_FOLDERS.find((name) => containsAnywhere(resolve(directory, name), path));
  if (edited !== undefined) return `${folder} lies in ${edited}/, which is edited by hand`;
  const hidden = findHidden(folder);
  if (hidden !== undefined) return `${folder} lies in ${hidden}, which belongs to another tool`;
  return (findPlaceFault ?? createPlaceCheck(directory))(folder);
}

/** Returns the part of a path that belongs to another tool, if there is one. */
export function findHidden(path: string): string | undefined {
  return path.split("/").find((name) => HIDDEN.test(name));
}

/** A folder or file of Git, of an editor, of a package manager. */
const HIDDEN = /^(\.(?!\.?$)|node_modules$|__pycache__$)/;
