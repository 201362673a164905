import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { writeChecksums } from "../checksums.js";

/** The end of a script of a release. */
interface Ended {
  readonly status: number | null;
  readonly stderr: string;
}

/**
 * A folder where the commands of a release are scripts of the test, which record their arguments.
 */
export interface Commands {
  readonly folder: string;
  /** Writes a file that the release reads. */
  write(file: string, text: string): void;
  /** Packs a package, as `prepare.js` does, into the folder `prepared`. */
  pack(manifest: Manifest, changelog?: string): void;
  /** Lists what is in `prepared`, and returns the checksum of the list. */
  seal(): string;
  /** Runs a script of this package in the folder. */
  run(script: string, ...args: readonly string[]): Ended;
  /** Returns the commands that ran, one a line. */
  calls(): readonly string[];
}

/** The part of a manifest that a release reads. */
interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Makes a folder with commands, each a shell script; `more` is added to the environment. */
export function fakeCommands(
  scripts: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>> = {},
): Commands {
  const folder = mkdtempSync(join(tmpdir(), "release-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const bin = join(folder, "bin");
  const log = join(folder, "calls.log");
  mkdirSync(bin);
  mkdirSync(join(folder, "prepared"));
  writeFileSync(log, "");
  for (const [name, script] of Object.entries(scripts)) {
    const file = join(bin, name);
    writeFileSync(file, `#!/bin/sh\necho "${name} $*" >>"${log}"\n${script}\n`);
    chmodSync(file, 0o755);
  }
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  return {
    folder,
    write,
    pack(manifest, changelog = `# ${manifest.name}\n`) {
      write("packed/package/package.json", JSON.stringify(manifest));
      write("packed/package/CHANGELOG.md", changelog);
      const file = `${manifest.name.replace("@", "").replace("/", "-")}-${manifest.version}.tgz`;
      const args = ["-czf", join(folder, "prepared", file), "package"];
      execFileSync("tar", args, { cwd: join(folder, "packed") });
    },
    seal() {
      rmSync(join(folder, "prepared/SHA256SUMS"), { force: true });
      return writeChecksums(join(folder, "prepared"));
    },
    run(script, ...args) {
      const path = fileURLToPath(new URL(`../${script}`, import.meta.url));
      const { GITHUB_OUTPUT: _, ...env } = process.env;
      const { status, stderr } = spawnSync(process.execPath, [path, ...args], {
        cwd: folder,
        encoding: "utf8",
        env: { ...env, ...more, PATH: `${bin}${delimiter}${env.PATH ?? ""}` },
      });
      return { status, stderr };
    },
    calls: () => readFileSync(log, "utf8").split("\n").slice(0, -1),
  };
}
