import { posix } from "node:path";
import { memoizeByObject } from "../std/memoize-by-object.js";
import type { Catalog } from "./catalog.js";
import { type Entry, isErrorEntry, isInternal } from "./entry.js";
import type { Manifest, PackageTarget } from "./manifest.js";
import { partOf } from "./part.js";
import { createSelector, partsOf } from "./select-entries.js";
import type { Subset } from "./subset-model.js";

/** The subsets of a manifest, by name, in their order. */
export function subsetsOf({
  subsets = {},
}: Pick<Manifest, "subsets">): readonly [string, Subset][] {
  return Object.entries(subsets);
}

/** Returns a function that says whether an entry is in a subset. The success row always is. */
export function createMembership(subset: Subset): (entry: Entry) => boolean {
  const isSelected = partsOf(subset).length === 0 ? () => true : createSelector(subset);
  const { venues, audience } = subset;
  return (entry) => {
    if (!isErrorEntry(entry)) return true;
    if (isInternal(entry) && audience !== "internal") return false;
    const isElsewhere = entry.venue !== undefined && venues?.includes(entry.venue) === false;
    return !isElsewhere && isSelected(entry);
  };
}

/**
 * Returns a subset as a catalog of its own, with the packages that codegen generates for it.
 * Undefined if the manifest does not name it.
 */
export function subsetOf(catalog: Catalog, name: string): Catalog | undefined {
  const subset = new Map(subsetsOf(catalog.manifest)).get(name);
  if (subset === undefined) return undefined;
  const part = partOf(catalog, createMembership(subset));
  return {
    ...part,
    subset: { name, description: subset.description },
    manifest: manifestOf(part.manifest, catalog.manifest.packages, name, subset),
  };
}

/** The manifest of a subset: the same object while that of the catalog is the same. */
const manifestOf = memoizeByObject(
  (whole: Manifest, packages: Manifest["packages"], name: string, subset: Subset): Manifest => {
    const { subsets: _, emitters: _e, rules: _r, ...manifest } = whole;
    return { ...manifest, packages: packagesOf(packages, name, subset), runtime: true };
  },
);

/** The folder of a subset's data, relative to the catalog's. */
export function dataFolderOf(name: string, { folder }: Pick<Subset, "folder">): string {
  return folder === undefined ? `generated/subsets/${name}` : posix.join(folder, "generated");
}

/** Returns the packages of a subset: subpaths of the catalog's, or folders in one of its own. */
function packagesOf(packages: Manifest["packages"], subset: string, { folder }: Subset) {
  const target = (key: "types" | "validator" | "messages"): PackageTarget => {
    if (folder !== undefined) return { folder: posix.join(folder, key) };
    const { name, folder: whole } = packages[key];
    return {
      ...(name !== undefined && { name: `${name}/${subset}` }),
      folder: posix.join(whole, "generated/subsets", subset),
    };
  };
  return { types: target("types"), validator: target("validator"), messages: target("messages") };
}
