import { spawn } from "node:child_process";
import { once } from "node:events";
import fs, { existsSync, writeFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import type { Workspace } from "./acme.js";
import { codegenAt } from "./run.js";

const bin = fileURLToPath(new URL("../bin/codegen.js", import.meta.url));

/** A command that has read its files and is about to change one. */
export interface PausedRun {
  /** Lets it go on, and returns its exit code and what it prints. */
  goOn(): Promise<{ readonly status: number | null; readonly output: string }>;
}

let runs = 0;

/** Starts a command on a catalog, and waits until it has read every file and is about to write. */
export async function startPaused(
  { root, catalog }: Workspace,
  ...args: string[]
): Promise<PausedRun> {
  runs += 1;
  const [paused, go] = [join(root, `paused-${runs}`), join(root, `go-${runs}`)];
  const hook = `
    import fs from "node:fs";
    import { syncBuiltinESMExports } from "node:module";
    const { openSync, writeFileSync } = fs;
    let waits = true;
    const pausing = (write) => (file, ...rest) => {
      if (waits && /\\.codegen[^/]*$/.test(file)) {
        waits = false;
        writeFileSync(${JSON.stringify(paused)}, "");
        while (!fs.existsSync(${JSON.stringify(go)})) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      }
      return write(file, ...rest);
    };
    fs.openSync = pausing(openSync);
    fs.writeFileSync = pausing(writeFileSync);
    syncBuiltinESMExports();`;
  const { FORCE_COLOR: _, ...env } = process.env;
  const child = spawn(
    process.execPath,
    [
      "--import",
      `data:text/javascript,${encodeURIComponent(hook)}`,
      bin,
      ...args,
      "--catalog",
      catalog,
    ],
    { cwd: root, env: { ...env, NO_COLOR: "1" }, stdio: ["ignore", "pipe", "pipe"] },
  );
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  const ended = once(child, "close");
  await Promise.race([
    expect.poll(() => existsSync(paused), { timeout: 50_000 }).toBe(true),
    ended.then(() => {
      throw new Error(`the command ended before it wrote anything: ${output}`);
    }),
  ]);
  return {
    async goOn() {
      writeFileSync(go, "");
      const [status] = (await ended) as [number | null];
      return { status, output };
    },
  };
}

/**
 * The name of a lock, or of the temporary file that a command writes before it replaces another.
 */
const PART = /\.codegen[^/]*$/;

/**
 * Runs a command on a catalog in this process, and does something when it has read every file and
 * is about to write. Two commands at once need processes: see `startPaused`.
 */
export async function codegenMeanwhile(
  { root, catalog }: Pick<Workspace, "root" | "catalog">,
  args: readonly string[],
  meanwhile: () => void,
) {
  const { openSync, writeFileSync } = fs;
  let isDone = false;
  const doBefore = (file: unknown) => {
    if (isDone || !PART.test(String(file))) return;
    isDone = true;
    meanwhile();
  };
  fs.openSync = (file, ...rest) => {
    doBefore(file);
    return openSync(file, ...rest);
  };
  fs.writeFileSync = (file, ...rest) => {
    doBefore(file);
    writeFileSync(file, ...rest);
  };
  syncBuiltinESMExports();
  try {
    const result = await codegenAt(root, ...args, "--catalog", catalog);
    if (!isDone) throw new Error(`the command ended before it wrote anything: ${result.output}`);
    return result;
  } finally {
    Object.assign(fs, { openSync, writeFileSync });
    syncBuiltinESMExports();
  }
}
