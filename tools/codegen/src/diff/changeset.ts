import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { parse } from "yaml";
import type { Catalog } from "../catalog/catalog.js";
import { pathFromCurrentFolder } from "../problem/from-current-folder.js";
import { UserError } from "../problem/user-error.js";
import { errorMessage } from "../std/error-message.js";
import { posixRelative } from "../std/posix-path.js";
import { readRegularText, readTextIfPresent } from "../std/read-regular-file.js";
import { editFiles } from "../write/edit-files.js";
import { findProject } from "../write/find-project.js";
import { isStamped, type StampFormat, stamp } from "../write/stamp.js";
import { type Bump, highestBump } from "./bump.js";
import type { Change } from "./change.js";
import { bumpOf } from "./compare.js";
import { bumpAt } from "./minimum-version.js";
import { ownPackage, packageIn } from "./own-package.js";
import { reportChangelog } from "./report.js";

/** The changeset for the catalog. It is replaced each time, unless somebody has edited it. */
const CATALOG_CHANGESET = "catalog.md";

/** The stamp is a comment of the head: no changelog shows it. */
const STAMP: StampFormat = {
  after: /^---\n/,
  print: (hash) =>
    `# Written by codegen diff --changeset, which replaces it until it is edited (${hash}).\n`,
};

/** The changeset for the catalog, and what became of it. */
export interface UpdatedChangeset {
  readonly file: string;
  readonly state: "written" | "removed" | "not needed";
}

/** Whether a text is the changeset as codegen wrote it. */
export function isWrittenChangeset(text: string): boolean {
  return isStamped(text, STAMP);
}

/** The path of the changeset from the catalog's folder; undefined without a `.changeset` folder. */
export function changesetFile({ directory }: Catalog): string | undefined {
  const folder = findChangesetFolder(directory);
  if (folder === undefined) return undefined;
  return posixRelative(directory, join(folder, CATALOG_CHANGESET));
}

/**
 * Writes the changeset that the changes require, or removes it if they require none. One that
 * somebody has edited is left, but for the conflict of a merge.
 */
export function updateChangeset(
  catalog: Catalog,
  changes: readonly Change[],
  { isConflict = false }: { readonly isConflict?: boolean } = {},
): UpdatedChangeset {
  const folder = changesetFolder(catalog.directory);
  const file = join(folder, CATALOG_CHANGESET);
  const before = readTextIfPresent(file);
  if (before !== undefined && !isConflict && !isStamped(before, STAMP)) {
    const reason = "was written or edited by hand, and is left as it is";
    const hint = "Give it another name in the same folder to keep it, and run the command again";
    throw new UserError(`${pathFromCurrentFolder(".", file)} ${reason}. ${hint}`, 1);
  }
  const bump = bumpOf(changes);
  if (before !== undefined && !isConflict && isOfAnother(catalog, file)) {
    if (bump === "none") return { file, state: "not needed" };
    const hint = "Give it another name in the same folder, and run the command again";
    throw new UserError(
      `${pathFromCurrentFolder(".", file)} is about other packages, and is left as it is. ${hint}`,
      1,
    );
  }
  if (bump === "none") {
    if (before === undefined) return { file, state: "not needed" };
    edit(folder, before, undefined);
    return { file, state: "removed" };
  }
  const packages = packagesOf(catalog);
  if (packages.length === 0) {
    const reason = "a changeset names packages, and the package.json of this project has no name";
    throw new UserError(`${reason}: add one`, 1);
  }
  const released = releaseBump(catalog, bump);
  const lines = packages.map((name) => `${JSON.stringify(name)}: ${released}`);
  const text = `---\n${lines.join("\n")}\n---\n\nThe error catalog has changed.\n\n${reportChangelog(changes)}`;
  edit(folder, before, stamp(text, STAMP));
  return { file, state: "written" };
}

/** Edits the changeset. Its path begins with `.changeset`, which is refused if it is a link. */
function edit(folder: string, before: string | undefined, after: string | undefined): void {
  const path = `${basename(folder)}/${CATALOG_CHANGESET}`;
  editFiles(dirname(folder), [{ path, before, after }]);
}

/** Whether a changeset names packages, and none of the catalog's. */
function isOfAnother(catalog: Catalog, file: string): boolean {
  const names = Object.keys(readReleases(file));
  return names.length > 0 && !packagesOf(catalog).some((name) => names.includes(name));
}

/** The highest bump of the catalog's packages in the pending changesets. */
export function pendingBump(catalog: Catalog): Bump {
  const folder = changesetFolder(catalog.directory);
  const packages = packagesOf(catalog);
  const bumps = readdirSync(folder)
    .filter((name) => name.endsWith(".md") && name !== "README.md")
    .flatMap((name) => {
      const releases = readReleases(join(folder, name));
      return packages.flatMap((each) => releases[each] ?? []);
    });
  return highestBump(bumps);
}

/** The bump of each package in a changeset: the YAML between its first two lines of hyphens. */
function readReleases(file: string): Readonly<Record<string, Bump>> {
  const [, head = ""] = /^---\r?\n([\s\S]*?)\r?\n---/.exec(readRegularText(file)) ?? [];
  try {
    return parse(head) ?? {};
  } catch (error) {
    const path = pathFromCurrentFolder(".", file);
    throw new UserError(`${path} is not a changeset: ${errorMessage(error)}`, 1);
  }
}

/** The packages that change with the catalog: those that are generated, and the catalog's own. */
function packagesOf(catalog: Catalog): string[] {
  const names = Object.values(catalog.manifest.packages).map(({ name }) => name);
  return [ownPackage(catalog).name, ...names].filter((name) => name !== undefined);
}

/** The bump that changes require of the catalog's packages, all of which have one version. */
export function releaseBump(catalog: Catalog, bump: Bump): Bump {
  return highestBump(versionsOf(catalog).map((version) => bumpAt(version, bump)));
}

/** The versions of the packages that change with the catalog; undefined where one is not known. */
function versionsOf(catalog: Catalog): readonly (string | undefined)[] {
  const { directory, manifest } = catalog;
  const own = ownPackage(catalog);
  const versions = Object.values(manifest.packages).flatMap(({ name, folder }) =>
    name === undefined ? [] : [versionIn(resolve(directory, folder), name)],
  );
  return own.name === undefined && versions.length > 0 ? versions : [own.version, ...versions];
}

/** The version of a package whose code is in a folder. */
function versionIn(folder: string, name: string): string | undefined {
  const found = packageIn(folder);
  if (found?.name === name) return found.version;
  return folder === dirname(folder) ? undefined : versionIn(dirname(folder), name);
}

/** Whether the project of a catalog has changesets. */
export function hasChangesets(directory: string): boolean {
  return findChangesetFolder(directory) !== undefined;
}

/** The nearest `.changeset` at or above the catalog's folder, in its project. */
function findChangesetFolder(directory: string): string | undefined {
  const project = findProject(directory);
  for (let folder = directory; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".changeset"))) return join(folder, ".changeset");
    if (folder === project) return undefined;
  }
}

function changesetFolder(directory: string): string {
  const folder = findChangesetFolder(directory);
  if (folder !== undefined) return folder;
  const [from, project] = [directory, findProject(directory)].map((path) =>
    pathFromCurrentFolder(".", path),
  );
  const where = `at or above ${from}${project === "." ? "" : ` in ${project}`}`;
  throw new UserError(`there is no .changeset folder ${where}: run npx @changesets/cli init`, 1);
}
