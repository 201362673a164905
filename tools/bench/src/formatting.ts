import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describeSpread, type Timing } from "./spread.js";
import { row, table } from "./table.js";

interface Times {
  readonly times: readonly (readonly [name: string, ns: number])[];
  /** The distance between the rounds, in words. */
  readonly spread: string;
}
type Time = Times["times"][number];

/** Localizes an identified error, ours against libraries that format messages. */
export function measureFormatting(): string {
  const { times, spread } = timesOf("words");
  const [, ours] = times[0] as Time;
  const byHand = times.find(([name]) => isByHand(name))?.[1] ?? Number.NaN;
  return [
    "Nanoseconds for message and description of one identified error, in zh-Hans: all documented errors in a mix, every tenth one with params. Formats are compiled in advance, and all contenders render the same texts. Ours also returns the title, the sentence of the outcome and the languages, and shows invisible characters of values; none of the others is asked to.\n",
    table(
      ["", "ns", "of ours"],
      times.map(([name, ns]) => row(name, ns.toFixed(0), `${(ns / ours).toFixed(2)} x`)),
    ),
    table(
      ["mark", "must", "aim", "measured"],
      [row("localize against a version by hand", "1.1 x", "1.0 x", ratio(ours, byHand))],
    ),
    spread,
  ].join("\n");
}

/** Goes from a response's text to message and description, ours against stacks of libraries. */
export function measurePipeline(): string {
  const { times, spread } = timesOf("pipeline");
  const [[, parse], ...sides] = times as readonly [Time, ...Time[]];
  const [, ours] = sides[0] as Time;
  const byHand = sides.find(([name]) => isByHand(name))?.[1] ?? Number.NaN;
  const best = Math.min(
    ...sides
      .filter(([name]) => !isByHand(name))
      .slice(1)
      .map(([, ns]) => ns),
  );
  return [
    `Nanoseconds from the text of one response to message and description in zh-Hans, and the share that \`JSON.parse\` takes (${parse.toFixed(0)} ns).\n`,
    table(
      ["", "ns", "of ours", "`JSON.parse`"],
      sides.map(([name, ns]) =>
        row(
          name,
          ns.toFixed(0),
          `${(ns / ours).toFixed(2)} x`,
          `${((parse / ns) * 100).toFixed(0)} %`,
        ),
      ),
    ),
    "Each stack checks the code, looks up the error, reads the params with a regular expression and formats; for an unknown code it returns the server's text. All render the same texts as ours, except for code `0001`, whose two errors none of them can tell apart. None of them notices a text that has drifted. The version by hand checks no shape: a body of `null` makes it throw.\n",
    table(
      ["mark", "must", "aim", "measured"],
      [
        row(
          "whole pipeline against the best stack of libraries",
          "1.7 x",
          "2.5 x",
          ratio(best, ours),
        ),
        row("whole pipeline against a version by hand", "1.1 x", "1.0 x", ratio(ours, byHand)),
      ],
    ),
    spread,
  ].join("\n");
}

const isByHand = (name: string) => name.startsWith("by hand");

const ratio = (one: number, other: number) => `${(one / other).toFixed(2)} x`;

function timesOf(section: "words" | "pipeline"): Times {
  const script = fileURLToPath(new URL("formatting-at.js", import.meta.url));
  const output = execFileSync(process.execPath, [script, section], {
    encoding: "utf8",
    // As libraries are meant to be run: some check more otherwise.
    env: { ...process.env, NODE_ENV: "production" },
  });
  const timings = JSON.parse(output) as [name: string, Timing][];
  return {
    times: timings.map(([name, { median }]) => [name, median]),
    spread: describeSpread(timings.map(([, { spread }]) => spread)),
  };
}
