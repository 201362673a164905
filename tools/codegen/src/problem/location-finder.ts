import type { Location } from "./problem.js";

/** Returns the place of a line and column, both counted from 1, with the lines around it. */
export type LocationFinder = (line: number, column?: number) => Location;

/** Finds places in a text, which is split into lines once, when the first place is asked for. */
export function createLocationFinder(file: string, text: string): LocationFinder {
  let lines: readonly string[] | undefined;
  return (line, column = 1) => {
    lines ??= text.split(/\r?\n/);
    const startLine = Math.max(1, line - 1);
    return {
      file,
      line,
      column,
      excerpt: { startLine, lines: lines.slice(startLine - 1, line + 1) },
    };
  };
}
