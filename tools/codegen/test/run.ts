import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  check,
  emit,
  findDrift,
  generatedFolders,
  hasErrors,
  write,
} from "@hashkey-errors/codegen";
import type { Workspace } from "./acme.js";

const bin = fileURLToPath(new URL("../bin/codegen.js", import.meta.url));

/** Runs the command line on a catalog, as a user does. */
export function codegen({ catalog }: Pick<Workspace, "catalog">, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [bin, ...args, "--catalog", catalog],
    {
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "" },
    },
  );
  return { status, stdout, stderr, output: stdout + stderr };
}

/** What `generate` does, in this process: for tests that only need it to have been done. */
export async function generate({ catalog: folder }: Pick<Workspace, "catalog">): Promise<void> {
  const { catalog, problems } = await check(folder);
  if (catalog === undefined || hasErrors(problems))
    throw new Error(problems.map(({ message }) => message).join("\n"));
  const { files } = await emit(catalog);
  write(catalog.directory, findDrift(catalog.directory, files, generatedFolders(catalog)));
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
