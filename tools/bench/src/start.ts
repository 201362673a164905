import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { byEsbuild } from "./size.js";
import { describeSpread, timingOf } from "./spread.js";
import { row, table } from "./table.js";

const EMPTY = "an empty module";
const INSTALLED = "ours, as installed: import and first `parseResponse`";

/** Imports and first calls; each is bundled into one module, as in a deployment. */
const STARTS: readonly [name: string, code: string][] = [
  [EMPTY, "export default 0;"],
  [
    "ours, bundled: import and first `parseResponse`",
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
  const write = (name: string, code: string) => {
    const file = join(folder, `${files.size}.mjs`);
    writeFileSync(file, code);
    files.set(name, pathToFileURL(file).href);
  };
  write(
    INSTALLED,
    `import { parseResponse } from ${JSON.stringify(import.meta.resolve("@hashkey-errors/validator"))}; export default parseResponse({ code: "0211", msg: "Order not found" });`,
  );
  for (const [name, code] of STARTS) write(name, await byEsbuild(code));
  const times = new Map<string, number[]>();
  const heaps = new Map<string, number[]>();
  for (let round = 0; round < 21; round++) {
    for (const [name, file] of files) {
      const script = `gc(); const heap = process.memoryUsage().heapUsed; const started = process.cpuUsage(); await import(${JSON.stringify(file)}); const { user, system } = process.cpuUsage(started); const time = (user + system) / 1000; gc(); console.log(time, process.memoryUsage().heapUsed - heap);`;
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
  const median = (values: readonly number[] = []) => timingOf(values).ns;
  const over = (name: string) => median(times.get(name)) - median(times.get(EMPTY));
  return [
    "Milliseconds of processor time from before the import to after the first call, and the heap that remains; the median of 21 fresh processes. All are bundled into one file, and ours is measured as it is installed, too.\n",
    table(
      ["", "ms", "KiB of heap"],
      [...files.keys()].map((name) =>
        row(name, median(times.get(name)).toFixed(2), (median(heaps.get(name)) / 1024).toFixed(0)),
      ),
    ),
    table(
      ["mark", "must", "aim", "measured"],
      [
        row(
          "import and first call over an empty module, as installed",
          "1 ms",
          "0.5 ms",
          `${over(INSTALLED).toFixed(2)} ms`,
        ),
      ],
    ),
    describeSpread([...times.values()].map((values) => timingOf(values).spread)),
  ].join("\n");
}
