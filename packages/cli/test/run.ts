import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads";

/** The program as it is installed. */
export const bin: string = fileURLToPath(new URL("../bin/hashkey-errors.js", import.meta.url));

/** The output of a command, and its exit code. */
interface Ran {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Options for starting a command. */
interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** The folder that it is started in. */
  readonly cwd?: string;
}

/** Runs the command line in an environment without a language, in a process of its own. */
export function runProcess(
  args: readonly string[],
  { input = "", env, cwd }: RunOptions = {},
): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    input,
    cwd,
    encoding: "utf8",
    env: environment(env),
  });
  return { status, output: stdout, errors: stderr };
}

/**
 * Runs the built command line in an environment without a language. What a process alone shows, as
 * signals and closed pipes, is tested with `runProcess`.
 */
export function run(
  args: readonly string[],
  { input = "", env, cwd = process.cwd() }: RunOptions = {},
): Ran {
  const { port, ended } = thread;
  const folder = process.cwd();
  process.chdir(cwd);
  Atomics.store(ended, 0, 0);
  port.postMessage({ args, input: Buffer.from(input), env: environment(env) });
  const end = Atomics.wait(ended, 0, 0, LONGEST_MS);
  process.chdir(folder);
  if (end === "timed-out") throw new Error(`${args.join(" ")} does not end`);
  const result = receiveMessageOnPort(port)?.message as Ran | { readonly failure: string };
  if ("failure" in result) throw new Error(result.failure);
  return result;
}

/** Ends a command that hangs: on a busy machine, one takes many times as long as on a quiet one. */
const LONGEST_MS = 300_000;

const thread = startThread();

/** Starts the thread that commands run in. */
function startThread() {
  const { port1: port, port2 } = new MessageChannel();
  const ended = new Int32Array(new SharedArrayBuffer(4));
  const program = new URL("../dist/cli.js", import.meta.url).href;
  const worker = new Worker(new URL("command-thread.js", import.meta.url), {
    workerData: { program, port: port2, ended },
    transferList: [port2],
  });
  worker.unref();
  port.unref();
  return { port, ended };
}

/**
 * The environment of a program that is tested: it has no language, so that a shell does not warn of
 * one that the system lacks.
 */
export function environment(env: RunOptions["env"] = {}): Readonly<Record<string, string>> {
  return { PATH: process.env.PATH ?? "", NO_COLOR: "1", ...env };
}
