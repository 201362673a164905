import { spawnSync } from "node:child_process";
import type { TestContext } from "vitest";

/** Whether a command runs: it is installed, and exits without an error. */
export function canRun(command: string, ...args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: "ignore" }).status === 0;
}

/** Skips a test whose tool is not installed. With CI=true, the test fails. */
export function requireTool(isInstalled: boolean, tool: string, { skip }: TestContext): void {
  if (isInstalled) return;
  const sentence = `Missing: ${tool}`;
  if (process.env.CI === "true") throw new Error(sentence);
  skip(`${sentence}; with CI=true this fails`);
}
