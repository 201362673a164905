import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pnpmEnv, pnpmPath } from "./pnpm.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** The copies take from turbo's cache what this repository or another copy has built already. */
const SHARED = { TURBO_CACHE_DIR: join(root, ".turbo/cache") };

/** The output of a command, and its exit code. */
export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  /** The text of stdout, followed by that of stderr. */
  readonly output: string;
}

/** Expects that a command succeeds; if not, shows what it printed. */
export function succeed(ran: Ran): Ran {
  if (ran.status !== 0) throw new Error(`exit code ${ran.status}:\n${ran.output}`);
  return ran;
}

/** A copy of this repository in a temporary folder, committed, with real git and pnpm. */
export interface ScratchRepository {
  readonly folder: string;
  git(...args: string[]): string;
  /** Commits all changes. */
  commit(): void;
  pnpm(...args: string[]): Ran;
  read(file: string): string;
  write(file: string, text: string): void;
  /** Replaces a text; throws if the file does not contain it. */
  edit(file: string, from: string, to: string): void;
  remove(): void;
}

/** Copies the files of this repository that git does not ignore, and commits them. */
export function scratchRepository(): ScratchRepository {
  const folder = mkdtempSync(join(tmpdir(), "scratch-"));
  const list = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
  const files = execFileSync("git", list, { cwd: root, encoding: "utf8" }).split("\0");
  for (const file of files.filter((name) => name !== "" && existsSync(join(root, name))))
    cpSync(join(root, file), join(folder, file), { recursive: true });
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.com", ...args], {
      cwd: folder,
      encoding: "utf8",
      stdio: "pipe",
    });
  const read = (file: string) => readFileSync(join(folder, file), "utf8");
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
  const commit = () => {
    git("add", "--all");
    git("commit", "--quiet", "--message=A step");
  };
  git("init", "--quiet", "--initial-branch=main");
  commit();
  return {
    folder,
    git,
    commit,
    read,
    write,
    pnpm(...args) {
      const { status, stdout, stderr } = spawnSync(pnpmPath, args, {
        cwd: folder,
        encoding: "utf8",
        env: { ...pnpmEnv, ...SHARED, CI: "true", NO_COLOR: "1", FORCE_COLOR: "0" },
      });
      return { status, stdout, output: stdout + stderr };
    },
    edit(file, from, to) {
      const text = read(file);
      if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`);
      write(
        file,
        text.replace(from, () => to),
      );
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
