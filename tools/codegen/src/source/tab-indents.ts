import type { Location, Problem } from "../problem/problem.js";
import { count } from "../std/count.js";
import { syntaxProblem } from "./syntax-problem.js";

const TAB_INDENT = /^ *\t[ \t]*(?=[^\s])/gm;

/** The lines that are indented with a tab: where each starts and ends, and where its tab is. */
export function tabIndents(
  text: string,
): readonly { readonly start: number; readonly end: number; readonly tab: number }[] {
  return [...text.matchAll(TAB_INDENT)].map(({ 0: indent, index }) => {
    const end = text.indexOf("\n", index);
    return {
      start: index,
      end: end < 0 ? text.length : end,
      tab: index + indent.indexOf("\t"),
    };
  });
}

/** The problem of a file that is indented with tabs. */
export function tabProblem(location: Location, lines: number): Problem {
  const hint = `indent with spaces (${count(lines, "line begins", "lines begin")} with tabs)`;
  return syntaxProblem(location, "indented with a tab; YAML allows only spaces", hint);
}

/** The text with each tab of its indents as a number of spaces. */
export function expandTabs(text: string, width: number): string {
  return text.replace(TAB_INDENT, (indent) => indent.replaceAll("\t", " ".repeat(width)));
}

/** The column in a text of a column in its expansion. */
export function columnBeforeExpansion(
  text: string,
  line: number,
  column: number,
  width: number,
): number {
  const [indent = ""] = /^[ \t]*/.exec(text.split("\n")[line - 1] ?? "") ?? [];
  const tabs = indent.split("\t").length - 1;
  return Math.max(1, column - tabs * (width - 1));
}
