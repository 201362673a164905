import type { Place } from "../capture/files/read-capture.js";
import { idsOf } from "../catalog/ids-of.js";
import { countOf } from "../terminal/format-number.js";
import { printJson } from "../text/visible.js";
import { describeSpan, labelOf } from "./describe.js";
import { isWanted } from "./fail-on.js";
import type { ErrorCount, Finding, Occurrence, Report } from "./report.js";

/** The kinds of findings of a scan, in the words of `--fail-on`. */
export const KINDS = {
  executed: "A request failed that may have been executed",
  unknown: "A code is not in the catalog",
  drift: "A text of a known code is not in the catalog",
  invalid: "A response is not the API's",
  error: "A request failed",
} as const;

/** A kind of what a scan finds. */
type Kind = keyof typeof KINDS;

/** One thing that someone has to look at, as annotations show it. */
export interface Issue {
  readonly kind: Kind;
  /** Whether `--fail-on` names it. */
  readonly isFailure: boolean;
  readonly message: string;
  readonly place: Place;
  readonly count: number;
}

/**
 * Returns what someone has to look at. Known errors are only among it where `--fail-on` says so.
 */
export function issuesOf(report: Report, failOn: readonly string[]): readonly Issue[] {
  const { mayHaveBeenExecuted, unknown, drift, invalid, errors } = report;
  const issues = [
    ...mayHaveBeenExecuted.requests.map(toExecuted),
    ...unknown.map((finding) => toIssue("unknown", "Unknown code", finding)),
    ...drift.map((finding) => toIssue("drift", "Unknown text of", finding)),
    ...invalid.map((finding) => toIssue("invalid", "Not a response of the API:", finding)),
  ].map((issue) => ({ ...issue, isFailure: failOn.includes(issue.kind) }));
  const named = errors.filter(({ name }) => isWanted(name, failOn));
  return [
    ...issues,
    ...named.map((error): Issue => {
      const { place, count } = error;
      const message = `${idsOf(error).join(" ")}: ${timesOf(error)}`;
      return { kind: "error", isFailure: true, message, place, count };
    }),
  ];
}

function toExecuted(request: Occurrence): Issue {
  const { place, method, path, item } = request;
  const sent = [method, path].filter((part) => part !== null).join(" ") || "A request";
  const which = item === null ? sent : `${sent} (item ${item})`;
  const message = `${which} may have been executed: ${idsOf(request).join(" ")}`;
  return { kind: "executed", isFailure: false, message, place, count: 1 };
}

function toIssue(kind: Kind, title: string, finding: Finding): Issue {
  const { count, place, texts } = finding;
  const said = texts.map(({ text }) => printJson(text)).join("; ");
  const message = `${title} ${labelOf(finding)}: ${timesOf(finding)}${said === "" ? "" : `: ${said}`}`;
  return { kind, isFailure: false, message, place, count };
}

/** How often something came, and when, if that is known. */
function timesOf(counted: Pick<ErrorCount, "count" | "first" | "last">): string {
  return `${countOf(counted.count, "time")}, ${describeSpan(counted)}`.replace(/, $/, "");
}
