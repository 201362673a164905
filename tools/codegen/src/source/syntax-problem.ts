import { LineCounter } from "yaml";
import type { Location, Problem } from "../problem/problem.js";

/** Finds the line and column of an offset. */
export function locator(file: string, text: string): (offset: number) => Location {
  const lineCounter = new LineCounter();
  lineCounter.addNewLine(0);
  for (const { index } of text.matchAll(/\n/g)) lineCounter.addNewLine(index + 1);
  return (offset) => {
    const { line, col } = lineCounter.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), text };
  };
}

/** What is wrong with the syntax of a file. */
export function syntaxProblem(location: Location, message: string): Problem {
  return { rule: "syntax", severity: "error", message, location };
}

/** Two equal keys in one object: only one of them would count. */
export function duplicateProblem(key: string, first: Location, again: Location): Problem {
  const message = `the key ${JSON.stringify(key)} stands twice`;
  return { ...syntaxProblem(again, message), hint: `the first is on line ${first.line}: keep one` };
}
