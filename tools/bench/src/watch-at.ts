import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** How often the entry is saved; the median is reported. */
const SAVES = 20;

/**
 * Measures `codegen watch` on a copy of this repository's catalog: milliseconds from the save of one
 * entry until it reports that the last file is written.
 */
export async function measureWatch(): Promise<{ readonly median: number; readonly least: number }> {
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
      while (!printed.includes(text)) await new Promise<void>((resolve) => (wake = resolve));
    };
    await waitFor("watching");
    const file = join(root, "schemas/catalog/order.yaml");
    const before = readFileSync(file, "utf8");
    const times: number[] = [];
    for (let save = 0; save < SAVES; save++) {
      printed = "";
      const started = performance.now();
      // One field of one entry, which types, validator, data and translators' files all contain.
      const retry = save % 2 === 0 ? "after-fix" : "never";
      writeFileSync(file, before.replace(/^ {4}retry: never$/m, `    retry: ${retry}`));
      await waitFor("files written");
      times.push(performance.now() - started);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    times.sort((a, b) => a - b);
    return { median: times[SAVES >> 1] ?? Number.NaN, least: times[0] ?? Number.NaN };
  } finally {
    child.kill();
    rmSync(root, { recursive: true, force: true });
  }
}
