import { readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { createProblem, type Problem, startOf } from "../problem/problem.js";
import { listDocuments } from "./list-folder.js";

/** The documents of a catalog. */
export interface ReadEvidence {
  /** The lines of each document, by its name. */
  readonly evidence: Readonly<Record<string, readonly string[]>>;
  readonly problems: readonly Problem[];
}

/** The largest evidence: no text editor opens more, and Node limits a text to 512 MiB. */
const MAX_MEBIBYTES = 128;

/** Reads the documents in `evidence/`. */
export function readEvidence(directory: string): ReadEvidence {
  const listed = listDocuments(directory, "evidence");
  const isTooLarge = (file: string) =>
    statSync(join(directory, file)).size > MAX_MEBIBYTES * 2 ** 20;
  const tooLarge = new Set(listed.files.filter(isTooLarge));
  const lines = listed.files
    .filter((file) => !tooLarge.has(file))
    .map((file) => {
      const text = readFileSync(join(directory, file), "utf8");
      return [basename(file), evidenceLines(text)] as const;
    });
  const message = `is larger than ${MAX_MEBIBYTES} MiB`;
  return {
    evidence: Object.fromEntries(lines),
    problems: [
      ...listed.problems,
      ...[...tooLarge].map((file) => createProblem("files", startOf(file), message)),
    ],
  };
}

/** Returns the lines of a document, whatever their ends are. */
export function evidenceLines(text: string): readonly string[] {
  return text.replace(/\r?\n$/, "").split(/\r?\n/);
}
