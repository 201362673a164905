import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ScratchRepository, succeed } from "../large/scratch-repository.js";
import type { Registry } from "./verdaccio.js";

/** The files that the job `build` of the release workflow hands to the jobs after it. */
interface Prepared {
  readonly kind: string;
  readonly checksum: string;
}

/**
 * Runs the release workflow for one push to main, or for a snapshot of a branch, with the rights
 * that its jobs have: the job that builds cannot publish, and the one that publishes has nothing of
 * the repository but `tools/release`. A bump is applied to the repository, as merging does.
 */
export function runReleaseWorkflow(
  scratch: ScratchRepository,
  registry: Registry,
  event: "auto" | "snapshot",
): string {
  const { kind, checksum } = build(scratch, registry, event);
  if (kind === "bump") applyBump(scratch);
  if (kind === "release" || kind === "snapshot") publish(scratch, registry, checksum);
  return kind;
}

/** The job `build`: its settings name the registry, and have no token. */
function build(scratch: ScratchRepository, { url }: Registry, mode: string): Prepared {
  const folder = mkdtempSync(join(tmpdir(), "build-"));
  try {
    const output = join(folder, "output");
    const userconfig = join(folder, "npmrc");
    writeFileSync(output, "");
    writeFileSync(userconfig, `registry=${url}\n@hashkey-errors:registry=${url}\n`);
    // For the command alone: pnpm itself looks for nothing in this registry.
    const settings = [`npm_config_registry=${url}`, `npm_config_userconfig=${userconfig}`];
    const command = ["pnpm", "run", "release:prepare", mode];
    succeed(scratch.pnpm("exec", "env", ...settings, `GITHUB_OUTPUT=${output}`, ...command));
    const outputs = readFileSync(output, "utf8").trim().split("\n");
    return Object.fromEntries(outputs.map((line) => line.split("="))) as unknown as Prepared;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Applies the patch of a bump to the commit that it was made from, and expects it to be all. */
function applyBump({ git, folder }: ScratchRepository): void {
  git("add", "--all");
  const bumped = git("write-tree");
  git("reset", "--quiet", "--hard");
  git("apply", "--index", join(folder, "prepared/bump.patch"));
  const missing = git("diff", "--cached", "--stat", bumped.trim());
  if (missing !== "") throw new Error(`the patch of the bump is not all of it:\n${missing}`);
}

/** The job `publish`: it has the token, and neither the repository nor its dependencies. */
function publish(scratch: ScratchRepository, { url, npmrc }: Registry, checksum: string): void {
  const folder = mkdtempSync(join(tmpdir(), "publish-"));
  try {
    for (const part of ["prepared", "tools/release"])
      cpSync(join(scratch.folder, part), join(folder, part), {
        recursive: true,
        filter: (path) => !path.endsWith("node_modules"),
      });
    const userconfig = join(folder, "npmrc");
    writeFileSync(userconfig, `registry=${url}\n${npmrc}`);
    const script = ["tools/release/publish.js", "prepared", "--checksum", checksum];
    const { status, stdout, stderr } = spawnSync(process.execPath, script, {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, npm_config_registry: url, npm_config_userconfig: userconfig },
    });
    succeed({ status, stdout, output: stdout + stderr });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
