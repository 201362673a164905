import type { Location } from "../problem/problem.js";
import type { SourceFile } from "./source-file.js";
import { unusableFile } from "./unusable-file.js";

/**
 * Returns the file for a text that a merge of Git left in conflict; undefined if it has no such
 * marks. No valid file of a catalog has them, and what a parser says of them helps nobody.
 */
export function conflictedFile(
  text: string,
  locationAt: (offset: number) => Location,
): SourceFile | undefined {
  const mark = /^(?:<{7}|>{7})(?: |$)/m.exec(text);
  if (mark === null) return undefined;
  return unusableFile(
    locationAt(mark.index),
    "a merge of Git left a conflict",
    "keep what both sides want, and remove the lines with <<<<<<<, ======= and >>>>>>>",
  );
}
