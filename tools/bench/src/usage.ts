import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The processor time and the peak of memory of a process that has ended. */
export interface Usage {
  readonly seconds: number;
  /** `undefined` where the shell counts, which knows only the time. */
  readonly megabytes: number | undefined;
  readonly output: string;
}

/** Writes what a process used to a file when it exits, after everything else. */
const USAGE = `data:text/javascript,${encodeURIComponent(
  `import { writeFileSync } from "node:fs";
process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  const { maxRSS } = process.resourceUsage();
  writeFileSync(process.env.USAGE_FILE, JSON.stringify([(user + system) / 1e6, maxRSS * 1024 / 1e6]));
});`,
)}`;

/** Runs a script in a process of Node, which must end without a fault. */
export function runNode(...args: readonly string[]): Usage {
  const folder = mkdtempSync(join(tmpdir(), "usage-"));
  try {
    const file = join(folder, "usage.json");
    const { stdout, stderr, status } = spawnSync(process.execPath, ["--import", USAGE, ...args], {
      encoding: "utf8",
      maxBuffer: 1e9,
      env: { ...process.env, USAGE_FILE: file },
    });
    if (status !== 0) throw new Error(`${args.join(" ")} failed: ${stderr}`);
    const [seconds = 0, megabytes] = JSON.parse(readFileSync(file, "utf8")) as number[];
    return { seconds, megabytes, output: stdout };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Runs any program, again and again, and returns the time of one run and the output of all. The
 * shell counts it, so that nothing is added to what starts in a few milliseconds. `undefined` where
 * the program fails or is not installed.
 */
export function runProgram(command: readonly string[], runs = 1): Usage | undefined {
  const script =
    'runs=$1; shift; while [ "$runs" -gt 0 ]; do "$@" || exit 1; runs=$((runs - 1)); done; times >&2';
  const { stdout, stderr, status } = spawnSync(
    "sh",
    ["-c", script, "sh", String(runs), ...command],
    { encoding: "utf8", maxBuffer: 1e9 },
  );
  if (status !== 0) return undefined;
  // The last line: user and system time of all that the shell ran.
  const [line = ""] = stderr.trim().split("\n").slice(-1);
  const seconds = [...line.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, rest]) => sum + Number(minutes) * 60 + Number(rest),
    0,
  );
  return { seconds: seconds / runs, megabytes: undefined, output: stdout };
}
