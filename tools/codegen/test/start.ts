import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Workspace } from "./acme.js";

/** The file that users run. */
export const bin = fileURLToPath(new URL("../bin/codegen.js", import.meta.url));

/** The environment of a process that prints without colors. */
export function withoutColors(): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _, ...env } = process.env;
  return { ...env, NO_COLOR: "1" };
}

/** A running command. */
export interface Running {
  readonly child: ChildProcess;
  /** Resolves when the command has ended, with its output. */
  readonly ended: Promise<{
    readonly status: number | null;
    readonly signal: NodeJS.Signals | null;
    readonly output: string;
  }>;
}

/**
 * Starts the command line on a catalog. `before` precedes it: a command that runs it, or options of
 * Node.
 */
export function start(
  { catalog }: Pick<Workspace, "catalog">,
  args: readonly string[],
  before: readonly string[] = [process.execPath],
  options: SpawnOptions = {},
): Running {
  const [command = "", ...rest] = [...before, bin, ...args, "--catalog", catalog];
  const child = spawn(command, rest, {
    ...options,
    env: withoutColors(),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  const ended = once(child, "close").then(([status, signal]) => ({ status, signal, output }));
  return { child, ended };
}
