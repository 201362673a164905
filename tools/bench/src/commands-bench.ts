import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import catalog from "@hashkey-errors/schemas/catalog.json" with { type: "json" };
import { writeSections } from "./results.js";
import { timingOf } from "./spread.js";
import { row, table } from "./table.js";
import { runProgram, type Usage } from "./usage.js";

// Measures what people wait for: `explain`, the error reference, and the README's two commands in a
// fresh clone of the last commit.

const KB = 1024;
const folder = mkdtempSync(join(tmpdir(), "commands-"));
const require = createRequire(import.meta.url);
const folderOf = (name: string) => dirname(require.resolve(`${name}/package.json`));

function run(command: readonly string[], runs?: number): Usage {
  const usage = runProgram(command, runs);
  if (usage === undefined) throw new Error(`${command.join(" ")} failed`);
  return usage;
}

/** Measures `explain` beside the least that Node can do, in turns. */
function measureExplain(): string {
  const explain = join(folderOf("hashkey-errors"), "bin/hashkey-errors.js");
  const line = '{"code":"-1141","msg":"Duplicate order"}';
  const ratios = Array.from({ length: 9 }, () => {
    const bare = run([process.execPath, "-e", "0"], 10);
    const ours = run([process.execPath, explain, "explain", line], 10);
    return ours.seconds / bare.seconds;
  });
  const { median } = timingOf(ratios);
  return row("CPU of `explain`, of `node -e 0`", "1.7 x", "1.4 x", `${median.toFixed(2)} x`);
}

/** Measures the error reference: how long it takes to draw it, and what a browser loads of it. */
function measureReference(): readonly string[] {
  const site = join(folder, "site");
  const codegen = join(folderOf("@hashkey-errors/codegen"), "bin/codegen.js");
  const schemas = folderOf("@hashkey-errors/schemas");
  const { seconds } = run([process.execPath, codegen, "site", "--catalog", schemas, "--out", site]);
  const sizeOf = (...files: readonly string[]) =>
    files
      .map((file) => gzipSync(readFileSync(join(site, file)), { level: 9 }).length)
      .reduce((sum, size) => sum + size, 0);
  const pages = catalog.entries
    .filter(({ kind }) => kind === "error")
    .map(({ name }) => sizeOf(join(name, "index.html"), "assets/style-en.css"));
  const list = sizeOf("index.html", "assets/site.js", "assets/texts-en.js");
  const kilobytes = (bytes: number) => `${(bytes / KB).toFixed(1)} KB`;
  return [
    row("largest page, gzip, with its styles", "4 KB", "2 KB", kilobytes(Math.max(...pages))),
    row("list, search and recognition, gzip", "25 KB", "18 KB", kilobytes(list)),
    row("CPU to draw the error reference", "5 s", "2 s", `${seconds.toFixed(1)} s`),
  ];
}

/**
 * Measures the README's two commands by the clock. They do not see that they run within a script of
 * this checkout: pnpm would not install, and the shell would find the checkout's programs.
 */
function measureClone(): readonly string[] {
  const clone = join(folder, "clone");
  run(["git", "clone", "--quiet", join(import.meta.dirname, "../../.."), clone]);
  const isOfScript = ([name]: readonly [string, unknown]) => /^p?npm_|^NODE_PATH$/i.test(name);
  const env = Object.fromEntries(Object.entries(process.env).filter((entry) => !isOfScript(entry)));
  const path = (env.PATH ?? "").split(delimiter).filter((each) => !each.endsWith(".bin"));
  const readme = readFileSync(join(clone, "README.md"), "utf8");
  const [generate, test] = [...readme.matchAll(/^npx .*$/gm)].map(([command]) => {
    const started = performance.now();
    const { status, stdout, stderr } = spawnSync(command, {
      cwd: clone,
      encoding: "utf8",
      env: { ...env, PATH: path.join(delimiter) },
      maxBuffer: 1e9,
      shell: true,
    });
    if (status !== 0) throw new Error(`${command} failed:\n${stdout}${stderr}`);
    return `${((performance.now() - started) / 1000).toFixed(0)} s`;
  });
  if (generate === undefined || test === undefined) throw new Error("not two commands");
  return [
    row("`generate` in a fresh clone", "20 s", "15 s", generate),
    row("`test` after it", "60 s", "45 s", test),
  ];
}

try {
  const rows = [measureExplain(), ...measureReference(), ...measureClone()];
  const text = [
    "Processor time of `explain` and of drawing the error reference, start included; of `explain` the median of 9 times 10 runs in turns. The README's two commands take as long as the clock says, with the libraries in pnpm's store and nothing in the cache: they are what the machine makes of them.\n",
    table(["mark", "must", "aim", "measured"], rows),
  ].join("\n");
  writeSections([["What people wait for", text]]);
  console.log(text);
} finally {
  rmSync(folder, { recursive: true });
}
