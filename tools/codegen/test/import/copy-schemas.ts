import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { schemas } from "../own-catalog.js";
import { temporaryFolder } from "../temporary-folder.js";

/** The catalog of this repository without its generated files, in a folder that is removed. */
export function copySchemas(): { readonly root: string; readonly catalog: string } {
  const root = temporaryFolder("newer");
  const catalog = join(root, "schemas");
  cpSync(schemas, catalog, {
    recursive: true,
    filter: (path) => !/node_modules|generated/.test(path),
  });
  return { root, catalog };
}

/** The text of every file in a folder. */
export function filesOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (item) => item.isFile() && !item.parentPath.includes("node_modules"),
  );
  const paths = files.map((item) => join(item.parentPath, item.name));
  return Object.fromEntries(
    paths.sort().map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]),
  );
}
