import { countOf } from "../terminal/format-number.js";
import { visible } from "../text/visible.js";
import { issuesOf, KINDS } from "./issues.js";
import type { Report } from "./report.js";

/** Prints a report for GitHub Actions: one workflow command per line, each an annotation. */
export function printGithub(report: Report, failOn: readonly string[]): readonly string[] {
  const issues = issuesOf(report, failOn).map(({ kind, isFailure, message, place }) => {
    const { file, line, entry } = place;
    const at = entry === undefined ? "" : ` (entry ${entry})`;
    const properties = { file: visible(file), line: String(line), title: KINDS[kind] };
    return print(isFailure ? "error" : "warning", properties, message + at);
  });
  const left = report.mayHaveBeenExecuted.count - report.mayHaveBeenExecuted.requests.length;
  const more =
    left > 0 ? [print("warning", { title: KINDS.executed }, countOf(left, "more request"))] : [];
  const problems = report.problems.map(({ file, message }) =>
    print("error", { file: visible(file), title: "Not read" }, message),
  );
  return [...issues, ...more, ...problems];
}

function print(
  severity: string,
  properties: Readonly<Record<string, string>>,
  message: string,
): string {
  const written = Object.entries(properties).map(
    ([key, value]) => `${key}=${escapeProperty(value)}`,
  );
  return `::${severity} ${written.join(",")}::${escapeData(message)}`;
}

/** https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
