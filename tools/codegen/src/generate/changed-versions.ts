import { join } from "node:path";
import type { Catalog } from "../catalog/catalog.js";
import { readRegularText } from "../std/read-regular-file.js";

/** A package that is imported in another version than the generated files. */
export interface ChangedVersion {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Finds the imported packages whose version is not the one that the files were generated from. */
export function findChangedVersions({ directory, imports = [] }: Catalog): ChangedVersion[] {
  const written = readVersions(join(directory, "generated/catalog.json"));
  return imports.flatMap(({ package: name, version: after = "no version" }) => {
    const before = written.get(name);
    return before === undefined || before === after ? [] : [{ name, before, after }];
  });
}

/** The versions that a generated `catalog.json` names; nothing if it cannot be read. */
function readVersions(file: string): ReadonlyMap<string, string> {
  try {
    const { imports = [] } = JSON.parse(readRegularText(file)) as {
      readonly imports?: readonly { readonly package: string; readonly version?: string }[];
    };
    return new Map(imports.map((each) => [each.package, each.version ?? "no version"]));
  } catch {
    return new Map();
  }
}
