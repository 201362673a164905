import { existsSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { posixRelative } from "../../std/posix-path.js";
import { readPackage } from "../../std/read-package.js";
import { MANIFEST } from "../read-files.js";

/** A file of an installed package. */
export interface PublishedFile {
  /** The folder of the package, without symbolic links. */
  readonly root: string;
  /** Relative to the folder of the package, with forward slashes. */
  readonly file: string;
  readonly version?: string;
}

/**
 * The reason why a package has no such file: the package is not installed, the file is not
 * published, or a link was replaced while codegen runs, which Node still resolves as before.
 */
export type Absence = "not installed" | "not published" | "replaced";

/**
 * Finds a file that a package publishes, as Node resolves it from the catalog's folder: a link of a
 * workspace leads to the folder that it is in. No code of the package is run.
 */
export function findPublished(
  directory: string,
  packageName: string,
  file: string,
): PublishedFile | Absence {
  const require = createRequire(join(directory, MANIFEST));
  let path: string;
  try {
    path = require.resolve(`${packageName}/${file}`);
  } catch {
    return foldersOf(require, packageName).length > 0 ? "not published" : "not installed";
  }
  const owner = ownerOf(path);
  const folders = foldersOf(require, packageName).map((folder) => realpathSync(folder));
  if (owner !== undefined && folders.includes(owner.published.root)) return owner.published;
  // A file that a link leads to elsewhere is not one of the package.
  if (owner?.name !== packageName) return "not published";
  return folders.length > 0 ? "replaced" : owner.published;
}

/**
 * Lists the `package.json` of each folder in which the package is installed, by the paths of links:
 * another one is there when the package is installed again.
 */
export function listInstalled(directory: string, packageName: string): readonly string[] {
  const require = createRequire(join(directory, MANIFEST));
  return foldersOf(require, packageName).map((folder) => join(folder, "package.json"));
}

/** The folders in which the package is installed, also under another name than its own. */
function foldersOf(require: NodeJS.Require, packageName: string): readonly string[] {
  return (require.resolve.paths(packageName) ?? [])
    .map((folder) => join(folder, packageName))
    .filter((folder) => existsSync(folder));
}

/** A file, and the name of the package that it belongs to. */
interface Owned {
  readonly name: string;
  readonly published: PublishedFile;
}

/**
 * The package that a file belongs to: the nearest folder above it whose package.json has a name.
 */
function ownerOf(path: string): Owned | undefined {
  for (let root = dirname(path); ; root = dirname(root)) {
    const { name, version } = readPackage(root);
    if (typeof name === "string") {
      const file = posixRelative(root, path);
      const published = { root, file, ...(typeof version === "string" && { version }) };
      return { name, published };
    }
    if (root === dirname(root)) return undefined;
  }
}
