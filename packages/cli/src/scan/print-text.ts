import pc from "picocolors";
import { entryNamed } from "../catalog/lookup.js";
import { toFailure } from "../catalog/to-failure.js";
import { localize, type MessageBundle } from "../generated/messages.js";
import type { Failure } from "../generated/types.js";
import { countOf, formatCount } from "../terminal/format-number.js";
import { printTable } from "../terminal/table.js";
import { printJson } from "../text/visible.js";
import { describePlace, describeRequest, describeSpan, labelOf } from "./describe.js";
import type { ErrorCount, Finding, Report } from "./report.js";

/** Returns the lines of a report for a person. */
export function printText(
  report: Report,
  messages: readonly MessageBundle[],
  columns: number,
): readonly string[] {
  return [
    ...printRead(report),
    ...printUncertain(report),
    ...printErrors(report, messages, columns),
    ...printFindings("Unknown codes", report.unknown),
    ...printFindings("Texts that the catalog does not list", report.drift),
    ...printFindings("Responses that are not the API's", report.invalid),
    ...printPeriods(report, columns),
  ];
}

/** What a browser records beside the responses of an API, or another `--url`. */
const OTHERS = "(pages, images or other addresses)";

function printRead({ files, read }: Report): readonly string[] {
  const { responses, successes, batches, batchItems, withoutBody, notJson } = read;
  const others: readonly (readonly [count: number, noun: string, plural?: string])[] = [
    [withoutBody, "record without a body", "records without a body"],
    [notJson, "line that is not JSON", "lines that are not JSON"],
    [read.otherResponses, `other response ${OTHERS}`, `other responses ${OTHERS}`],
    [read.tooLong, "record that is too long", "records that are too long"],
    [
      read.leftOut,
      "response from another time or without a time",
      "responses from another time or without a time",
    ],
  ];
  const passed = others.filter(([count]) => count > 0).map((each) => countOf(...each));
  const inBatches =
    batches === 0
      ? ""
      : `; ${countOf(batches, "batch", "batches")} of ${countOf(batchItems, "item")}`;
  const counted = `${countOf(responses, "response")} in ${countOf(files.length, "file")}`;
  return [
    `${counted}: ${countOf(successes, "success", "successes")}, ${formatCount(responses - successes)} with errors${inBatches}`,
    ...(passed.length === 0 ? [] : [pc.dim(`Not counted: ${passed.join(", ")}`)]),
  ];
}

function printUncertain({ mayHaveBeenExecuted, problems }: Report): readonly string[] {
  const { count, reads, requests } = mayHaveBeenExecuted;
  const left = count - requests.length;
  const readsNote =
    reads === 0
      ? []
      : [
          pc.dim(
            `  Not counted: ${countOf(reads, "read")} with such an outcome, since reads change nothing.`,
          ),
        ];
  if (count === 0) {
    const none = "May have been executed: no request";
    // A file that was not read may have any.
    const line = problems.length === 0 ? pc.green(none) : pc.yellow(`${none} in what was read`);
    return ["", pc.bold(line), ...readsNote];
  }
  return [
    "",
    pc.bold(pc.yellow(`May have been executed: ${countOf(count, "request")}`)),
    ...requests.map((each) => `  ${describeRequest(each)}`),
    ...(left > 0 ? [`  and ${formatCount(left)} more (--requests ${count} lists all)`] : []),
    ...readsNote,
    "  Find out what became of each before you send it again.",
  ];
}

function printErrors(
  { errors }: Report,
  messages: readonly MessageBundle[],
  columns: number,
): readonly string[] {
  if (errors.length === 0) return [];
  const counts = errors.map(({ count }) => formatCount(count));
  const width = Math.max(5, ...counts.map(({ length }) => length));
  const rows = errors.map((error, index) => [
    (counts[index] ?? "").padStart(width),
    error.code ?? "",
    error.name,
    error.outcome,
    titleOf(error, messages),
  ]);
  const head = ["count".padStart(width), "code", "name", "outcome", "meaning"];
  const [first = "", ...lines] = printTable(head, rows, columns);
  const details = errors.map(
    (error) =>
      `${" ".repeat(width + 2)}${describeSpan(error)}first at ${describePlace(error.place)}`,
  );
  return ["", first, ...lines.flatMap((line, index) => [line, pc.dim(details[index] ?? "")])];
}

function titleOf({ name, outcome, retry }: ErrorCount, messages: readonly MessageBundle[]): string {
  const entry = entryNamed(name);
  const other = { name, code: "", msg: null, candidates: [], issues: [], httpStatus: null };
  const failure = entry === undefined ? { ...other, outcome, retry } : toFailure(entry);
  // The three that are not an entry have such members.
  return localize(failure as Failure, messages).title;
}

function printFindings(title: string, findings: readonly Finding[]): readonly string[] {
  if (findings.length === 0) return [];
  const lines = findings.flatMap((finding) => {
    const { count, place, texts, candidates } = finding;
    const times = `${countOf(count, "time")}, ${describeSpan(finding)}first at ${describePlace(place)}`;
    const may = candidates.length === 0 ? [] : [`    one of ${candidates.join(", ")}`];
    return [
      `  ${pc.bold(labelOf(finding))}  ${times}`,
      ...may,
      ...texts.map(({ text, count: each }) => `    ${formatCount(each)} x ${printJson(text)}`),
    ];
  });
  return ["", pc.bold(title), ...lines];
}

function printPeriods({ periods }: Report, columns: number): readonly string[] {
  if (periods === undefined || periods.length === 0) return [];
  const rows = periods.map(({ time, counts }) => {
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const each = Object.entries(counts).map(([name, count]) => `${name} ${formatCount(count)}`);
    return [time ?? "no time", formatCount(all).padStart(5), each.join(", ")];
  });
  return ["", ...printTable(["from", "count", "errors"], rows, columns)];
}
