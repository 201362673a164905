import { relative, resolve, sep } from "node:path";
import { codeFrameColumns } from "@babel/code-frame";
import type { Colors } from "picocolors/types.js";
import { blankUnseen, showUnseen } from "../characters/unseen.js";

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
  /** Relative to the catalog's folder; to the current folder once `fromCurrentFolder` has been over it. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in UTF-16 code units. */
  readonly column: number;
  /** The text of the whole file; absent where the file itself is missing or unreadable. */
  readonly text?: string;
}

/** The problems of a catalog with their files relative to the current folder, so that terminals, editors and CI find them. */
export function fromCurrentFolder(problems: readonly Problem[], folder: string): Problem[] {
  return problems.map((problem) => {
    const file = relative(process.cwd(), resolve(folder, problem.location.file));
    return {
      ...problem,
      location: { ...problem.location, file: file.replaceAll(sep, "/") },
    };
  });
}

/** The problems for a person at a terminal: each with file, line, column and the lines themselves. */
export function printProblems(problems: readonly Problem[], colors: Colors): string {
  return problems.map((problem) => printProblem(problem, colors)).join("\n\n");
}

/** So many warnings are shown with their lines. */
const FEW = 3;

/** The same for who has asked for something else: where the warnings are many, each is one line. */
export function printProblemsBriefly(problems: readonly Problem[], colors: Colors): string {
  const warnings = problems.filter(({ severity }) => severity === "warning");
  if (warnings.length <= FEW) return printProblems(problems, colors);
  const errors = problems.filter(({ severity }) => severity === "error");
  return [
    ...errors.map((problem) => `${printProblem(problem, colors)}\n`),
    ...warnings.map((problem) => printHead(problem, colors)),
    `${colors.cyan("help:")} codegen lint shows the lines, and what mends each`,
  ].join("\n");
}

function printHead({ rule, severity, message, location }: Problem, colors: Colors): string {
  const { file, line, column } = location;
  const label = severity === "error" ? colors.red("error") : colors.yellow("warning");
  const place = colors.bold(`${file}:${line}:${column}`);
  return `${place} ${label} ${showUnseen(message)} ${colors.dim(`(${rule})`)}`;
}

function printProblem(problem: Problem, colors: Colors): string {
  const { hint, location } = problem;
  return [
    printHead(problem, colors),
    ...(location.text === undefined ? [] : [printFrame(location.text, location, colors)]),
    ...(hint === undefined ? [] : [`${colors.cyan("help:")} ${showUnseen(hint)}`]),
  ].join("\n");
}

/** A line is shown up to this length; of a longer one, what stands around the place. */
const WIDTH = 160;

/** The line, and those above and below it. */
function printFrame(text: string, { line, column }: Location, colors: Colors): string {
  const startLine = Math.max(1, line - 1);
  // Only these go to the library, which looks through all that it is given, for each problem anew.
  const shown = linesOf(text)
    .slice(startLine - 1, line + 1)
    .map(blankUnseen);
  const from = Math.max(0, column - 1 - WIDTH / 2);
  const isCut = (each = "") => each.length > WIDTH && from > 0;
  const cut = (each: string) => {
    const begin = isCut(each) ? from : 0;
    const end = begin + WIDTH;
    return `${begin > 0 ? "…" : ""}${each.slice(begin, end)}${end < each.length ? "…" : ""}`;
  };
  const start = { line, column: isCut(shown[line - startLine]) ? column - from + 1 : column };
  const highlightCode = colors.isColorSupported;
  const options = { highlightCode, linesAbove: 1, linesBelow: 1, startLine };
  return codeFrameColumns(shown.map(cut).join("\n"), { start }, options);
}

/** The lines of the text that was asked for last: the problems come file by file. */
let split = { text: "", lines: [""] as readonly string[] };

function linesOf(text: string): readonly string[] {
  if (split.text !== text) split = { text, lines: text.split(/\r?\n/) };
  return split.lines;
}

/** The problems for a program: one JSON document. */
export function printProblemsJson(problems: readonly Problem[]): string {
  const list = problems.map(({ rule, severity, message, hint, location }) => {
    const { file, line, column } = location;
    return { rule, severity, message, hint, file, line, column };
  });
  return JSON.stringify({ problems: list }, undefined, 2);
}

/** The problems for GitHub Actions: a workflow command a line, each an annotation in the review. */
export function printProblemsGithub(problems: readonly Problem[]): string {
  return problems
    .map(({ rule, severity, message, hint, location: { file, line, column } }) => {
      const title = `codegen (${rule})`;
      const properties = Object.entries({ file, line, col: column, title })
        .map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
        .join(",");
      const help = hint === undefined ? "" : `\nhelp: ${hint}`;
      return `::${severity} ${properties}::${escapeData(showUnseen(message + help))}`;
    })
    .join("\n");
}

/** https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** Whether any problem stops the generators. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === "error");
}
