import { resolve } from "node:path";
import type { Catalog } from "../../catalog/catalog.js";
import { packageFolder } from "../../catalog/owned-folders.js";
import type { Places } from "../../load/places.js";
import { overlap } from "../../write/contains.js";
import { folderFault } from "../../write/owned-folder.js";
import { createPlaceCheck } from "../../write/place-fault.js";
import type { Report, Rule } from "../rule.js";

/**
 * Each package is generated into a folder of its own, in which nothing is edited by hand. All
 * packages have names, or none has, and names differ.
 */
export const rule: Rule = {
  name: "packages",
  check(catalog, report, places) {
    checkFolders(catalog, report, places);
    checkOverlaps(catalog, report, places);
    checkNames(catalog, report, places);
  },
};

function checkFolders({ directory, manifest }: Catalog, report: Report, places: Places): void {
  const findPlaceFault = createPlaceCheck(directory);
  for (const [key, target] of Object.entries(manifest.packages)) {
    const fault = folderFault(directory, packageFolder(manifest, target), findPlaceFault);
    if (fault !== undefined) report(places.manifest(["packages", key, "folder"]), fault);
  }
}

function checkOverlaps({ directory, manifest }: Catalog, report: Report, places: Places): void {
  const packages = Object.entries(manifest.packages);
  const pairs = packages.flatMap((later, index) =>
    packages.slice(0, index).map((earlier) => ({ earlier, later })),
  );
  for (const { earlier, later } of pairs) {
    const [[other], [key, { folder }]] = [earlier, later];
    const place = () => places.manifest(["packages", key, "folder"]);
    const [one, two] = [resolve(directory, folder), resolve(directory, earlier[1].folder)];
    if (one === two) report(place(), `${folder} is also the folder of ${other}`);
    else if (manifest.runtime === true && overlap(one, two))
      report(place(), `${folder} and the folder of ${other} overlap`);
  }
}

function checkNames({ manifest }: Catalog, report: Report, places: Places): void {
  const packages = Object.entries(manifest.packages);
  const named = packages.flatMap(([key, { name }]) => (name === undefined ? [] : [{ key, name }]));
  for (const [key, { name }] of packages) {
    const place = () => places.manifest(["packages", key]);
    if (name === undefined && named.length > 0) {
      report(place(), `${key} has no name, but ${named[0]?.key} has: name all packages, or none`);
    }
    const owner = named.find((other) => other.name === name);
    if (owner !== undefined && owner.key !== key) {
      report(place(), `${name} is also the name of ${owner.key}`);
    }
  }
}
