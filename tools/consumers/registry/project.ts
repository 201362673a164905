import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, inject } from "vitest";
import type { Ran } from "../large/scratch-repository.js";

const projects = fileURLToPath(new URL("../projects", import.meta.url));

/** A repository of somebody else, outside of ours. */
export interface Project {
  readonly folder: string;
  /** Runs a program in it; `env` is added to the environment. */
  run(command: string, args: readonly string[], env?: NodeJS.ProcessEnv): Omit<Ran, "stdout">;
  /** Runs a program in it that must succeed, and returns what it prints. */
  succeed(command: string, args: readonly string[], env?: NodeJS.ProcessEnv): string;
  read(file: string): string;
  write(file: string, text: string): void;
  remove(): void;
}

/**
 * Copies a project of `projects/` to a temporary folder, or makes an empty one. Our packages come
 * from the local registry. `latest` in its manifest becomes the version (default: the second
 * release).
 */
export function copyProject(
  name: string | undefined,
  version: string = inject("releases").second,
): Project {
  const folder = mkdtempSync(join(tmpdir(), `${name ?? "empty"}-`));
  if (name !== undefined) cpSync(join(projects, name), folder, { recursive: true });
  const read = (file: string) => readFileSync(join(folder, file), "utf8");
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
  write(".npmrc", `${inject("npmrc")}fund=false\naudit=false\n`);
  if (name !== undefined)
    write("package.json", read("package.json").replaceAll('"latest"', JSON.stringify(version)));
  const run: Project["run"] = (command, args, env = {}) => {
    const { status, stdout, stderr, error } = spawnSync(command, args, {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined, ...env },
      maxBuffer: 2 ** 26,
    });
    if (error !== undefined) throw error;
    return { status, output: stdout + stderr };
  };
  return {
    folder,
    run,
    succeed(command, args, env) {
      const { status, output } = run(command, args, env);
      if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed:\n${output}`);
      return output;
    },
    read,
    write,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Returns a project for all tests of a file, installed by npm. */
export function installedProject(name: string): () => Project {
  let project: Project | undefined;
  beforeAll(() => {
    project = copyProject(name);
    project.succeed("npm", ["install"]);
  });
  afterAll(() => project?.remove());
  return () => {
    if (project === undefined) throw new Error("the project exists only while tests run");
    return project;
  };
}
