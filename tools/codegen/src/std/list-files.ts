import { readdirSync } from "node:fs";

/**
 * Returns the names of the files in a folder, sorted, without folders and hidden files. A folder
 * that is missing or cannot be read has none.
 */
export function listFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((item) => item.isFile() && !item.name.startsWith("."))
      .map(({ name }) => name)
      .sort();
  } catch {
    return [];
  }
}
