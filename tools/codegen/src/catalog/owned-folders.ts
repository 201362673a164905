import { posix } from "node:path";
import type { Manifest } from "./manifest.js";
import { subsetsOf } from "./subset.js";

/** Returns the folders that hold generated files alone, relative to the catalog's folder. */
export function ownedFolders(manifest: Manifest): readonly string[] {
  const subsets = subsetsOf(manifest).flatMap(([, { folder }]) => folder ?? []);
  const owned = [...packageFolders(manifest), ...subsets];
  return owned.map((folder) => posix.normalize(folder).replace(/\/$/, ""));
}

/** Those of the catalog itself, without its subsets. */
export function packageFolders({ packages, runtime }: Manifest): readonly string[] {
  const folders = Object.values(packages).map(({ folder }) =>
    runtime === true ? folder : posix.join(folder, "generated"),
  );
  return ["generated", ...folders];
}
