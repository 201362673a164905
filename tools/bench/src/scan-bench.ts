import { mkdtempSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type CaptureForm, writeCapture } from "./captures.js";
import { writeSections } from "./results.js";
import { row, table } from "./table.js";
import { runNode, runProgram, type Usage } from "./usage.js";

// Measures `scan` of the command line beside a bare JSON.parse of each line, and jq if it is there.
// It needs 2.5 GB of disk; a number behind the command is a share of the sizes, such as 0.1.

const share = Number(process.argv[2] ?? 1);
const ROUNDS = 5;
const MB = 1_000_000;

const require = createRequire(import.meta.url);
const program = join(
  dirname(require.resolve("hashkey-errors/package.json")),
  "bin/hashkey-errors.js",
);
const parseLines = fileURLToPath(new URL("parse-lines-at.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "scan-"));

/** jq counting the codes: a part of what a scan does. `undefined` where it is not installed. */
const runJq = (file: string): Usage | undefined =>
  runProgram(["jq", "-n", 'reduce inputs as $r ({}; .[$r.res.body.code // "none"] += 1)', file]);

const bare = (file: string): Usage => runNode(parseLines, file);

/** Runs in turns, and returns the median of each. */
function medians(runs: readonly (() => Usage | undefined)[]): readonly (Usage | undefined)[] {
  const measured = runs.map((): Usage[] => []);
  for (let round = 0; round < ROUNDS; round++)
    for (const [index, run] of runs.entries()) {
      const usage = run();
      if (usage !== undefined) measured[index]?.push(usage);
    }
  return measured.map((usages) => usages.toSorted((a, b) => a.seconds - b.seconds)[ROUNDS >> 1]);
}

/** A file of recorded traffic, and how many records it has. */
interface Capture {
  readonly file: string;
  readonly size: string;
  readonly records: number;
}

function makeCapture(form: CaptureForm, megabytes: number): Capture {
  const file = join(folder, `${megabytes}.${form}`);
  const records = writeCapture(file, form, megabytes * MB * share);
  return { file, records, size: `${(statSync(file).size / MB).toFixed(0)} MB ${form}` };
}

/** Scans a capture, and checks that nothing was lost: what is lost takes no time. */
function scan({ file, records }: Capture): Usage {
  const usage = runNode(program, "scan", file, "--format", "json");
  const { read, errors } = JSON.parse(usage.output);
  if (read.responses !== records || errors.length < 100)
    throw new Error(`${file}: answers were lost`);
  return usage;
}

const seconds = (usage: Usage | undefined) =>
  usage === undefined ? "-" : usage.seconds.toFixed(2);
const memory = (usage: Usage | undefined) => usage?.megabytes?.toFixed(0) ?? "-";

const times = (usage: Usage | undefined, base: Usage | undefined) =>
  usage === undefined || base === undefined ? "-" : (usage.seconds / base.seconds).toFixed(2);

/** Measures 150 MB of lines beside a bare pass over them. jq reads no lines but JSON. */
function measureLines(form: CaptureForm): readonly [rows: readonly string[], ratio: string] {
  const capture = makeCapture(form, 150);
  const runs: (() => Usage | undefined)[] = [() => bare(capture.file), () => scan(capture)];
  if (form === "ndjson") runs.push(() => runJq(capture.file));
  const [base, ours, jq] = medians(runs);
  const toRow = (name: string, usage: Usage | undefined) =>
    row(`${capture.size}: ${name}`, seconds(usage), memory(usage), times(usage, base));
  const rows = [toRow("`JSON.parse` of each line", base), toRow("scan", ours)];
  if (jq !== undefined) rows.push(toRow("jq, counting codes", jq));
  return [rows, times(ours, base)];
}

function measureLarge(form: CaptureForm, megabytes: number): readonly [row: string, usage: Usage] {
  const capture = makeCapture(form, megabytes);
  const usage = scan(capture);
  rmSync(capture.file);
  const name = `${capture.size}: scan, ${capture.records.toLocaleString("en")} answers`;
  return [row(name, seconds(usage), memory(usage), "-"), usage];
}

try {
  const [ndjson, ratio] = measureLines("ndjson");
  const [log] = measureLines("log");
  const [large, largeUsage] = measureLarge("ndjson", 2000);
  const [har, harUsage] = measureLarge("har", 500);
  const text = [
    `Processor time and peak memory (resident) of whole processes, start included; of 150 MB the median of ${ROUNDS} runs in turns. 30 % of the answers are errors, evenly mixed over all documented codes. Every other body of the HAR is base64.\n`,
    table(["", "CPU s", "MB", "x"], [...ndjson, ...log, large, har]),
    table(
      ["mark", "must", "aim", "measured"],
      [
        row("CPU of scan, of a bare `JSON.parse` of each line", "3 x", "2.2 x", `${ratio} x`),
        row("memory for 2 GB of NDJSON", "150 MB", "100 MB", `${memory(largeUsage)} MB`),
        row("memory for a HAR of 500 MB", "150 MB", "-", `${memory(harUsage)} MB`),
      ],
    ),
  ].join("\n");
  if (share === 1) writeSections([["Scanning recorded traffic", text]]);
  console.log(text);
} finally {
  rmSync(folder, { recursive: true });
}
