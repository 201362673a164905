import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { row, table } from "./table.js";

type Times = readonly (readonly [name: string, ns: number])[];

/** Message and description of an error that is identified, against libraries that format messages. */
export function words(): string {
  const times = timesOf("words");
  const [, ours] = times[0] as Times[number];
  return [
    "Nanoseconds for message and description of one identified error, in zh-Hans: all documented errors in a mix, every tenth one with params. Formats are compiled before; all sides give the same texts.\n",
    table(
      ["", "ns", "of ours"],
      times.map(([name, ns]) => row(name, ns.toFixed(0), `${(ns / ours).toFixed(2)} x`)),
    ),
  ].join("\n");
}

/** From a response's text to message and description, against stacks of libraries. */
export function pipeline(): string {
  const [[, parse], ...sides] = timesOf("pipeline") as [Times[number], ...Times];
  const [, ours] = sides[0] as Times[number];
  const best = Math.min(
    ...sides
      .filter(([name]) => !isByHand(name))
      .slice(1)
      .map(([, ns]) => ns),
  );
  return [
    `Nanoseconds from the text of one response to message and description in zh-Hans, and the share of \`JSON.parse\` in them (${parse.toFixed(0)} ns).\n`,
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
    "\nEach stack checks the code, looks the error up, takes the params by a regular expression and formats; an unknown code gets the server's text. All give the same texts as ours, but for code `0001`: none tells its two errors apart, and each says the same of both. Nor do they see a text that has drifted.\n",
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
