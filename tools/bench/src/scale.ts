import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { measureWatch } from "./measure-watch.js";
import { writeSections } from "./results.js";
import { row, table } from "./table.js";

const SIZES = [
  [118, 1],
  [1_300, 1],
  [10_000, 1],
  [100_000, 1],
  [10_000, 30],
] as const;

type Results = ReadonlyMap<string, number | null>;

/** Runs a script of this folder in a separate process. */
function run(script: string, ...args: readonly number[]): Results {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const output = execFileSync(process.execPath, [file, ...args.map(String)], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Map(JSON.parse(output) as [string, number | null][]);
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
const MEMORY = "peak of the command generate, MB";
const isSize = (name: string) => name === MEMORY || name.endsWith("MiB");

function cell(name: string, value: number | null | undefined, texts: number): string {
  if (value === undefined || value === null) return "-";
  if (isSize(name)) return value.toFixed(0);
  return `${value.toFixed(value < 10 ? 1 : 0)} (${((value * 1000) / texts).toFixed(1)})`;
}

/** Prints what each part of generating takes at each size of the catalog. */
function printGenerating(results: readonly Results[]): string {
  const names = [...(results[0]?.keys() ?? [])];
  const sumOf = (prefix: string): string[] =>
    results.map((result, at) => {
      const parts = names.filter((name) => name.startsWith(prefix));
      const total = parts.reduce((sum, name) => sum + (result.get(name) ?? 0), 0);
      return cell(prefix, total, textsOf(at));
    });
  const textsOf = (at: number) => (SIZES[at]?.[0] ?? 0) * (SIZES[at]?.[1] ?? 0);
  const largest = results[SIZES.findIndex(([entries]) => entries === 100_000)] ?? new Map();
  const emitting = names
    .filter((name) => name.startsWith("emit "))
    .reduce((sum, name) => sum + (largest.get(name) ?? 0), 0);
  return [
    "Milliseconds of processor time, and in parentheses microseconds for each entry and locale: where these do not grow, the time is linear. A synthetic catalog in files of 250 entries; one process for each size. The type generators run again only if a schema changes: of the entries, only their names and codes are in one, the OpenAPI document.\n",
    table(
      ["", ...SIZES.map(([entries, locales]) => `${entries.toLocaleString("en")} x ${locales}`)],
      [
        row("**all rules**", ...sumOf("rule ")),
        row("**all emitters**", ...sumOf("emit ")),
        ...names.map((name) =>
          row(name, ...results.map((result, at) => cell(name, result.get(name), textsOf(at)))),
        ),
      ],
    ),
    table(
      ["mark", "must", "aim", "measured"],
      [
        row("load 100,000 entries", "15 s", "5 s", seconds(largest.get("load") ?? Number.NaN)),
        row("emit 100,000 entries", "8 s", "3 s", seconds(emitting)),
        row(
          "memory for 100,000 entries",
          "1,500 MB",
          "1,000 MB",
          `${(largest.get(MEMORY) ?? Number.NaN).toFixed(0)} MB`,
        ),
      ],
    ),
  ].join("\n");
}

/** Prints what the generated code costs its users. */
function printUsing(sizes: readonly number[], results: readonly Results[]): string {
  const names = [...(results[0]?.keys() ?? [])];
  const print = (value: number | null | undefined) => (value == null ? "-" : value.toFixed(1));
  return [
    "A program that narrows an error by its name, reads a response and handles one error with `matchError`. The figures are the compilers' own. A dash: it fails, or was not tried.\n",
    table(
      ["", ...sizes.map((size) => `${size.toLocaleString("en")} entries`)],
      names.map((name) => row(name, ...results.map((result) => print(result.get(name))))),
    ),
  ].join("\n");
}

async function measureWatching(): Promise<string> {
  const { median, least } = await measureWatch();
  return [
    "Milliseconds from the save of one entry of this repository's catalog to the last file written, by the clock; the median of 20 saves.\n",
    table(
      ["mark", "must", "aim", "measured", "least"],
      [
        row(
          "one-entry edit in watch mode",
          "100 ms",
          "60 ms",
          `${median.toFixed(0)} ms`,
          `${least.toFixed(0)} ms`,
        ),
      ],
    ),
  ].join("\n");
}

const sizes = SIZES.filter(([, locales]) => locales === 1).map(([entries]) => entries);
const compiled = sizes.map((size) => run("compile-at.js", size));
writeSections([
  ["Generating large catalogs", printGenerating(SIZES.map((size) => run("scale-at.js", ...size)))],
  ["Using large catalogs", printUsing(sizes, compiled)],
  ["Watching", await measureWatching()],
]);
