import { execFileSync } from "node:child_process";
import { errorCode } from "./error-code.js";

/** Options for running Git. */
export interface GitOptions {
  /** Variables beside those of the process. */
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string;
}

/**
 * Runs Git in a folder and returns what it prints. Throws if it fails; the error has its `stderr`
 * if Git ran.
 */
export function runGit(
  folder: string,
  args: readonly string[],
  { env = {}, input }: GitOptions = {},
): string {
  try {
    return execFileSync("git", args, {
      cwd: folder,
      encoding: "utf8",
      stdio: "pipe",
      maxBuffer: 2 ** 28,
      env: { ...withoutHook(process.env), ...env },
      ...(input !== undefined && { input }),
    });
  } catch (error) {
    if (errorCode(error) !== "ENOENT") throw error;
    throw new Error("git is not installed, or is not in PATH");
  }
}

/**
 * The environment without what a hook of Git works in: a repository, whose paths are relative, and
 * names without magic, as an editor may have asked for.
 */
function withoutHook({
  GIT_LITERAL_PATHSPECS: _literal,
  GIT_DIR: _dir,
  GIT_WORK_TREE: _tree,
  GIT_COMMON_DIR: _common,
  GIT_PREFIX: _prefix,
  ...env
}: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return env;
}
