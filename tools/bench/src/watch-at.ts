import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** How often the entry is saved; the median of these is told. */
const SAVES = 20;

/**
 * Milliseconds from the save of one entry to the last file written, in `codegen watch` on a copy of the catalog of
 * this repository. What it says once all is written is what is waited for.
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
    let said = "";
    let wake = () => {};
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => {
        said += text;
        wake();
      });
    const hear = async (text: string) => {
      while (!said.includes(text)) await new Promise<void>((resolve) => (wake = resolve));
    };
    await hear("watching");
    const file = join(root, "schemas/catalog/order.yaml");
    const before = readFileSync(file, "utf8");
    const times: number[] = [];
    for (let save = 0; save < SAVES; save++) {
      said = "";
      const started = performance.now();
      // One judgement of one entry, which is told in types, validator, data, and in what translators get.
      const retry = save % 2 === 0 ? "after-fix" : "never";
      writeFileSync(file, before.replace(/^ {4}retry: never$/m, `    retry: ${retry}`));
      await hear("files written");
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
