import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { generate as generateFiles, hasErrors } from "@hashkey-errors/codegen";
import { vi } from "vitest";
import { main } from "../dist/cli.js";
import type { Workspace } from "./acme.js";
import { bin, withoutColors } from "./start.js";

/** Runs the command line on a catalog in a process of its own, as a user does. */
export function codegenProcess({ catalog }: Pick<Workspace, "catalog">, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [bin, ...args, "--catalog", catalog],
    { encoding: "utf8", env: withoutColors() },
  );
  return { status, stdout, stderr, output: stdout + stderr };
}

/**
 * Runs the command line on a catalog in this process, and returns what it prints and its exit code;
 * `raw` is the output with its colors.
 */
export async function codegen({ catalog }: Pick<Workspace, "catalog">, ...args: string[]) {
  return run([...args, "--catalog", catalog]);
}

/** Runs the command line in this process, with the folder of a project as the current folder. */
export async function codegenAt(root: string, ...args: string[]) {
  const folder = process.cwd();
  process.chdir(root);
  try {
    return await run(args);
  } finally {
    process.chdir(folder);
  }
}

async function run(args: readonly string[]) {
  const printed = { log: "", error: "" };
  for (const stream of ["log", "error"] as const)
    vi.spyOn(console, stream).mockImplementation((...values) => {
      printed[stream] += `${values.join(" ")}\n`;
    });
  try {
    const status = await main(args);
    const [stdout, stderr] = [printed.log, printed.error].map(stripVTControlCharacters) as [
      string,
      string,
    ];
    const raw = printed.log + printed.error;
    return { status, stdout, stderr, output: stdout + stderr, raw };
  } finally {
    vi.restoreAllMocks();
  }
}

/** Generates the files of a catalog without printing, for tests that only need them. */
export async function generate({ catalog }: Pick<Workspace, "catalog">): Promise<void> {
  const { problems } = await generateFiles(catalog);
  if (hasErrors(problems)) throw new Error(problems.map(({ message }) => message).join("\n"));
}

/** Every generated file, with its content and the time when it was written. */
export function generatedFiles({
  root,
}: Workspace): Record<string, { text: string; time: number }> {
  const folders = ["spec/generated", "out"].filter((folder) => existsSync(join(root, folder)));
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) =>
      join(folder, name),
    ),
  );
  return Object.fromEntries(
    files
      .filter((file) => statSync(join(root, file)).isFile())
      .sort()
      .map((file) => [
        file,
        { text: readFileSync(join(root, file), "utf8"), time: statSync(join(root, file)).mtimeMs },
      ]),
  );
}
