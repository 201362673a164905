import { readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { listFiles } from "../std/list-files.js";
import { listNames } from "../std/list-names.js";
import { nameKey } from "../std/name-key.js";
import { toPortableName } from "../std/portable-name.js";

/** A document among the evidence: its file name, and whether its bytes were there before. */
export interface Evidence {
  readonly document: string;
  readonly isKnown: boolean;
}

/**
 * The name of a document in `evidence/`, if that name is free. A leading dot is dropped, since
 * hidden files are not read, and so is what no name on Windows can have.
 */
export function evidenceNameOf(file: string): string {
  return toPortableName(basename(file).replace(/^\.+/, "")) || "document";
}

/** The document in `evidence/` that has the same bytes as a file, or a free name for the file. */
export function findEvidence(directory: string, file: string, bytes: Uint8Array): Evidence {
  const folder = join(directory, "evidence");
  const same = listFiles(folder).find((name) => readFileSync(join(folder, name)).equals(bytes));
  if (same !== undefined) return { document: same, isKnown: true };
  const taken = new Set(listNames(folder).map(nameKey));
  const wanted = evidenceNameOf(file);
  const ending = extname(wanted);
  const stem = wanted.slice(0, wanted.length - ending.length);
  for (let number = 1; ; number++) {
    const document = number === 1 ? wanted : `${stem}-${number}${ending}`;
    if (!taken.has(nameKey(document))) return { document, isKnown: false };
  }
}
