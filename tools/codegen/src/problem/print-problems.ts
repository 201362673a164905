import { codeFrameColumns } from "@babel/code-frame";
import pc from "picocolors";
import type { Colors } from "picocolors/types.js";
import { blankUnseen, showInLine } from "../characters/unseen.js";
import { type FirstProblems, firstOfEachRule } from "./first-of-each-rule.js";
import type { Excerpt, Location, Problem } from "./problem.js";

/** Options for printing problems. */
export interface PrintOptions {
  /** Whether the text has the colors of a terminal; it has none by default. */
  readonly colors?: boolean;
}

/** Prints problems for people: each with its file, line, column and excerpt. */
export function printProblems(problems: readonly Problem[], options: PrintOptions = {}): string {
  return printFirst(firstOfEachRule(problems), colorsOf(options));
}

function colorsOf({ colors = false }: PrintOptions): Colors {
  return pc.createColors(colors);
}

/** Of more warnings of one rule, a person sees only these: the others would hide what is new. */
const MANY = 20;

/** Prints problems for people: the errors, and the first warnings of each rule. */
export function printFirstProblems(problems: readonly Problem[], options: PrintOptions): string {
  return printFirst(firstOfEachRule(problems, MANY), colorsOf(options));
}

function printFirst(first: FirstProblems, colors: Colors): string {
  const all = "codegen lint --all shows each of them";
  const shown = first.shown.map((problem) => printProblem(problem, colors));
  return [...shown, ...printRest(first, all, colors)].join("\n\n");
}

/** Up to this many warnings are shown with their lines by commands that do more than lint. */
const FEW = 3;

/** Prints problems for people; many warnings are shortened to one line each. */
export function printProblemsBriefly(problems: readonly Problem[], options: PrintOptions): string {
  const warnings = problems.filter(({ severity }) => severity === "warning");
  if (warnings.length <= FEW) return printProblems(problems, options);
  const colors = colorsOf(options);
  const first = firstOfEachRule(problems, MANY);
  const errors = first.shown.filter(({ severity }) => severity === "error");
  const shown = first.shown.filter(({ severity }) => severity === "warning");
  const lines = "codegen lint shows warnings with their lines, and how to fix them";
  return [
    ...errors.map((problem) => `${printProblem(problem, colors)}\n`),
    ...shown.map((problem) => printHead(problem, colors)),
    ...printRest(first, lines, colors),
    ...(first.rest.length > 0 ? [] : [`${colors.cyan("help:")} ${lines}`]),
  ].join("\n");
}

function printRest(
  { rest, hasMoreErrors }: FirstProblems,
  help: string,
  colors: Colors,
): readonly string[] {
  if (rest.length === 0) return [];
  const next = hasMoreErrors ? "fix the first ones: the others may have the same cause" : help;
  return [`${colors.yellow(`and ${rest.join(", ")}`)}\n${colors.cyan("help:")} ${next}`];
}

function printHead({ rule, severity, message, location }: Problem, colors: Colors): string {
  const { file, line, column } = location;
  const label = severity === "error" ? colors.red("error") : colors.yellow("warning");
  const place = colors.bold(`${showInLine(file)}:${line}:${column}`);
  return `${place} ${label} ${showInLine(message)} ${colors.dim(`(${rule})`)}`;
}

function printProblem(problem: Problem, colors: Colors): string {
  const { hint, location } = problem;
  return [
    printHead(problem, colors),
    ...(location.excerpt === undefined ? [] : [printFrame(location.excerpt, location, colors)]),
    ...(hint === undefined ? [] : [`${colors.cyan("help:")} ${showInLine(hint)}`]),
  ].join("\n");
}

/** A line is shown up to this length; of a longer one, the part around the place. */
const WIDTH = 160;

function printFrame(excerpt: Excerpt, { line, column }: Location, colors: Colors): string {
  const { startLine } = excerpt;
  const shown = excerpt.lines;
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
  return codeFrameColumns(
    shown.map((each) => blankUnseen(cut(each))).join("\n"),
    { start },
    options,
  );
}
