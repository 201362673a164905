import { codeFrameColumns } from "@babel/code-frame";
import type { Colors } from "picocolors/types.js";
import { blankUnseen, showInLine } from "../characters/unseen.js";
import type { Excerpt, Location, Problem } from "./problem.js";

/** Prints problems for a terminal: each with its file, line, column and excerpt. */
export function printProblems(problems: readonly Problem[], colors: Colors): string {
  return problems.map((problem) => printProblem(problem, colors)).join("\n\n");
}

/** Of more warnings of one rule, a person sees only these: the others would hide what is new. */
const MANY = 20;

/** Prints problems for a terminal: all errors, and the first warnings of each rule. */
export function printFirstProblems(problems: readonly Problem[], colors: Colors): string {
  const { shown, rest } = firstOfEachRule(problems, MANY);
  const all = "codegen lint --all shows each of them";
  return [printProblems(shown, colors), ...printRest(rest, all, colors)].join("\n\n");
}

/** Up to this many warnings are shown with their lines by commands that do more than lint. */
const FEW = 3;

/** Prints problems for a terminal; many warnings are shortened to one line each. */
export function printProblemsBriefly(problems: readonly Problem[], colors: Colors): string {
  const warnings = problems.filter(({ severity }) => severity === "warning");
  if (warnings.length <= FEW) return printProblems(problems, colors);
  const errors = problems.filter(({ severity }) => severity === "error");
  const { shown, rest } = firstOfEachRule(warnings, MANY);
  const lines = "codegen lint shows warnings with their lines, and how to fix them";
  return [
    ...errors.map((problem) => `${printProblem(problem, colors)}\n`),
    ...shown.map((problem) => printHead(problem, colors)),
    ...printRest(rest, lines, colors),
    ...(rest.size > 0 ? [] : [`${colors.cyan("help:")} ${lines}`]),
  ].join("\n");
}

/** Leaves out warnings of rules that report many, and counts them by rule. */
function firstOfEachRule(problems: readonly Problem[], most: number) {
  const counts = new Map<string, number>();
  const shown = problems.filter(({ rule, severity }) => {
    const count = (counts.get(rule) ?? 0) + (severity === "warning" ? 1 : 0);
    counts.set(rule, count);
    return severity === "error" || count <= most;
  });
  const rest = new Map(
    [...counts].flatMap(([rule, count]) => (count > most ? [[rule, count - most] as const] : [])),
  );
  return { shown, rest };
}

function printRest(
  rest: ReadonlyMap<string, number>,
  help: string,
  colors: Colors,
): readonly string[] {
  if (rest.size === 0) return [];
  const counts = [...rest].map(([rule, count]) => `${count} more of ${rule}`).join(", ");
  return [`${colors.yellow(`and ${counts}`)}\n${colors.cyan("help:")} ${help}`];
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
