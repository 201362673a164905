import { readerMessages } from "../terminal/reader-messages.js";
import { terminalWidth } from "../terminal/width.js";
import { printJson } from "../text/visible.js";
import { printGithub } from "./print-github.js";
import { printSarif } from "./print-sarif.js";
import { printCsvReport, printMarkdown } from "./print-tables.js";
import { printText } from "./print-text.js";
import type { Report } from "./report.js";

/** The form in which a report is printed. */
export type Format = "text" | "json" | "csv" | "markdown" | "github" | "sarif";

/** Returns a report as it is printed. */
export async function printReport(
  report: Report,
  failOn: readonly string[],
  { format, locale }: { readonly format: Format; readonly locale?: string },
): Promise<string> {
  if (format === "json") return printJson(report, 2);
  if (format === "csv") return printCsvReport(report).join("\n");
  if (format === "markdown") return printMarkdown(report).join("\n");
  if (format === "github") return printGithub(report, failOn).join("\n");
  if (format === "sarif") return printSarif(report, failOn);
  const messages = await readerMessages(locale);
  return printText(report, messages, Math.min(terminalWidth(), 140)).join("\n");
}
