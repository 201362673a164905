import { LineCounter } from "yaml";
import { createLocationFinder } from "../problem/location-finder.js";
import { createProblem, type Location, type Problem } from "../problem/problem.js";

/** Finds the line and column of an offset. Lines are counted when the first place is asked for. */
export function locator(file: string, text: string): (offset: number) => Location {
  let lines: LineCounter | undefined;
  const locationAt = createLocationFinder(file, text);
  return (offset) => {
    lines ??= countLines(text);
    const { line, col } = lines.linePos(offset);
    return locationAt(Math.max(line, 1), Math.max(col, 1));
  };
}

function countLines(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (const { index } of text.matchAll(/\n/g)) lines.addNewLine(index + 1);
  return lines;
}

/** A problem with the syntax of a file. */
export function syntaxProblem(location: Location, message: string): Problem {
  return createProblem("syntax", location, message);
}

/** The problem of two equal keys in one object: only one of them would count. */
export function duplicateProblem(key: string, first: Location, again: Location): Problem {
  const message = `duplicate key ${JSON.stringify(key)}`;
  return { ...syntaxProblem(again, message), hint: `the first is on line ${first.line}: keep one` };
}
