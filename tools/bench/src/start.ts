import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { byEsbuild } from "./size.js";
import { row, table } from "./table.js";

/**
 * Imports and first calls; each is bundled into one module, so that the file system plays no part.
 */
const STARTS: readonly [name: string, code: string][] = [
  ["an empty module", "export default 0;"],
  [
    "ours: import and first `parseResponse`",
    'import { parseResponse } from "@hashkey-errors/validator"; export default parseResponse({ code: "0211", msg: "Order not found" });',
  ],
  [
    "valibot: import and first parse",
    'import * as v from "valibot"; export default v.is(v.object({ code: v.picklist(["0211"]) }), { code: "0211" });',
  ],
  [
    "zod 4: import and first parse",
    'import { z } from "zod"; export default z.object({ code: z.literal(["0211"]) }).safeParse({ code: "0211" });',
  ],
  [
    "Ajv: import, compile and first call",
    'import { Ajv } from "ajv"; export default new Ajv().compile({ enum: ["0211"] })("0211");',
  ],
  [
    "arktype: import and first call",
    'import { type } from "arktype"; export default type({ code: "\'0211\'" })({ code: "0211" });',
  ],
];

/**
 * Measures the time from before the import to after the first call, in fresh processes and in
 * turns, and the heap that remains.
 */
export async function measureStart(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "start-"));
  const files = new Map<string, string>();
  for (const [index, [name, code]] of STARTS.entries()) {
    const file = join(folder, `${index}.mjs`);
    writeFileSync(file, await byEsbuild(code));
    files.set(name, pathToFileURL(file).href);
  }
  const times = new Map<string, number[]>();
  const heaps = new Map<string, number[]>();
  for (let round = 0; round < 21; round++) {
    for (const [name, file] of files) {
      const script = `gc(); const heap = process.memoryUsage().heapUsed; const started = performance.now(); await import(${JSON.stringify(file)}); const time = performance.now() - started; gc(); console.log(time, process.memoryUsage().heapUsed - heap);`;
      const [time = 0, heap = 0] = execFileSync(
        process.execPath,
        ["--expose-gc", "--input-type=module", "-e", script],
        { encoding: "utf8" },
      )
        .split(" ")
        .map(Number);
      times.set(name, [...(times.get(name) ?? []), time]);
      heaps.set(name, [...(heaps.get(name) ?? []), heap]);
    }
  }
  const median = (values: number[] = []) =>
    values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
  const empty = median(times.get("an empty module"));
  return [
    "Milliseconds from before the import to after the first call, and the heap that remains; the median of 21 fresh processes.\n",
    table(
      ["", "ms", "KiB of heap"],
      STARTS.map(([name]) =>
        row(name, median(times.get(name)).toFixed(2), (median(heaps.get(name)) / 1024).toFixed(0)),
      ),
    ),
    table(
      ["mark", "must", "aim", "measured"],
      [
        row(
          "import and first call over an empty module",
          "1 ms",
          "0.5 ms",
          `${(median(times.get(STARTS[1]?.[0] ?? "")) - empty).toFixed(2)} ms`,
        ),
      ],
    ),
  ].join("\n");
}
