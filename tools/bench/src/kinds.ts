import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describeSpread, type Timing } from "./spread.js";
import { row, table } from "./table.js";

type Kind = readonly [kind: string, parse: Timing, ours: Timing, floor: Timing];

/** Measures `parseResponse` on each kind of body, by itself and among the others. */
export function measureKinds(): string {
  const together = kindsOf();
  const alone = together.flatMap(([kind]) => kindsOf(kind));
  const rows = together.map((kind, index) => printRow(kind, alone[index] as Kind));
  const spreads = [...together, ...alone].flatMap(([, ...timings]) =>
    timings.map(({ spread }) => spread),
  );
  return [
    "`parseResponse` on each kind of body, in nanoseconds and as a share of `JSON.parse` of the same body (must: 30 %, aim: 22 %): in a process that reads this kind alone, and in one that reads all of them, where engines optimize less. The floor is one lookup, one comparison with a text and one result object, without any check: no reader does less. A short body leaves little of `JSON.parse` to be a share of.\n",
    table(["", "`JSON.parse`", "alone", "floor", "among all", "floor"], rows),
    describeSpread(spreads),
  ].join("\n");
}

function printRow([, parse, ours, floor]: Kind, [kind, ...alone]: Kind): string {
  const share = (one: Timing, whole: Timing) =>
    `${one.median.toFixed(0)} (${((one.median / whole.median) * 100).toFixed(0)} %)`;
  return row(
    kind,
    alone[0].median.toFixed(0),
    share(alone[1], alone[0]),
    share(alone[2], alone[0]),
    share(ours, parse),
    share(floor, parse),
  );
}

function kindsOf(...kind: readonly string[]): readonly Kind[] {
  const script = fileURLToPath(new URL("kinds-at.js", import.meta.url));
  return JSON.parse(execFileSync(process.execPath, [script, ...kind], { encoding: "utf8" }));
}
