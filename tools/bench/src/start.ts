import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { byEsbuild } from "./size.js";
import { describeSpread, timingOf } from "./spread.js";
import { row, table } from "./table.js";

const EMPTY = "an empty module";
const BUNDLED = "ours, bundled: import and first `parseResponse`";
const EMPTY_PACKAGE = "an empty package";
const UNUSED = "a package of as many bytes in one file, none of which runs";
const INSTALLED = "ours, as installed: import and first `parseResponse`";

const firstCall = (module: string) =>
  `import { parseResponse } from "${module}"; export default parseResponse({ code: "0211", msg: "Order not found" });`;

/** Imports and first calls; each is bundled into one module, as in a deployment. */
const STARTS: readonly [name: string, code: string][] = [
  [EMPTY, "export default 0;"],
  [BUNDLED, firstCall("@hashkey-errors/validator")],
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

/** The number of processes: with 21, the median differs by half a millisecond between runs. */
const ROUNDS = 41;

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
  installPackages(folder);
  write(EMPTY_PACKAGE, firstCall("empty"));
  write(UNUSED, firstCall("unused"));
  write(INSTALLED, firstCall("@hashkey-errors/validator"));
  for (const [name, code] of STARTS) write(name, await byEsbuild(code));
  const times = new Map<string, number[]>();
  const heaps = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round++) {
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
  rmSync(folder, { recursive: true });
  const median = (values: readonly number[] = []) => timingOf(values).median;
  const over = (name: string, base: string) =>
    `${(median(times.get(name)) - median(times.get(base))).toFixed(2)} ms`;
  return [
    `Milliseconds of processor time from before the import to after the first call, and the heap that remains; the median of ${ROUNDS} fresh processes. The peers are bundled into one file and know a single code. Ours knows the whole catalog, and is measured in one file and as it is installed. As installed it is compared with an empty package, since an import by name reads a \`package.json\`, whatever the package holds.\n`,
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
          "import and first call over an empty module, bundled",
          "1 ms",
          "0.5 ms",
          over(BUNDLED, EMPTY),
        ),
        row(
          "import and first call over an empty package, as installed",
          "1 ms",
          "0.5 ms",
          over(INSTALLED, EMPTY_PACKAGE),
        ),
      ],
    ),
    describeSpread([...times.values()].map((values) => timingOf(values).spread)),
  ].join("\n");
}

/** Installs the validator and the packages that it is compared with. */
function installPackages(folder: string): void {
  const root = dirname(
    createRequire(import.meta.url).resolve("@hashkey-errors/validator/package.json"),
  );
  const installed = join(folder, "node_modules/@hashkey-errors/validator");
  cpSync(join(root, "dist"), join(installed, "dist"), { recursive: true });
  cpSync(join(root, "package.json"), join(installed, "package.json"));
  const empty = "export function parseResponse() {}\n";
  const code = ["shared.js", "index.js"]
    .map((file) => readFileSync(join(root, "dist", file), "utf8"))
    .join("\n")
    .replaceAll(/^(import|export) .*$/gm, "");
  const packages = { empty, unused: `${empty}function unused() {\n${code}\n}\n` };
  for (const [name, module] of Object.entries(packages)) {
    const target = join(folder, "node_modules", name);
    mkdirSync(target);
    writeFileSync(join(target, "index.js"), module);
    writeFileSync(
      join(target, "package.json"),
      JSON.stringify({ name, type: "module", exports: { ".": { default: "./index.js" } } }),
    );
  }
}
