import { resolve } from "node:path";
import type { Catalog } from "../catalog/catalog.js";
import { posixRelative } from "../std/posix-path.js";
import { type PackageKey, packagePath } from "./generated-file.js";

/** A module that the files of other packages import. */
export interface PackageModule {
  readonly key: Exclude<PackageKey, "cli">;
  /** The subpath of the package; its root by default. */
  readonly subpath?: string;
  /** The module's path in the package's folder. */
  readonly module: string;
}

/**
 * Returns what a generated file of a package imports a module of another by: the package's name, or
 * the module's path where all are folders of one project.
 */
export function moduleAddress(
  { directory, manifest }: Catalog,
  [importer, file]: readonly [importer: PackageKey, file: string],
  { key, subpath = "", module }: PackageModule,
): string {
  const { name, folder } = manifest.packages[key];
  if (name !== undefined) return name + subpath;
  const from = resolve(directory, packagePath(manifest, importer, file), "..");
  const path = posixRelative(from, resolve(directory, folder, module));
  return path.startsWith(".") ? path : `./${path}`;
}
