import { join } from "node:path";
import { listNames } from "../std/list-names.js";
import { nameKey } from "../std/name-key.js";

/** The path of a file in `catalog/` that is free for drafts. */
export function freeDraftsFile(directory: string): string {
  const taken = new Set(listNames(join(directory, "catalog")).map(nameKey));
  for (let number = 1; ; number++) {
    const name = number === 1 ? "imported.yaml" : `imported-${number}.yaml`;
    if (!taken.has(nameKey(name))) return `catalog/${name}`;
  }
}
