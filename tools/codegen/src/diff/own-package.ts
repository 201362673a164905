import { dirname, join } from "node:path";
import type { Catalog } from "../catalog/catalog.js";
import { pathFromCurrentFolder } from "../problem/from-current-folder.js";
import { UserError } from "../problem/user-error.js";
import { errorMessage } from "../std/error-message.js";
import { parsePackage } from "../std/read-package.js";
import { readTextIfPresent } from "../std/read-regular-file.js";

/** The parts of a `package.json` that are used. */
export interface OwnPackage {
  readonly name?: string;
  readonly version?: string;
}

/**
 * The package that the catalog belongs to: the one in its folder, or, if the generated code is not
 * in packages, the project's.
 */
export function ownPackage({ directory, manifest }: Catalog): OwnPackage {
  const isProject = manifest.packages.types.name === undefined;
  for (let folder = directory; ; folder = dirname(folder)) {
    const found = packageIn(folder);
    if (found !== undefined) return found;
    if (!isProject || folder === dirname(folder)) return {};
  }
}

/** The package in a folder; undefined if there is none. */
export function packageIn(folder: string): OwnPackage | undefined {
  const file = join(folder, "package.json");
  try {
    const text = readTextIfPresent(file);
    return text === undefined ? undefined : parsePackage(text);
  } catch (error) {
    const path = pathFromCurrentFolder(".", file);
    throw new UserError(`${path} cannot be read: ${errorMessage(error)}`, 1);
  }
}
