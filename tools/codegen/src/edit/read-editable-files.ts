import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listFolder } from "../load/list-folder.js";

/** Reads the files of a catalog that hold its entries and its texts, by path. */
export function readEditableFiles(directory: string): ReadonlyMap<string, string> {
  const paths = [
    ...listFolder(directory, "catalog", ".yaml").files,
    ...listFolder(directory, "locales", ".json").files,
  ];
  return new Map(paths.map((path) => [path, readFileSync(join(directory, path), "utf8")]));
}
