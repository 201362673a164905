import { readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { createProblem, type Problem, startOf } from "../problem/problem.js";
import { sizeFault } from "../source/read-source-file.js";
import { errorMessage } from "../std/error-message.js";
import { AS_BIGINT } from "../std/read-regular-file.js";
import { listDocuments } from "./list-folder.js";

/** The documents of a catalog. */
export interface ReadEvidence {
  /** The lines of each document, by its name. */
  readonly evidence: Readonly<Record<string, readonly string[]>>;
  readonly problems: readonly Problem[];
}

/** Reads the documents in `evidence/`. */
export function readEvidence(directory: string): ReadEvidence {
  const listed = listDocuments(directory, "evidence");
  const lines: [document: string, lines: readonly string[]][] = [];
  const problems = [...listed.problems];
  for (const file of listed.files) {
    const path = join(directory, file);
    try {
      const fault = sizeFault(statSync(path, AS_BIGINT));
      if (fault === undefined)
        lines.push([basename(file), evidenceLines(readFileSync(path, "utf8"))]);
      else problems.push(createProblem("files", startOf(file), fault));
    } catch (error) {
      const fault = `cannot be read: ${errorMessage(error)}`;
      problems.push(createProblem("files", startOf(file), fault));
    }
  }
  return { evidence: Object.fromEntries(lines), problems };
}

/** Returns the lines of a document, whatever their ends are. */
export function evidenceLines(text: string): readonly string[] {
  return text.replace(/\r?\n$/, "").split(/\r?\n/);
}
