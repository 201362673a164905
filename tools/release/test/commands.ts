import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

/**
 * A folder where the commands of a release are scripts of the test, which record their arguments.
 */
export interface Commands {
  /** Writes a file that the release reads. */
  write(file: string, text: string): void;
  /** Runs a script of this package in the folder. */
  run(script: string, ...args: readonly string[]): { status: number | null; stderr: string };
  /** Returns the commands that ran, one a line. */
  calls(): readonly string[];
}

/** Makes a folder with commands, each a shell script. */
export function fakeCommands(scripts: Readonly<Record<string, string>>): Commands {
  const folder = mkdtempSync(join(tmpdir(), "release-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const bin = join(folder, "bin");
  const log = join(folder, "calls.log");
  mkdirSync(bin);
  writeFileSync(log, "");
  for (const [name, script] of Object.entries(scripts)) {
    const file = join(bin, name);
    writeFileSync(file, `#!/bin/sh\necho "${name} $*" >>"${log}"\n${script}\n`);
    chmodSync(file, 0o755);
  }
  return {
    write(file, text) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    },
    run(script, ...args) {
      const path = fileURLToPath(new URL(`../${script}`, import.meta.url));
      const { status, stderr } = spawnSync(process.execPath, [path, ...args], {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ""}` },
      });
      return { status, stderr };
    },
    calls: () => readFileSync(log, "utf8").trim().split("\n"),
  };
}
