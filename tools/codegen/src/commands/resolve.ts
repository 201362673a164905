import { resolve } from "node:path";
import pc from "picocolors";
import type { Catalog } from "../catalog/catalog.js";
import { showInLine } from "../characters/unseen.js";
import { changesetFile, isWrittenChangeset, updateChangeset } from "../diff/changeset.js";
import { compare } from "../diff/compare.js";
import { newerRecord } from "../diff/newer-record.js";
import { readReleased } from "../diff/read-snapshot.js";
import { snapshotOf } from "../diff/snapshot.js";
import { buildAndWrite, type WrittenBuild } from "../generate/generate.js";
import { RELEASED } from "../load/released-file.js";
import { type Conflicts, findConflicts, sidesOf, stage, versionsOf } from "../merge/conflicts.js";
import { pathFromCurrentFolder } from "../problem/from-current-folder.js";
import { printProblemsBriefly } from "../problem/print-problems.js";
import { hasErrors } from "../problem/problem.js";
import { UserError } from "../problem/user-error.js";
import { count } from "../std/count.js";
import { readTextIfPresent } from "../std/read-regular-file.js";
import { editFiles } from "../write/edit-files.js";
import { FILE_LIST } from "../write/file-list.js";
import { restoreFileList } from "../write/restore-file-list.js";
import { reportProblems } from "./output/report-problems.js";
import { reportSkipped } from "./output/report-skipped.js";
import { printTotals } from "./output/summary.js";
import { type Command, defineCommand } from "./program/command.js";

/** `codegen resolve`. */
export const command: Command = defineCommand({
  name: "resolve",
  summary:
    "resolve merge conflicts in generated files: generate them from the merged catalog, and stage them",
  examples: ["resolve", "resolve --catalog errors"],
  async run({ catalog: folder, custom }) {
    const directory = resolve(folder);
    const conflicts = findConflicts(directory);
    if (typeof conflicts === "string")
      throw new UserError(`Git cannot list the conflicts: ${conflicts}`, 1);
    if (conflicts.paths.length === 0) {
      console.log("no file has a conflict");
      return 0;
    }
    const records = findRecord(conflicts);
    const sources = conflicts.paths.filter((path) => isSource(path) && !records.has(path));
    if (sources.length > 0) {
      nameUnresolved(directory, sources, FIX_FIRST);
      return 1;
    }
    for (const [path, after] of records) {
      const before = readTextIfPresent(resolve(directory, path));
      editFiles(directory, [{ path, before, after }]);
    }
    const lists = versionsOf(conflicts, FILE_LIST);
    restoreFileList(directory, conflicts.paths, lists);
    const written = await buildAndWrite(folder, { custom });
    const { catalog, problems } = written.build;
    reportSkipped(catalog, custom);
    reportProblems(problems, { folder, format: "text", print: printProblemsBriefly });
    if (catalog === undefined || hasErrors(problems)) {
      console.error(pc.red(`${printTotals(problems)}.`), "Nothing was generated or staged.");
      return 1;
    }
    const resolved = [...findGenerated(conflicts, written), ...records.keys()];
    stage(conflicts, [...resolved, ...written.changed.map(({ path }) => path)]);
    const changeset = resolveChangeset(conflicts, catalog);
    const done = new Set([...resolved, ...changeset]);
    console.log(`${count(done.size, "file")} resolved and staged`);
    const left = conflicts.paths.filter((path) => !done.has(path));
    if (left.length === 0) return 0;
    nameUnresolved(directory, left, "codegen does not generate these: fix them.");
    return 1;
  },
});

const FIX_FIRST = "Fix these first and stage them with git add, then run the command again.";

/** Whether the catalog may be made from a file: all in its folder but what is generated. */
function isSource(path: string): boolean {
  return !path.startsWith("../") && !path.startsWith("generated/");
}

/**
 * The record of the newer release, by its path, if Git left it in conflict: one that is merged would
 * be of no release.
 */
function findRecord(conflicts: Conflicts): ReadonlyMap<string, string> {
  const isInConflict = conflicts.paths.includes(RELEASED);
  const text = isInConflict ? newerRecord(sidesOf(conflicts, RELEASED)) : undefined;
  return new Map(text === undefined ? [] : [[RELEASED, text]]);
}

/** The files in conflict that codegen has just generated, or removed. */
function findGenerated({ paths }: Conflicts, { build, changed }: WrittenBuild): readonly string[] {
  const generated = new Set([
    ...build.emitted.files.map(({ path }) => path),
    ...changed.map(({ path }) => path),
  ]);
  return paths.filter((path) => generated.has(path));
}

/**
 * Writes the changeset again, and stages it, if both sides of its conflict were written by codegen.
 */
function resolveChangeset(conflicts: Conflicts, catalog: Catalog): readonly string[] {
  const { directory } = catalog;
  const path = conflicts.paths.find((each) => each === changesetFile(catalog));
  const released = path === undefined ? undefined : readReleased(directory);
  if (path === undefined || released === undefined) return [];
  const sides = sidesOf(conflicts, path);
  if (!sides.every(isWrittenChangeset)) return [];
  updateChangeset(catalog, compare(released, snapshotOf(catalog)), { isConflict: true });
  stage(conflicts, [path]);
  return [path];
}

function nameUnresolved(directory: string, paths: readonly string[], advice: string): void {
  console.error(pc.red("Edited by hand and in conflict:"));
  for (const path of paths)
    console.error(`  ${showInLine(pathFromCurrentFolder(directory, path))}`);
  console.error(advice);
}
