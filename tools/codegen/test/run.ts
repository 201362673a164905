import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
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
