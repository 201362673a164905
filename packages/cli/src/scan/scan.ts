import {
  closeSync,
  existsSync,
  openSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { expandFiles } from "../capture/files/expand-files.js";
import { readCapture } from "../capture/files/read-capture.js";
import { UnreadableFile } from "../capture/files/unreadable-file.js";
import { answerAt } from "../capture/records/answer-at.js";
import { failedRequests } from "../capture/requests/failed-requests.js";
import { describeSystemError, describeUnread } from "../terminal/describe-system-error.js";
import { countOf } from "../terminal/format-number.js";
import { Progress } from "../terminal/progress.js";
import { visible } from "../text/visible.js";
import { findFailures, parseFailOn } from "./fail-on.js";
import type { PeriodLength } from "./periods.js";
import { type Format, printReport } from "./print-report.js";
import { printProposal } from "./propose.js";
import type { FileProblem, Report } from "./report.js";
import { Tally } from "./tally.js";

/** Options of a scan and of its report. */
export interface ScanOptions {
  readonly body?: string;
  readonly url?: string;
  readonly since?: number;
  readonly until?: number;
  readonly groupBy?: PeriodLength;
  readonly requests?: number;
  readonly locale?: string;
  readonly failOn?: string;
  readonly propose?: string;
  readonly format: Format;
}

/** Scans captures, prints what was found, and returns the exit code. */
export async function scan(patterns: readonly string[], options: ScanOptions): Promise<0 | 1 | 2> {
  const failOn = options.failOn === undefined ? [] : parseFailOn(options.failOn);
  if ("message" in failOn) return fail(failOn.message);
  const { propose } = options;
  if (propose !== undefined && !propose.endsWith(".md"))
    return fail("--propose writes Markdown: name a file that ends in .md");
  if (propose !== undefined && existsSync(propose))
    return fail(`${visible(propose)}: exists, and may be the evidence of entries: name a new file`);
  const report = await readAll(patterns, options);
  console.log(await printReport(report, failOn, options));
  const problems = [
    ...(propose === undefined ? [] : proposeTo(propose, report)),
    ...report.problems,
  ];
  for (const { file, message } of problems) console.error(`${visible(file)}: ${message}`);
  const failures = findFailures(report, failOn);
  if (failures.length > 0)
    console.error(`Failed on ${failures.map(([word, count]) => `${word} (${count})`).join(", ")}`);
  if (problems.length > 0) return 2;
  return failures.length > 0 ? 1 : 0;
}

function fail(message: string): 2 {
  console.error(`error: ${message}`);
  return 2;
}

/** Writes the proposal, and returns what is wrong with its file. */
function proposeTo(file: string, report: Report): readonly FileProblem[] {
  const text = printProposal(report);
  if (text === undefined) {
    console.error(`${visible(file)}: not written, nothing to propose`);
    return [];
  }
  try {
    createFile(file, text);
  } catch (error) {
    const reason = describeSystemError(error);
    if (reason === undefined) throw error;
    return [{ file, message: `cannot be written (${reason})` }];
  }
  console.error(`${visible(file)}: written; codegen import reads it`);
  return [];
}

/** Creates a file whole or not at all: what a full disk cuts off would refuse the next run. */
function createFile(file: string, text: string): void {
  const handle = openSync(file, "wx");
  try {
    writeFileSync(handle, text);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(handle);
  }
}

/** As many as a person reads, or as a program takes. */
const DEFAULT_REQUESTS: Readonly<Record<Format, number>> = {
  text: 20,
  markdown: 20,
  github: 20,
  json: 10_000,
  csv: 10_000,
  sarif: 10_000,
};

async function readAll(patterns: readonly string[], options: ScanOptions): Promise<Report> {
  const { since, until, groupBy, requests = DEFAULT_REQUESTS[options.format] } = options;
  const tally = new Tally({ since, until, groupBy, requests });
  const problems: FileProblem[] = [];
  const files = patterns.flatMap((pattern) => {
    const found = expandFiles(pattern);
    if (found.length === 0) problems.push({ file: pattern, message: "no file fits" });
    return found;
  });
  const progress = new Progress(process.stderr, sizeOf(files));
  for (const file of files) {
    const message = await readFile(file, tally, options, progress);
    if (message !== undefined) problems.push({ file, message });
  }
  progress.clear();
  return tally.toReport(files, problems);
}

/** Reads one file, and returns what is wrong with it. */
async function readFile(
  file: string,
  tally: Tally,
  { body, url }: ScanOptions,
  progress: Progress,
): Promise<string | undefined> {
  const before = tally.progress;
  try {
    const { tooLong, isCutOff } = await readCapture(file, {
      answerAt: body === undefined ? undefined : (record) => answerAt(record, body),
      url,
      failedRequests,
      onRecord: (found, place) => tally.add(found, place),
      onBytes: (count) => progress.add(count),
    });
    tally.addTooLong(tooLong);
    if (isCutOff) return "ends in the middle of a JSON document";
    if (tooLong > 0) return describeTooLong(tooLong);
  } catch (error) {
    return describeError(error);
  }
  const after = tally.progress;
  const untimed = after.untimed - before.untimed;
  if (untimed > 0)
    return `no time was found for ${countOf(untimed, "failure")}, which --since and --until leave out`;
  if (after.responses > before.responses) return undefined;
  if (after.records === before.records) return "is empty";
  const records = countOf(after.records - before.records, "record");
  if (url !== undefined && after.others > before.others)
    return `no response to an address with ${JSON.stringify(url)} (--url) was found in ${records}`;
  return body === undefined
    ? `no response was found in ${records}: --body says where it is, such as --body response.body`
    : `no response was found in ${records} at --body ${body}`;
}

function describeTooLong(count: number): string {
  const records = countOf(count, "record was", "records were");
  return `${records} too long to read: a record may have 16 MiB, and a JSON document 128 MiB (jq -c '.events[]' puts the records of a list on lines)`;
}

/** Only what the system and Node's decompressors say about a file is expected. */
function describeError(error: unknown): string {
  if (error instanceof UnreadableFile) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code?.startsWith("Z_") || code?.startsWith("ZSTD_"))
    return `cannot be decompressed to its end (${message})`;
  const reason = describeUnread(error);
  if (reason === undefined) throw error;
  return reason;
}

/** Returns the number of bytes to read; undefined where nobody knows. */
function sizeOf(files: readonly string[]): number | undefined {
  let size = 0;
  for (const file of files) {
    const stat = file === "-" ? undefined : tryStat(file);
    if (stat === undefined || !stat.isFile()) return undefined;
    size += stat.size;
  }
  return size;
}

/** A file that cannot be read is reported when it is its turn. */
function tryStat(file: string): Stats | undefined {
  try {
    return statSync(file);
  } catch {
    return undefined;
  }
}
