import { join } from "node:path";
import { listFiles } from "../std/list-files.js";

/** The path of a file in `catalog/` that is free for drafts. */
export function freeDraftsFile(directory: string): string {
  const names = listFiles(join(directory, "catalog"));
  for (let number = 1; ; number++) {
    const name = number === 1 ? "imported.yaml" : `imported-${number}.yaml`;
    if (!names.includes(name)) return `catalog/${name}`;
  }
}
