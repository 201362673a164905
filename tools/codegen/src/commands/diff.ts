import pc from "picocolors";
import type { Catalog } from "../catalog/catalog.js";
import { type Bump, highestBump } from "../diff/bump.js";
import type { Change } from "../diff/change.js";
import {
  pendingBump,
  releaseBump,
  type UpdatedChangeset,
  updateChangeset,
} from "../diff/changeset.js";
import { bumpOf, compare } from "../diff/compare.js";
import { findEarlySunsets } from "../diff/early-sunsets.js";
import { wasReleased } from "../diff/minimum-version.js";
import { packageIn } from "../diff/own-package.js";
import { readBase, readReleased } from "../diff/read-snapshot.js";
import { reportJson, reportMarkdown, reportText } from "../diff/report.js";
import { type Snapshot, snapshotOf } from "../diff/snapshot.js";
import { RELEASED } from "../load/released-file.js";
import { pathFromCurrentFolder } from "../problem/from-current-folder.js";
import type { Problem } from "../problem/problem.js";
import { UserError } from "../problem/user-error.js";
import { lintCatalog } from "./input/read-catalog.js";
import { reportProblems } from "./output/report-problems.js";
import { type Command, defineCommand, type ExitCode } from "./program/command.js";

/** `codegen diff`. */
export const command: Command = defineCommand({
  name: "diff",
  summary:
    "show what changed in the catalog, who is affected, and the version bump that it requires",
  examples: ["diff", "diff HEAD~3 --format markdown", "diff --changeset", "diff --check"],
  arguments: {
    base: {
      summary:
        "a commit or a catalog.json (default: the last release, or HEAD if there has been none)",
      isOptional: true,
    },
  },
  options: {
    format: {
      summary: "how the changes are reported",
      choices: ["text", "markdown", "json"],
      default: "text",
    },
    changeset: { summary: "write the changeset that the changes require" },
    check: {
      summary:
        "fail if the pending changesets bump less than the changes require, or a sunset comes too soon",
    },
  },
  async run({ base, catalog: folder, format, changeset, check, custom }) {
    if (check) assertAlone(format, changeset);
    const reportFormat = format === "json" ? "json" : "text";
    const { catalog, places } = await lintCatalog(folder, reportFormat, custom);
    const { directory } = catalog;
    const released = base === undefined ? readReleased(directory) : undefined;
    if (base === undefined && released === undefined && check) return checkUnreleased(directory);
    const before =
      released ?? (base === undefined ? readHead(directory) : readBase(directory, base));
    const changes = compare(before, snapshotOf(catalog));
    if (check) {
      const early = findEarlySunsets(before, catalog, places);
      return checkPending(catalog, changes, early);
    }

    const release = released?.version ? `release ${released.version}` : "the last release";
    const since = base ?? (released === undefined ? "HEAD" : release);
    console.log(printChanges(catalog, changes, format, since));
    if (!changeset) return 0;
    // HEAD moves with each commit: a changeset from it would lose what was committed before.
    if (base === undefined && released === undefined) {
      console.error(NO_CHANGESET);
      return 0;
    }
    const { file, state } = updateChangeset(catalog, changes);
    console.error(CHANGESET[state](pathFromCurrentFolder(".", file)));
    return 0;
  },
});

/** Refuses what `--check` does not do. */
function assertAlone(format: string, changeset: boolean): void {
  if (format !== "text")
    throw new UserError("--check has no --format: programs read its exit code");
  if (changeset) throw new UserError("use --changeset or --check, not both");
}

/** Reads the catalog at the last commit: what to compare with before the first release. */
function readHead(directory: string): Snapshot {
  try {
    return readBase(directory, "HEAD");
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(
      `nothing has been released yet (codegen record), and the last commit cannot be compared with: ${error.message}`,
      error.exitCode,
    );
  }
}

/** The first release has everything in it, and its changeset says so in a person's words. */
const NO_CHANGESET =
  "No changeset was written: nothing has been released yet, so nobody has a version to compare with. Write that of the first release by hand (changeset add).";

/** Sentences about the changeset, by its state. */
const CHANGESET: Readonly<Record<UpdatedChangeset["state"], (file: string) => string>> = {
  written: (file) => `wrote ${file}`,
  removed: (file) => `removed ${file}: nothing to release`,
  "not needed": () => "nothing to release: no changeset is needed",
};

function printChanges(
  catalog: Catalog,
  changes: readonly Change[],
  format: "text" | "markdown" | "json",
  since: string,
): string {
  if (format === "json") return reportJson(changes);
  const bump = releaseBump(catalog, bumpOf(changes));
  if (format === "markdown") return reportMarkdown(changes, bump);
  if (changes.length === 0) return `No changes since ${since}.`;
  const reason = bump === bumpOf(changes) ? "" : ", since the packages are below 1.0.0";
  return `${reportText(changes, pc)}\n\nThe changes since ${since} require ${pc.bold(describeBump(bump))}${reason}.`;
}

/** Before the first release there is nothing to check; after it, its record must not be missing. */
function checkUnreleased(directory: string): ExitCode {
  const own = packageIn(directory);
  if (!wasReleased(own?.version)) {
    console.log(`nothing has been released yet: there is no ${RELEASED} to compare with`);
    return 0;
  }
  const file = pathFromCurrentFolder(directory, RELEASED);
  console.error(
    pc.red(`${file} is missing, but ${own?.name} is at ${own?.version}.`),
    "Restore it from the commit of the last release.",
  );
  return 1;
}

function checkPending(
  catalog: Catalog,
  changes: readonly Change[],
  earlySunsets: readonly Problem[],
): ExitCode {
  reportProblems(earlySunsets, { folder: catalog.directory, format: "text" });
  if (earlySunsets.length > 0) return 1;
  const [required, pending] = [releaseBump(catalog, bumpOf(changes)), pendingBump(catalog)];
  const requirement = `the catalog changes require ${describeBump(required)}`;
  if (highestBump([required, pending]) === pending) {
    console.log(`${requirement}, and the pending changesets release ${describeRelease(pending)}`);
    return 0;
  }
  console.error(
    pc.red(`${requirement}, but the pending changesets release ${describeRelease(pending)}.`),
    "Run codegen diff --changeset.",
  );
  return 1;
}

function describeBump(bump: Bump): string {
  return bump === "none" ? "no release" : `a ${bump} release`;
}

function describeRelease(bump: Bump): string {
  return bump === "none" ? "nothing" : `a ${bump} version`;
}
