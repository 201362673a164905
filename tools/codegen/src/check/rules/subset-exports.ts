import { dirname, join, resolve } from "node:path";
import type { Catalog } from "../../catalog/catalog.js";
import { subsetsOf } from "../../catalog/subset.js";
import { posixRelative } from "../../std/posix-path.js";
import { readPackage } from "../../std/read-package.js";
import { tryReadText } from "../../std/read-regular-file.js";
import { contains } from "../../write/contains.js";
import { findProject } from "../../write/find-project.js";
import type { Rule } from "../rule.js";

/** The packages export no subset that the manifest does not have: nothing is generated for it. */
export const rule: Rule = {
  name: "subset-exports",
  check(catalog, report, places) {
    const inPackages = subsetsOf(catalog.manifest).filter(([, { folder }]) => folder === undefined);
    const known = new Set(inPackages.map(([name]) => name));
    for (const file of packageFiles(catalog)) {
      for (const name of exportedSubsets(resolve(catalog.directory, dirname(file)))) {
        if (known.has(name)) continue;
        const message = `exports generated/subsets/${name}/, but catalog.yaml has no subset ${name} that is generated into the packages`;
        const hint = `remove it from exports, or declare the subset ${name}`;
        report(places.file(file), message, { hint });
      }
    }
  },
};

/** The package.json of the catalog and of each package, relative to the catalog. */
function packageFiles({ directory, manifest }: Catalog): ReadonlySet<string> {
  const project = findProject(directory);
  const folders = [".", ...Object.values(manifest.packages).map(({ folder }) => folder)];
  const found = folders.flatMap((folder) => nearest(project, resolve(directory, folder)) ?? []);
  return new Set(found.map((file) => posixRelative(directory, file)));
}

/** The package.json in a folder or in the nearest one above it, inside the project. */
function nearest(project: string, folder: string): string | undefined {
  if (!contains(project, folder)) return undefined;
  const file = join(folder, "package.json");
  if (tryReadText(file) !== undefined) return file;
  return folder === project ? undefined : nearest(project, dirname(folder));
}

/** The subsets that the exports of a folder's package.json name. */
function exportedSubsets(folder: string): ReadonlySet<string> {
  const { exports = {} } = readPackage(folder);
  const paths = JSON.stringify(exports).matchAll(/\bgenerated\/subsets\/([\w-]+)\//g);
  return new Set([...paths].map(([, name = ""]) => name));
}
