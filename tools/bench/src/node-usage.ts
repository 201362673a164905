import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The processor time and the peak of memory of a process that has ended. */
export interface Usage {
  readonly seconds: number;
  /** `undefined` where the program is not Node. */
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
