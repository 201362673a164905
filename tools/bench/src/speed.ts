import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { BASE_SIZE, printSpeed, SPEED_SIZES, type SpeedResults } from "./print-speed.js";
import { describeSpread, type Timing } from "./spread.js";

/** Validates and identifies one parsed body, at each size of the catalog. */
export function measureSpeed(): string {
  const script = fileURLToPath(new URL("speed-at.js", import.meta.url));
  const spreads: number[] = [];
  const results: SpeedResults = new Map(
    [...SPEED_SIZES, BASE_SIZE].map((size) => {
      const output = execFileSync(process.execPath, [script, String(size)], { encoding: "utf8" });
      const timings = JSON.parse(output) as [string, Timing][];
      spreads.push(...timings.map(([, { spread }]) => spread));
      return [size, new Map(timings.map(([name, { median }]) => [name, median]))];
    }),
  );
  return `${printSpeed(results)}\n${describeSpread(spreads)}`;
}
