import { createLocationFinder } from "../problem/location-finder.js";
import { createProblem, type Location, type Problem } from "../problem/problem.js";
import { lineStarts } from "../std/line-starts.js";
import { lowerBound } from "../std/lower-bound.js";

/** Finds the line and column of an offset. Lines are counted when the first place is asked for. */
export function locator(file: string, text: string): (offset: number) => Location {
  let starts: readonly number[] | undefined;
  const locationAt = createLocationFinder(file, text);
  return (offset) => {
    starts ??= lineStarts(text);
    const line = Math.max(lowerBound(starts, offset + 1), 1);
    return locationAt(line, Math.max(offset - (starts[line - 1] ?? 0) + 1, 1));
  };
}

/** A problem with the syntax of a file. */
export function syntaxProblem(location: Location, message: string, hint?: string): Problem {
  return createProblem("syntax", location, message, { hint });
}

/** The problem of two equal keys in one object: only one of them would count. */
export function duplicateProblem(key: string, first: Location, again: Location): Problem {
  const hint = `the first is on line ${first.line}: keep one`;
  return syntaxProblem(again, `duplicate key ${JSON.stringify(key)}`, hint);
}
