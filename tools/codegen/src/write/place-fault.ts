import { lstatSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { pathFromCurrentFolder } from "../problem/from-current-folder.js";
import { contains } from "./contains.js";
import { findProject } from "./find-project.js";

/** Returns why codegen must not write at a path; undefined if it may. */
export type PlaceCheck = (path: string) => string | undefined;

/**
 * Returns a check of paths relative to a catalog's folder. codegen writes only inside the project,
 * and through no link: a pull request may bring a link to any folder of the machine. The project
 * is found unless it is given. What was seen is not looked at again: a check is for one moment.
 */
export function createPlaceCheck(
  directory: string,
  project: string = findProject(directory),
): PlaceCheck {
  const links = new Map<string, string | undefined>();
  const findLink = (path: string): string | undefined => {
    if (path === project || !contains(project, path)) return undefined;
    if (!links.has(path))
      links.set(path, findLink(dirname(path)) ?? (isLink(path) ? path : undefined));
    return links.get(path);
  };
  return (path) => {
    const target = resolve(directory, path);
    if (!contains(project, target))
      return `${path} is outside the project ${project}, where codegen writes nothing`;
    const link = findLink(target) ?? findLink(directory);
    if (link === undefined) return undefined;
    return `${pathFromCurrentFolder(".", link)} is a symbolic link, and codegen writes through none`;
  };
}

function isLink(path: string): boolean {
  try {
    // Where there is nothing yet, an error would take longer than all else about the file.
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  } catch {
    // There is a file in the place of a folder, which writing reports.
    return false;
  }
}
