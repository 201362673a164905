import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The end of a script of a release. */
export interface Ended {
  readonly status: number;
  /** What it and its commands printed there. */
  readonly stderr: string;
}

/** A script to run. */
interface Run {
  readonly script: string;
  readonly args: readonly string[];
  /** The folder that it is started in. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Runs a script in the process that runs them all. */
export async function runScript({ script, ...run }: Run): Promise<Ended> {
  const { child, printed } = runner;
  const start = printed().length;
  child.send({ script: new URL(`../${script}`, import.meta.url).href, ...run });
  const [status] = await once(child, "message");
  return { status, stderr: printed().subarray(start).toString() };
}

const runner = startRunner();

function startRunner() {
  const folder = mkdtempSync(join(tmpdir(), "release-scripts-"));
  const file = join(folder, "stderr.log");
  // What a command of a script prints comes to a file before the command ends.
  const stderr = openSync(file, "a");
  const child = fork(fileURLToPath(new URL("run-scripts.js", import.meta.url)), {
    execArgv: [],
    stdio: ["ignore", "ignore", stderr, "ipc"],
  });
  child.unref();
  child.channel?.unref();
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return { child, printed: () => readFileSync(file) };
}
