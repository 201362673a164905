import { shorten } from "../std/quote-briefly.js";

/** One thing that is wrong with a catalog or a document, and where. */
export interface Problem {
  /** The rule that found it, in kebab-case. */
  readonly rule: string;
  /** An error stops the generators; a warning does not. */
  readonly severity: "error" | "warning";
  /** Whether a release may have it: a warning of what the API's own texts leave open. */
  readonly isAdvice?: boolean | undefined;
  /** The problem, with the value quoted, and the expected form. */
  readonly message: string;
  /** Advice on how to fix it, where there is one way. */
  readonly hint?: string | undefined;
  readonly location: Location;
}

/** A place in a file. */
export interface Location {
  /** Relative to the catalog's folder; to the current folder after `fromCurrentFolder`. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in UTF-16 code units. */
  readonly column: number;
  /** The lines around the place; absent where the file itself is missing or cannot be read. */
  readonly excerpt?: Excerpt | undefined;
}

/** A line of a file, with the lines above and below it. */
export interface Excerpt {
  /** The number of the first of the lines, counted from 1. */
  readonly startLine: number;
  readonly lines: readonly string[];
}

/** Longer than any sentence: what a message quotes may be a whole document. */
const MAX_LENGTH = 2000;

/** The parts of a problem that most have not. */
export type ProblemOptions = Partial<Pick<Problem, "hint" | "severity" | "isAdvice">>;

/** Returns a problem: an error, unless `severity` says otherwise. */
export function createProblem(
  rule: string,
  location: Location,
  message: string,
  { hint, severity = "error", isAdvice }: ProblemOptions = {},
): Problem {
  const texts = {
    message: shorten(message, MAX_LENGTH),
    hint: hint === undefined ? hint : shorten(hint, MAX_LENGTH),
  };
  return { rule, severity, ...texts, location, ...(isAdvice && { isAdvice }) };
}

/** The first place in a file of which no lines are shown. */
export function startOf(file: string): Location {
  return { file, line: 1, column: 1 };
}

/** Whether any problem stops the generators. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === "error");
}
