import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The program as it is installed. */
const bin = fileURLToPath(new URL("../bin/hashkey-errors.js", import.meta.url));

/** What a command printed, and its exit code. */
interface Ran {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
}

/** How a command is started. */
interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** The folder that it is started in. */
  readonly cwd?: string;
}

/** Runs the command line in an environment without a language. */
export function run(args: readonly string[], { input = "", env, cwd }: RunOptions = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    input,
    cwd,
    encoding: "utf8",
    maxBuffer: 1e9,
    env: { PATH: process.env.PATH, NO_COLOR: "1", ...env },
  });
  return { status, output: stdout, errors: stderr };
}
