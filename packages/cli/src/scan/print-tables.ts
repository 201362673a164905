import type { Place } from "../capture/files/read-capture.js";
import { idsOf } from "../catalog/ids-of.js";
import { countOf, formatCount } from "../terminal/format-number.js";
import { printCsv, printMarkdownTable } from "../terminal/table.js";
import { visible } from "../text/visible.js";
import { describePlace, labelOf } from "./describe.js";
import type { Finding, Report } from "./report.js";

type Row = readonly (string | number | null)[];

/** Prints a report as one table for spreadsheets and programs; `kind` says what a row is about. */
export function printCsvReport(report: Report): readonly string[] {
  const head = [
    ...["kind", "name", "code", "status", "outcome", "count", "first", "last"],
    ...["file", "line", "entry", "item", "method", "path", "text"],
  ];
  const { errors, mayHaveBeenExecuted, unknown, drift, invalid, periods = [] } = report;
  const rows: Row[] = [
    ...errors.map(({ name, code, outcome, count, first, last, place }) => [
      ...["error", name, code, null, outcome, count, first, last],
      ...placeCells(place),
    ]),
    ...mayHaveBeenExecuted.requests.map((request) => [
      ...["executed", request.name, request.code, request.status, request.outcome, 1],
      ...[request.time, request.time],
      ...placeCells(request.place),
      ...[request.item, request.method, request.path],
    ]),
    ...unknown.flatMap((finding) => findingRows("unknown", finding)),
    ...drift.flatMap((finding) => findingRows("drift", finding)),
    ...invalid.flatMap((finding) => findingRows("invalid", finding)),
    ...periods.flatMap(({ time, counts }) =>
      Object.entries(counts).map(([name, count]) => [
        "period",
        name,
        null,
        null,
        null,
        count,
        time,
      ]),
    ),
  ];
  const cells = rows.map((row) => head.map((_, index) => String(row[index] ?? "")));
  return printCsv(head, cells);
}

function findingRows(kind: string, finding: Finding): readonly Row[] {
  const { name, code, status, first, last, count, place, texts } = finding;
  const each = texts.length === 0 ? [{ text: null, count, place }] : texts;
  return each.map((text) => [
    ...[kind, name, code, status, null, text.count, first, last],
    ...placeCells(text.place),
    ...[null, null, null, text.text],
  ]);
}

function placeCells({ file, line, entry }: Place): Row {
  return [visible(file), line, entry ?? null];
}

/** Prints a report for a review or a summary of a job. */
export function printMarkdown(report: Report): readonly string[] {
  const { read, errors, mayHaveBeenExecuted, unknown, drift, invalid, periods = [] } = report;
  const { count, requests } = mayHaveBeenExecuted;
  const none = `no request${report.problems.length === 0 ? "" : " in what was read"}`;
  const failed = formatCount(read.responses - read.successes);
  return [
    `${countOf(read.responses, "response")}: ${countOf(read.successes, "success", "successes")}, ${failed} with errors`,
    ...section(
      `May have been executed: ${count === 0 ? none : countOf(count, "request")}`,
      ["where", "time", "request", "error"],
      requests.map(({ place, time, method, path, item, ...error }) => [
        describePlace(place),
        time,
        [method, path, item === null ? null : `item ${item}`].filter(Boolean).join(" "),
        idsOf(error).join(" "),
      ]),
    ),
    ...section(
      "Errors",
      ["count", "code", "name", "outcome", "first", "last", "where"],
      errors.map((error) => [
        ...[error.count, error.code, error.name, error.outcome, error.first, error.last],
        describePlace(error.place),
      ]),
    ),
    ...findingSection("Unknown codes", unknown),
    ...findingSection("Texts that the catalog does not list", drift),
    ...findingSection("Responses that are not the API's", invalid),
    ...section(
      "Periods",
      ["from", "name", "count"],
      periods.flatMap(({ time, counts }) =>
        Object.entries(counts).map(([name, each]) => [time ?? "no time", name, each]),
      ),
    ),
    ...section(
      "Not read",
      ["file", "why"],
      report.problems.map(({ file, message }) => [visible(file), message]),
    ),
  ];
}

function section(title: string, head: readonly string[], rows: readonly Row[]): readonly string[] {
  if (rows.length === 0 && !title.includes(":")) return [];
  const cells = rows.map((row) => row.map((cell) => String(cell ?? "")));
  return [
    "",
    `### ${title}`,
    ...(rows.length === 0 ? [] : ["", ...printMarkdownTable(head, cells)]),
  ];
}

function findingSection(title: string, findings: readonly Finding[]): readonly string[] {
  const rows = findings.map((finding) => [
    finding.count,
    labelOf(finding),
    finding.texts.map(({ text }) => text).join(" / "),
    finding.first,
    finding.last,
    describePlace(finding.place),
  ]);
  return section(title, ["count", "what", "texts", "first", "last", "where"], rows);
}
