import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Catalog } from "../catalog.js";
import { CommandError } from "../command-error.js";
import { messageOf } from "../message-of.js";

/** What is read of a `package.json`. */
interface OwnPackage {
  readonly name?: string;
  readonly version?: string;
}

/**
 * The package that the catalog itself belongs to: its folder's own, or, where what is generated has no packages of its
 * own, the project's.
 */
export function ownPackage({ directory, manifest }: Catalog): OwnPackage {
  const isProject = manifest.packages.types.name === undefined;
  for (let folder = directory; ; folder = dirname(folder)) {
    const file = join(folder, "package.json");
    if (existsSync(file)) return readPackage(file);
    if (!isProject || folder === dirname(folder)) return {};
  }
}

function readPackage(file: string): OwnPackage {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as OwnPackage;
  } catch (error) {
    throw new CommandError(`${file} cannot be read: ${messageOf(error)}`, 1);
  }
}
