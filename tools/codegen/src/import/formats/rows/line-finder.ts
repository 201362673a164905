import { lineStarts } from "../../../std/line-starts.js";
import { lowerBound } from "../../../std/lower-bound.js";

/** The line of an offset, counted from 1. */
export type LineOf = (offset: number) => number;

/** Returns a function for the lines of a text. */
export function createLineFinder(text: string): LineOf {
  const starts = lineStarts(text);
  return (offset) => lowerBound(starts, offset + 1);
}
