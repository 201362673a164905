import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import type { Catalog } from "../catalog/catalog.js";
import { UserError } from "../problem/user-error.js";
import { errorMessage } from "../std/error-message.js";
import { writeFiles } from "../write/write.js";
import { type Bump, highestBump } from "./bump.js";
import type { Change } from "./change.js";
import { bumpOf } from "./compare.js";
import { ownPackage } from "./own-package.js";
import { reportChangelog } from "./report.js";

/** The changeset for the catalog. It is replaced each time. */
const CATALOG_CHANGESET = "catalog.md";

/** The changeset for the catalog, and what became of it. */
export interface UpdatedChangeset {
  readonly file: string;
  readonly state: "written" | "removed" | "not needed";
}

/** Writes the changeset that the changes require, or removes it if they require none. */
export function updateChangeset(catalog: Catalog, changes: readonly Change[]): UpdatedChangeset {
  const folder = changesetFolder(catalog.directory);
  const file = join(folder, CATALOG_CHANGESET);
  const bump = bumpOf(changes);
  if (bump === "none") {
    const state = existsSync(file) ? "removed" : "not needed";
    rmSync(file, { force: true });
    return { file, state };
  }
  const lines = packagesOf(catalog).map((name) => `${JSON.stringify(name)}: ${bump}`);
  const text = `---\n${lines.join("\n")}\n---\n\nThe error catalog has changed.\n\n${reportChangelog(changes)}`;
  writeFiles(folder, [{ path: CATALOG_CHANGESET, text }]);
  return { file, state: "written" };
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
  const [, head = ""] = /^---\r?\n([\s\S]*?)\r?\n---/.exec(readFileSync(file, "utf8")) ?? [];
  try {
    return parse(head) ?? {};
  } catch (error) {
    throw new UserError(`${file} is not a changeset: ${errorMessage(error)}`, 1);
  }
}

/** The packages that change with the catalog: those that are generated, and the catalog's own. */
function packagesOf(catalog: Catalog): string[] {
  const names = Object.values(catalog.manifest.packages).map(({ name }) => name);
  return [ownPackage(catalog).name, ...names].filter((name) => name !== undefined);
}

/** The nearest `.changeset` at or above the catalog's folder. */
function changesetFolder(directory: string): string {
  for (let folder = directory; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".changeset"))) return join(folder, ".changeset");
    if (folder === dirname(folder)) {
      const message = `there is no .changeset folder at or above ${directory}: run changeset init`;
      throw new UserError(message, 1);
    }
  }
}
