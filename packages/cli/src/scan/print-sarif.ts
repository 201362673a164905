import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import type { Place } from "../capture/files/read-capture.js";
import { api } from "../generated/api.js";
import { printJson } from "../text/visible.js";
import { type Issue, issuesOf, KINDS } from "./issues.js";
import type { FileProblem, Report } from "./report.js";

const RULES = Object.entries(KINDS);

/** Prints a report in SARIF 2.1.0, which code scanning of GitHub, GitLab and editors read. */
export function printSarif(report: Report, failOn: readonly string[]): string {
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: api.command,
            rules: RULES.map(([id, text]) => ({ id, shortDescription: { text } })),
          },
        },
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: report.problems.length === 0,
            toolExecutionNotifications: report.problems.map(toNotification),
          },
        ],
        results: issuesOf(report, failOn).map(toResult),
      },
    ],
  };
  return printJson(log, 2);
}

function toResult({ kind, isFailure, message, place, count }: Issue): object {
  return {
    ruleId: kind,
    ruleIndex: RULES.findIndex(([id]) => id === kind),
    level: isFailure ? "error" : "warning",
    message: { text: message },
    occurrenceCount: count,
    locations: [toLocation(place)],
  };
}

function toLocation({ file, line, entry }: Place): object {
  return {
    physicalLocation: { artifactLocation: toArtifact(file), region: { startLine: line } },
    ...(entry !== undefined && { message: { text: `entry ${entry}` } }),
  };
}

function toNotification({ file, message }: FileProblem): object {
  return {
    level: "error",
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: toArtifact(file) } }],
  };
}

function toArtifact(file: string): object {
  if (file === "-") return { uri: "standard-input" };
  if (isAbsolute(file)) return { uri: pathToFileURL(file).href };
  const steps = file.replaceAll("\\", "/").split("/");
  return { uri: steps.map(encodeURIComponent).join("/") };
}
