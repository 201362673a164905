import { isAbsolute, relative, sep } from "node:path";
import { nameKey } from "../std/name-key.js";

/** Whether a path is a folder, or is in it, by its spelling. */
export function contains(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && way.split(sep)[0] !== "..";
}

/** The same on the disks of all systems: some take names for one that differ by case alone. */
export function containsAnywhere(folder: string, path: string): boolean {
  return contains(nameKey(folder), nameKey(path));
}

/** Whether one of two folders contains the other on the disks of any system. */
export function overlap(one: string, other: string): boolean {
  return containsAnywhere(one, other) || containsAnywhere(other, one);
}
