import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A wait that lasts longer has failed. */
const LONGEST_MS = 240_000;

/**
 * Measures `codegen watch` on a copy of this repository's catalog: milliseconds from the save of
 * one entry until it reports the files that changed. Reports the median of several saves.
 */
export async function measureWatch(
  saves = 20,
): Promise<{ readonly median: number; readonly least: number }> {
  const schemas = dirname(
    createRequire(import.meta.url).resolve("@hashkey-errors/schemas/package.json"),
  );
  const codegen = createRequire(import.meta.url).resolve("@hashkey-errors/codegen/package.json");
  const root = mkdtempSync(join(tmpdir(), "watch-"));
  const isSource = (path: string) => !/node_modules|[\\/]dist$/.test(path.slice(schemas.length));
  cpSync(schemas, join(root, "schemas"), { recursive: true, filter: isSource });
  const child = spawn(
    process.execPath,
    [join(dirname(codegen), "bin/codegen.js"), "watch", "--catalog", "schemas"],
    { cwd: root, stdio: ["ignore", "pipe", "pipe"] },
  );
  try {
    let printed = "";
    let wake = () => {};
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => {
        printed += text;
        wake();
      });
    const waitFor = async (text: string) => {
      const failing = setTimeout(() => child.kill(), LONGEST_MS);
      while (!printed.includes(text)) {
        if (child.signalCode !== null || child.exitCode !== null) {
          throw new Error(`codegen watch did not print "${text}", but: ${printed}`);
        }
        await new Promise<void>((resolve) => (wake = resolve));
      }
      clearTimeout(failing);
    };
    child.once("exit", () => wake());
    await waitFor("watching");
    const file = join(root, "schemas/catalog/order.yaml");
    const before = readFileSync(file, "utf8");
    const times: number[] = [];
    for (let save = 0; save < saves; save++) {
      printed = "";
      const started = performance.now();
      // One field of one entry, which types, validator, data and translators' files all contain.
      const retry = save % 2 === 0 ? "after-fix" : "never";
      writeFileSync(file, before.replace(/^ {4}retry: never$/m, `    retry: ${retry}`));
      await waitFor("files changed");
      times.push(performance.now() - started);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    times.sort((a, b) => a - b);
    return { median: times[saves >> 1] ?? Number.NaN, least: times[0] ?? Number.NaN };
  } finally {
    // It may still be writing.
    const isAlive = child.exitCode === null && child.signalCode === null;
    const exit = new Promise((resolve) => child.once("exit", resolve));
    child.kill();
    if (isAlive) await exit;
    rmSync(root, { recursive: true, force: true });
  }
}
