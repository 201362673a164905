import { relative, sep } from "node:path";

/** Returns a path of this system with forward slashes. */
export function toPosix(path: string): string {
  return path.replaceAll(sep, "/");
}

/**
 * Returns the path from a folder to a file, with forward slashes; empty where both are the same.
 */
export function posixRelative(from: string, to: string): string {
  return toPosix(relative(from, to));
}
