import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Catalog, Subset } from "../../catalog/catalog.js";
import { isErrorEntry, isInternal } from "../../catalog/entry.js";
import { describeUncompared, findLost } from "../../catalog/find-lost.js";
import type { Manifest } from "../../catalog/manifest.js";
import { packageFolders } from "../../catalog/owned-folders.js";
import { parseSpan } from "../../catalog/range.js";
import { createMembership, dataFolderOf, subsetsOf } from "../../catalog/subset.js";
import { indexTexts } from "../../catalog/text-index.js";
import { listSome } from "../../std/list-some.js";
import { posixRelative } from "../../std/posix-path.js";
import { contains, containsAnywhere, overlap } from "../../write/contains.js";
import { findProject } from "../../write/find-project.js";
import { folderFault } from "../../write/owned-folder.js";
import type { Rule } from "../rule.js";
import { findSelectionFaults, findUndeclared } from "../selection-faults.js";

/**
 * Each subset has entries, takes no response of another entry for one of its own, and is generated
 * into a folder of its own.
 */
export const rule: Rule = {
  name: "subsets",
  coversImports: true,
  check(catalog, report, places) {
    for (const [name, subset] of subsetsOf(catalog.manifest)) {
      const reportAt: ReportAt = (path, message, hint) =>
        report(places.manifest(["subsets", name, ...path]), message, { hint });
      const hasKnownWords = checkWords(catalog, subset, reportAt);
      if (hasKnownWords && catalog.complete) checkEntries(catalog, [name, subset], reportAt);
      checkFolder(catalog, [name, subset], reportAt);
    }
  },
};

type ReportAt = (
  path: readonly (string | number)[],
  message: string,
  hint?: string | undefined,
) => void;

type Named = readonly [name: string, subset: Subset];

/**
 * Reports the words that are not declared or about no entry, and returns whether there are none.
 */
function checkWords(catalog: Catalog, subset: Subset, report: ReportAt): boolean {
  const venues = (subset.venues ?? []).flatMap((venue, index) => {
    const fault = findUndeclared("venue", venue, Object.keys(catalog.manifest.venues ?? {}));
    return fault === undefined ? [] : [{ path: ["venues", index] as const, ...fault }];
  });
  const faults = [...findSelectionFaults(catalog, subset), ...venues];
  for (const { path, message, hint } of faults) report(path, message, hint);
  return faults.length === 0;
}

function checkEntries(catalog: Catalog, [name, subset]: Named, report: ReportAt): void {
  const isInside = createMembership(subset);
  const errors = catalog.entries.filter(isErrorEntry);
  const hasInternal = indexTexts(errors.filter(isInternal).map((error) => error.name));
  for (const [index, word] of (subset.names ?? []).entries()) {
    const span = parseSpan(word);
    if (typeof span === "string" || span.kind === "prefix" || !hasInternal(span)) continue;
    if (subset.audience === "internal") continue;
    report(["names", index], `${word} is internal, and the subset is not`, HOW_INTERNAL);
  }
  if (!errors.some(isInside)) report([], `the subset ${name} has no entry`, "give it other words");
  const { lost, uncompared } = findLost(catalog, isInside);
  for (const code of uncompared) report([], describeUncompared(code));
  for (const { inside, outside } of lost) {
    // The rule for audiences reports it already.
    if (isInternal(outside) && !isInternal(inside)) continue;
    const message = `responses of ${outside.name} would be taken for ${inside.name}, which the subset ${name} has`;
    report([], message, `add ${outside.name} to its names, or leave ${inside.name} out`);
  }
}

const HOW_INTERNAL = "set audience: internal and a folder, or leave it out";

function checkFolder(
  { directory, manifest }: Catalog,
  [name, { folder, audience }]: Named,
  report: ReportAt,
): void {
  if (folder === undefined) {
    // Some names, such as con, cannot be folders everywhere.
    const fault = folderFault(directory, dataFolderOf(name, {}));
    if (fault !== undefined) report([], fault, "give the subset another name");
    if (audience === "internal")
      report(["audience"], "internal entries would be published with the packages", HOW_FOLDER);
    return;
  }
  const fault = folderFault(directory, folder);
  if (fault !== undefined) {
    report(["folder"], fault);
    return;
  }
  const path = resolve(directory, folder);
  const overlaps = (other: string) => overlap(resolve(directory, other), path);
  const subsets = subsetsOf(manifest);
  const earlier = subsets.slice(
    0,
    subsets.findIndex(([other]) => other === name),
  );
  const sharing = earlier.find(([, other]) => other.folder !== undefined && overlaps(other.folder));
  if (sharing !== undefined)
    report(["folder"], `${folder} and the folder of the subset ${sharing[0]} overlap`, HOW_OTHER);
  const taken = packageFolders(manifest).filter(overlaps);
  if (taken.length > 0)
    report(
      ["folder"],
      `${folder} overlaps ${listSome(taken, 3)}, which holds other generated files`,
      HOW_OTHER,
    );
  const published = packageRoots(directory, manifest).find((other) =>
    containsAnywhere(other, path),
  );
  if (audience === "internal" && published !== undefined && taken.length === 0) {
    const place = posixRelative(directory, published);
    report(["folder"], `${folder} lies in ${place}, which is published`, HOW_FOLDER);
  }
}

/**
 * The folders of the generated packages, of which any part may be published: those that have the
 * package.json of each, or where it has none, the generated folder.
 */
function packageRoots(directory: string, { packages }: Manifest): readonly string[] {
  const project = findProject(directory);
  return Object.values(packages).map(({ name, folder }) => {
    const generated = resolve(directory, folder);
    if (name === undefined) return generated;
    for (let root = generated; root !== project && contains(project, root); root = dirname(root))
      if (existsSync(join(root, "package.json"))) return root;
    return generated;
  });
}

const HOW_FOLDER = "give the subset a folder outside of the packages";
const HOW_OTHER = "give the subset a folder of its own";
