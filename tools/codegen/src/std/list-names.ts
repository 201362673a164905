import { readdirSync } from "node:fs";

/** Returns the names of all that is in a folder; none if it is missing or cannot be read. */
export function listNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
