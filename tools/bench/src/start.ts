import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { row, table } from "./table.js";

const require = createRequire(import.meta.url);
const moduleOf = (name: string) => JSON.stringify(pathToFileURL(require.resolve(name)).href);
const validator = JSON.stringify(import.meta.resolve("@hashkey-errors/validator"));

const STARTS: readonly [name: string, code: string][] = [
  ["an empty module", ""],
  [
    "ours: import and first `parseResponse`",
    `const { parseResponse } = await import(${validator}); parseResponse({ code: "0211", msg: "Order not found" });`,
  ],
  [
    "zod 4: import and first parse",
    `const { z } = await import(${moduleOf("zod")}); z.object({ code: z.literal(["0211"]) }).safeParse({ code: "0211" });`,
  ],
  [
    "valibot: import and first parse",
    `const v = await import(${moduleOf("valibot")}); v.is(v.object({ code: v.picklist(["0211"]) }), { code: "0211" });`,
  ],
  [
    "Ajv: import, compile and first call",
    `const { Ajv } = (await import(${moduleOf("ajv")})).default; new Ajv().compile({ enum: ["0211"] })("0211");`,
  ],
  [
    "arktype: import and first call",
    `const { type } = await import(${moduleOf("arktype")}); type({ code: "'0211'" })({ code: "0211" });`,
  ],
];

/** The time from before the import to after the first call, in a fresh process each, in turns; and the heap that it leaves. */
export function start(): string {
  const times = new Map<string, number[]>();
  const heaps = new Map<string, number[]>();
  for (let round = 0; round < 21; round++) {
    for (const [name, code] of STARTS) {
      const script = `gc(); const heap = process.memoryUsage().heapUsed; const started = performance.now(); ${code} const time = performance.now() - started; gc(); console.log(time, process.memoryUsage().heapUsed - heap);`;
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
    "Milliseconds from before the import to after the first call, and what it leaves on the heap; the median of 21 fresh processes.\n",
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
