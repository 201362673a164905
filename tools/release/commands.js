import { execFileSync, spawnSync } from "node:child_process";

/**
 * Runs a command; what it prints is seen. Throws if it fails.
 *
 * @param {string} command
 * @param {readonly string[]} args
 */
export function run(command, ...args) {
  execFileSync(command, args, { stdio: ["ignore", "inherit", "inherit"] });
}

/**
 * Returns what a command prints, and how it ended.
 *
 * @param {string} command
 * @param {readonly string[]} args
 */
export function ask(command, ...args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: "utf8",
    maxBuffer: 2 ** 26,
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (error !== undefined) {
    throw error;
  }
  return { succeeded: status === 0, stdout, stderr };
}

/**
 * Returns what a command prints. Throws if it fails.
 *
 * @param {string} command
 * @param {readonly string[]} args
 */
export function read(command, ...args) {
  const { succeeded, stdout, stderr } = ask(command, ...args);
  if (!succeeded) {
    throw new Error(`${command} ${args.join(" ")} failed:\n${stderr}`);
  }
  return stdout;
}
