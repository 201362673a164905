import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Entry, Import } from "../catalog/catalog.js";
import { load } from "../load/load.js";
import { RELEASED, releasedSchema } from "../load/released-file.js";
import { validateFile } from "../load/validate-file.js";
import { pathFromCurrentFolder } from "../problem/from-current-folder.js";
import { UserError } from "../problem/user-error.js";
import { parseJson } from "../source/parse-json.js";
import { errorMessage } from "../std/error-message.js";
import { readRegularText } from "../std/read-regular-file.js";
import { runGit } from "../std/run-git.js";
import { type Snapshot, snapshotOf } from "./snapshot.js";

/** Reads the catalog that was released last; undefined if none was. */
export function readReleased(directory: string): Snapshot | undefined {
  const file = join(directory, RELEASED);
  return existsSync(file) ? readSnapshot(file) : undefined;
}

/** Reads the catalog in a file (`released.json`, or a generated `catalog.json`), or at a commit. */
export function readBase(directory: string, base: string): Snapshot {
  return statSync(base, { throwIfNoEntry: false })?.isFile()
    ? readSnapshot(base)
    : readCommit(directory, base);
}

function readSnapshot(file: string): Snapshot {
  const source = parseJson(file, readRegularText(file));
  const [problem] = [
    ...source.problems,
    ...validateFile(source, releasedSchema, undefined, "first").problems,
  ];
  if (problem === undefined) return source.value as Snapshot;
  const { line, column } = problem.location;
  const path = pathFromCurrentFolder(".", file);
  throw new UserError(`${path} is not a catalog: ${line}:${column} ${problem.message}`);
}

/** Git on Windows is configured to write CRLF line endings, which a catalog must not have. */
const AS_COMMITTED = ["-c", "core.autocrlf=false", "-c", "core.eol=lf"];

/**
 * Reads the catalog of a commit, through a temporary index: neither the work tree nor the staged
 * files change.
 */
function readCommit(directory: string, ref: string): Snapshot {
  const folder = mkdtempSync(join(tmpdir(), "catalog-"));
  const git = (...args: string[]) =>
    runGit(directory, args, { env: { GIT_INDEX_FILE: join(folder, "index") } });
  try {
    // The name of a folder may end in a blank.
    const prefix = git("rev-parse", "--show-prefix").slice(0, -1);
    const top = git("rev-parse", "--show-toplevel").slice(0, -1);
    const id = git("rev-parse", "--verify", "--end-of-options", `${ref}:${prefix}`).trim();
    // At its place in the repository: the lines of .gitattributes name it.
    git("read-tree", `--prefix=${prefix}`, id);
    git("-C", top, ...AS_COMMITTED, "checkout-index", "--all", `--prefix=${folder}/tree/`);
    const tree = join(folder, "tree", prefix);
    const { catalog } = load(tree, { imports: false });
    if (!catalog?.complete) throw new UserError(`the catalog at ${ref} cannot be read`, 1);
    if (catalog.manifest.imports === undefined) return snapshotOf(catalog);
    const imported = readImported(tree, directory, catalog.manifest.imports);
    const entries = [...catalog.entries, ...imported];
    return { ...snapshotOf({ ...catalog, entries }), hasOwnTextsOnly: true };
  } catch (error) {
    if (error instanceof UserError) throw error;
    const { stderr } = error as { readonly stderr?: string };
    const [line = ""] = (stderr || errorMessage(error)).split("\n");
    const fault = `${ref} is not a file, and not a commit that has this catalog (${line})`;
    const hint = ". This clone is shallow: git fetch --unshallow gets the older commits";
    throw new UserError(isShallow(directory) ? fault + hint : fault);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether a folder is in a clone that lacks older commits, as CI makes it. */
function isShallow(directory: string): boolean {
  try {
    return runGit(directory, ["rev-parse", "--is-shallow-repository"]).trim() === "true";
  } catch {
    return false;
  }
}

/**
 * Returns the entries that a commit imported: as its generated files have them, since another
 * version may be installed now; or those of the installed one if the commit has no generated files.
 */
function readImported(
  tree: string,
  directory: string,
  imports: readonly Import[],
): readonly Entry[] {
  const file = join(tree, "generated/catalog.json");
  if (existsSync(file)) {
    const { entries, imports: written = [] } = readSnapshot(file) as WithImports;
    const names = new Set(written.flatMap((each) => each.names));
    return entries.filter(({ name }) => names.has(name));
  }
  const packages = new Set(imports.map((each) => each.package));
  const { entries = [] } = load(directory).catalog ?? {};
  return entries.filter(({ from }) => from !== undefined && packages.has(from));
}

/** A generated `catalog.json` with the names of what it imports. */
type WithImports = Pick<Snapshot, "entries"> & {
  readonly imports?: readonly { readonly names: readonly string[] }[];
};
