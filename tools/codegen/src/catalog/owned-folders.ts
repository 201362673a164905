import { posix } from "node:path";
import type { Manifest, PackageTarget } from "./manifest.js";
import { subsetsOf } from "./subset.js";

/** Returns the folders that hold generated files alone, relative to the catalog's folder. */
export function ownedFolders(manifest: Manifest): readonly string[] {
  const subsets = subsetsOf(manifest).flatMap(([, { folder }]) => folder ?? []);
  const owned = [...packageFolders(manifest), ...subsets];
  return owned.map((folder) => posix.normalize(folder).replace(/\/$/, ""));
}

/** Those of the catalog itself, without its subsets. */
export function packageFolders(manifest: Manifest): readonly string[] {
  const targets = Object.values(manifest.packages);
  return ["generated", ...targets.map((target) => packageFolder(manifest, target))];
}

/** The folder of a package: all of it where its own code is generated too. */
export function packageFolder({ runtime }: Manifest, { folder }: PackageTarget): string {
  return runtime === true ? folder : posix.join(folder, "generated");
}
