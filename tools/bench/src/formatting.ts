import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { row, table } from "./table.js";

type Times = readonly (readonly [name: string, ns: number])[];

/** Localizes an identified error, ours against libraries that format messages. */
export function measureFormatting(): string {
  const times = timesOf("words");
  const [, ours] = times[0] as Times[number];
  return [
    "Nanoseconds for message and description of one identified error, in zh-Hans: all documented errors in a mix, every tenth one with params. Formats are compiled in advance, and all contenders render the same texts.\n",
    table(
      ["", "ns", "of ours"],
      times.map(([name, ns]) => row(name, ns.toFixed(0), `${(ns / ours).toFixed(2)} x`)),
    ),
  ].join("\n");
}

/** Goes from a response's text to message and description, ours against stacks of libraries. */
export function measurePipeline(): string {
  const [[, parse], ...sides] = timesOf("pipeline") as [Times[number], ...Times];
  const [, ours] = sides[0] as Times[number];
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
    "Each stack checks the code, looks up the error, reads the params with a regular expression and formats; for an unknown code it returns the server's text. All render the same texts as ours, except for code `0001`, whose two errors none of them can tell apart. None of them notices a text that has drifted.\n",
    table(
      ["mark", "must", "aim", "measured"],
      [
        row(
          "whole pipeline against the best stack of libraries",
          "1.7 x",
          "2.5 x",
          `${(best / ours).toFixed(1)} x`,
        ),
      ],
    ),
  ].join("\n");
}

const isByHand = (name: string) => name.startsWith("by hand");

function timesOf(section: "words" | "pipeline"): Times {
  const script = fileURLToPath(new URL("formatting-at.js", import.meta.url));
  const output = execFileSync(process.execPath, [script, section], {
    encoding: "utf8",
    // As libraries are meant to be run: some check more otherwise.
    env: { ...process.env, NODE_ENV: "production" },
  });
  return JSON.parse(output) as Times;
}
