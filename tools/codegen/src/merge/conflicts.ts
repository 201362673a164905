import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import { errorMessage } from "../std/error-message.js";
import { posixRelative } from "../std/posix-path.js";
import { runGit } from "../std/run-git.js";

/** The files that a merge, a rebase or a cherry-pick of Git left in conflict. */
export interface Conflicts {
  /** The root of the repository. */
  readonly root: string;
  /** The folder that paths are relative to. */
  readonly folder: string;
  /** With forward slashes, in the order of Git. */
  readonly paths: readonly string[];
}

/** Finds the files in conflict, as paths from a folder; a reason if Git cannot say. */
export function findConflicts(catalogFolder: string): Conflicts | string {
  try {
    const folder = realpathSync(catalogFolder);
    const root = realpathSync(runGit(folder, ["rev-parse", "--show-toplevel"]).slice(0, -1));
    const listed = runGit(root, ["diff", "--name-only", "--diff-filter=U", "-z"]);
    const paths = listed
      .split("\0")
      .filter((path) => path !== "")
      .map((path) => posixRelative(folder, resolve(root, path)));
    return { root, folder, paths };
  } catch (error) {
    const { stderr } = error as { readonly stderr?: string };
    return (stderr || errorMessage(error)).split("\n")[0] ?? "";
  }
}

/** Returns both sides of a file in conflict; fewer if a side does not have it. */
export function sidesOf(conflicts: Conflicts, path: string): readonly string[] {
  return [2, 3].flatMap((side) => show(conflicts, `:${side}`, path));
}

/** The commits that Git may be merging into `HEAD`. */
const HEADS = ["HEAD", "MERGE_HEAD", "REBASE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD"];

/** Returns a file as the commits have it that are being merged. */
export function versionsOf(conflicts: Conflicts, path: string): readonly string[] {
  return HEADS.flatMap((head) => show(conflicts, head, path));
}

function show(conflicts: Conflicts, version: string, path: string): readonly string[] {
  try {
    return [runGit(conflicts.root, ["show", `${version}:${nameOf(conflicts, path)}`])];
  } catch {
    // There is no such version of the file.
    return [];
  }
}

/** Stages files as they are, or their removal, which ends their conflicts. Ignored ones are not. */
export function stage(conflicts: Conflicts, paths: readonly string[]): void {
  const { root } = conflicts;
  const names = paths.map((path) => nameOf(conflicts, path));
  const ignored = new Set(findIgnored(root, names));
  const staged = names.filter((name) => !ignored.has(name));
  if (staged.length === 0) return;
  runGit(root, ["add", "--all", "--pathspec-from-file=-", "--pathspec-file-nul"], {
    input: staged.map((name) => `:(literal)${name}`).join("\0"),
  });
}

/** The path of a file from the root of the repository. */
function nameOf({ root, folder }: Conflicts, path: string): string {
  return posixRelative(root, resolve(folder, path));
}

function findIgnored(root: string, names: readonly string[]): readonly string[] {
  try {
    return runGit(root, ["check-ignore", "-z", "--stdin"], { input: names.join("\0") }).split("\0");
  } catch {
    // Git fails if no file is ignored.
    return [];
  }
}
