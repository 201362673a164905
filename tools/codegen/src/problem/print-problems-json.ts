import { escapeUnseenJson } from "../characters/unseen.js";
import type { Problem } from "./problem.js";

/** A problem as programs read it. */
export interface ProblemJson extends Omit<Problem, "location"> {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Returns a problem as programs read it: its place without the lines. */
export function problemToJson({ rule, severity, message, hint, location }: Problem): ProblemJson {
  const { file, line, column } = location;
  return { rule, severity, message, hint, file, line, column };
}

/** Prints problems for a program: one JSON document. */
export function printProblemsJson(problems: readonly Problem[]): string {
  return escapeUnseenJson(JSON.stringify({ problems: problems.map(problemToJson) }, undefined, 2));
}
