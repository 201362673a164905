import { showUnseen } from "../characters/unseen.js";
import { firstOfEachRule } from "./first-of-each-rule.js";
import type { Problem } from "./problem.js";

/** Prints problems for GitHub Actions: one workflow command per line, each an annotation. */
export function printProblemsGithub(problems: readonly Problem[]): string {
  const { shown, rest } = firstOfEachRule(problems, MANY);
  return shown
    .map(({ rule, severity, message, hint, location: { file, line, column } }) => {
      const title = `codegen (${rule})`;
      const properties = Object.entries({ file, line, col: column, title })
        .map(([key, value]) => `${key}=${escapeProperty(showUnseen(String(value)))}`)
        .join(",");
      const help = hint === undefined ? "" : `\nhelp: ${hint}`;
      return `::${severity} ${properties}::${escapeData(showUnseen(message + help))}`;
    })
    .concat(rest.map((text) => `::warning title=codegen::${escapeData(text)}`))
    .join("\n");
}

/** GitHub shows fewer. */
const MANY = 1000;

/** https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
