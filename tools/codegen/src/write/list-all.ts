import { readdirSync } from "node:fs";
import { join } from "node:path";
import { isPart } from "./part-file.js";

/** Folders that tools leave beside sources. */
const FOREIGN_FOLDER = /^(\..*|node_modules|__pycache__)$/;

/** The files in a folder, and in those inside it. Hidden files are left alone. */
export function listAll(directory: string, folder: string): readonly string[] {
  try {
    return readdirSync(join(directory, folder), { withFileTypes: true }).flatMap((item) => {
      const path = `${folder}/${item.name}`;
      if (item.isDirectory()) return FOREIGN_FOLDER.test(item.name) ? [] : listAll(directory, path);
      return item.name.startsWith(".") && !isPart(path) ? [] : [path];
    });
  } catch {
    return [];
  }
}
