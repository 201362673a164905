import { readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import type { Evidence } from "../import/match.js";
import { listFiles } from "../std/list-files.js";

/** What a document is called in `evidence/`, where that name is free. One that begins with a full stop is not read. */
export function evidenceNameOf(file: string): string {
  return basename(file).replace(/^\.+/, "") || "document";
}

/** The name of a document in `evidence/`: that of the file with the same bytes, or one that is free. */
export function findEvidence(directory: string, file: string, bytes: Uint8Array): Evidence {
  const folder = join(directory, "evidence");
  const names = listFiles(folder);
  const same = names.find((name) => readFileSync(join(folder, name)).equals(bytes));
  if (same !== undefined) return { document: same, isKnown: true };
  const wanted = evidenceNameOf(file);
  const ending = extname(wanted);
  const stem = wanted.slice(0, wanted.length - ending.length);
  for (let number = 1; ; number++) {
    const document = number === 1 ? wanted : `${stem}-${number}${ending}`;
    if (!names.includes(document)) return { document, isKnown: false };
  }
}

/** The name of a file in `catalog/` for drafts that is free. */
export function freeDraftsFile(directory: string): string {
  const names = listFiles(join(directory, "catalog"));
  for (let number = 1; ; number++) {
    const name = number === 1 ? "imported.yaml" : `imported-${number}.yaml`;
    if (!names.includes(name)) return `catalog/${name}`;
  }
}
