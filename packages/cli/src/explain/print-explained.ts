import pc from "picocolors";
import { idsOf } from "../catalog/ids-of.js";
import { OUTCOMES, RETRIES } from "../catalog/judgments.js";
import type { Outcome } from "../generated/types.js";
import { wrap } from "../terminal/width.js";
import { printJson, visible } from "../text/visible.js";
import type { ExplainedError } from "./explained-error.js";

/** Returns the lines that explain an error to a person: first what it means, then the facts. */
export function printExplained(error: ExplainedError, columns: number): readonly string[] {
  const { texts } = error;
  const said = [texts.message, texts.outcome, texts.description].filter((text) => text !== "");
  const head = idsOf(error).map((id) => pc.bold(visible(id, 60)));
  return [
    head.join("  "),
    ...(texts.title === "" ? [] : [texts.title]),
    "",
    ...said.flatMap((text) => wrap(visible(text, 2000), columns - 2)).map((line) => `  ${line}`),
    ...developerLines(error, columns),
    "",
    ...factsOf(error).flatMap(([label, text]) => printFact(label, text, columns)),
  ];
}

function developerLines({ texts: { developer } }: ExplainedError, columns: number): string[] {
  if (developer === null) return [];
  const lines = wrap(developer, columns - 4).map((line) => `    ${line}`);
  return ["", `  ${pc.dim("For developers")}`, ...lines];
}

type Fact = readonly [label: string, text: string | null];

/** Prints the facts in the order in which they matter. Those that do not apply are left out. */
function factsOf(error: ExplainedError): readonly [label: string, text: string][] {
  const facts: readonly Fact[] = [
    ["outcome", colorOutcome(error.outcome)],
    ["retry", `${error.retry}: ${RETRIES[error.retry]}${waitOf(error)}`],
    ["category", error.category && `${error.category}, the ${error.fault}'s side`],
    ["venue", error.venue],
    ...receivedFacts(error),
    ["message", error.message],
    ["wire", error.wire && printJson(error.wire)],
    ["http", error.httpStatus === null ? null : String(error.httpStatus)],
    ["aliases", error.aliases.join(", ") || null],
    ...error.sharesCodeWith.map(
      ({ name, message }): Fact => ["same code", `${name}, with the text "${message}"`],
    ),
    ["alike", error.alike.join(", ") && `${error.alike.join(", ")}: no source tells them apart`],
    ["retired", retiredText(error)],
    ...error.evidence.map(({ document, line, text }): Fact => {
      const listed = error.documented ? "" : " (not in the API's own table)";
      return ["evidence", `${document}:${line}${listed}  ${text}`.trimEnd()];
    }),
  ];
  return facts.flatMap(([label, text]) => (text ? [[label, text]] : []));
}

/** Prints the words of the response itself. */
function receivedFacts({ msg, params, drift, issues }: ExplainedError): readonly Fact[] {
  const values = Object.entries(params ?? {}).map(([name, value]) => `${name}=${visible(value)}`);
  const note = drift ? " (a text that the catalog does not list)" : "";
  return [
    ["received", msg === null ? null : visible(msg) + note],
    ["params", values.join(" ") || null],
    ["problem", issues.join("; ") || null],
  ];
}

function colorOutcome(outcome: Outcome): string {
  const text = `${outcome}: ${OUTCOMES[outcome]}`;
  return outcome === "rejected" ? pc.green(text) : pc.yellow(text);
}

function waitOf({ delay }: ExplainedError): string {
  return delay === null ? "" : ` (at least ${printDuration(delay)})`;
}

const UNITS: Readonly<Record<string, string>> = { D: "day", H: "hour", M: "minute", S: "second" };

/** Prints an ISO 8601 duration in days, hours, minutes and seconds: `PT1M30S`. */
function printDuration(duration: string): string {
  const parts = duration.matchAll(/(\d+)([DHMS])/g);
  return Array.from(parts, ([, count, unit = ""]) => {
    return `${count} ${UNITS[unit]}${count === "1" ? "" : "s"}`;
  }).join(" ");
}

function retiredText({ retired }: ExplainedError): string | null {
  if (retired === null || retired === undefined) return null;
  const { since, reason, replacedBy, sunset } = retired;
  const successor = replacedBy === undefined ? "" : `; now ${replacedBy}`;
  const removal = sunset === undefined ? "" : `; may be removed from ${sunset} on`;
  return `since ${since}: ${reason}${successor}${removal}`;
}

const LABEL = 10;

function printFact(label: string, text: string, columns: number): readonly string[] {
  const lines = wrap(text.replaceAll(/\s+/g, " "), columns - LABEL - 3);
  return lines.map((line, index) => {
    const title = index === 0 ? pc.dim(label.padEnd(LABEL)) : " ".repeat(LABEL);
    return `  ${title} ${line}`;
  });
}
