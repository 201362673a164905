import { codeFrameColumns } from "@babel/code-frame";
import type { Colors } from "picocolors/types.js";

/** One thing that is wrong with a catalog, and where. */
export interface Problem {
  /** The rule that found it, in kebab-case. */
  readonly rule: string;
  /** An error stops the generators; a warning does not. */
  readonly severity: "error" | "warning";
  /** What is wrong, with the value quoted, and what was expected. */
  readonly message: string;
  /** What mends it, where one thing does. */
  readonly hint?: string;
  readonly location: Location;
}

/** A place in a file of the catalog. */
export interface Location {
  /** Relative to the catalog's folder. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in UTF-16 code units. */
  readonly column: number;
  /** The text of the whole file; absent where the file itself is missing or unreadable. */
  readonly text?: string;
}

/** The problems for a person at a terminal: each with file, line, column and the lines themselves. */
export function printProblems(problems: readonly Problem[], colors: Colors): string {
  return problems.map((problem) => printProblem(problem, colors)).join("\n\n");
}

function printProblem(
  { rule, severity, message, hint, location }: Problem,
  colors: Colors,
): string {
  const { file, line, column, text } = location;
  const label = severity === "error" ? colors.red("error") : colors.yellow("warning");
  const head = `${colors.bold(`${file}:${line}:${column}`)} ${label} ${message} ${colors.dim(`(${rule})`)}`;
  const options = { highlightCode: colors.isColorSupported, linesAbove: 1, linesBelow: 1 };
  const frame =
    text === undefined ? [] : [codeFrameColumns(text, { start: { line, column } }, options)];
  return [head, ...frame, ...(hint === undefined ? [] : [`${colors.cyan("help:")} ${hint}`])].join(
    "\n",
  );
}

/** Whether any problem stops the generators. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === "error");
}
