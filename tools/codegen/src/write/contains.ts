import { isAbsolute, relative, sep } from "node:path";

/** Whether a path is a folder, or is in it, by its spelling. */
export function contains(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && way.split(sep)[0] !== "..";
}
