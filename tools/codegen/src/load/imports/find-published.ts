import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { MANIFEST } from "../read-files.js";

/** A file of an installed package. */
export interface PublishedFile {
  /** The folder of the package, without symbolic links. */
  readonly root: string;
  /** Relative to the folder of the package, with forward slashes. */
  readonly file: string;
  readonly version?: string;
}

/** Why a package has no such file: it is not installed, or it does not publish the file. */
export type Absence = "not installed" | "not published";

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
    const folders = require.resolve.paths(packageName) ?? [];
    const isInstalled = folders.some((folder) => existsSync(join(folder, packageName)));
    return isInstalled ? "not published" : "not installed";
  }
  // A file that a link leads to elsewhere is not one of the package.
  return ownerOf(path) ?? "not published";
}

/** The package that a file belongs to: the nearest folder above it whose package.json has a name. */
function ownerOf(path: string): PublishedFile | undefined {
  for (let root = dirname(path); ; root = dirname(root)) {
    const { name, version } = packageIn(root);
    if (typeof name === "string") {
      const file = relative(root, path).replaceAll(sep, "/");
      return { root, file, ...(typeof version === "string" && { version }) };
    }
    if (root === dirname(root)) return undefined;
  }
}

function packageIn(folder: string): { readonly name?: unknown; readonly version?: unknown } {
  try {
    return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) ?? {};
  } catch {
    return {};
  }
}
