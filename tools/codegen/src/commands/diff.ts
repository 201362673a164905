import { join, relative } from "node:path";
import { type Command, Option } from "commander";
import pc from "picocolors";
import type { Catalog } from "../catalog/catalog.js";
import { lint } from "../check/lint.js";
import { type Bump, highestBump } from "../diff/bump.js";
import type { Change } from "../diff/change.js";
import { pendingBump, writeChangeset } from "../diff/changeset.js";
import { bumpOf, compare } from "../diff/compare.js";
import { minimumVersion, wasReleased } from "../diff/minimum-version.js";
import { ownPackage, packageIn } from "../diff/own-package.js";
import { readBase, readReleased } from "../diff/read-snapshot.js";
import { reportJson, reportMarkdown, reportText } from "../diff/report.js";
import { snapshotOf } from "../diff/snapshot.js";
import { RELEASED } from "../load/released-file.js";
import { fromCurrentFolder } from "../problem/from-current-folder.js";
import { printProblems } from "../problem/print-problems.js";
import { hasErrors } from "../problem/problem.js";
import { UserError } from "../problem/user-error.js";
import { printJson } from "../std/print-json.js";
import { writeFiles } from "../write/write.js";
import type { Run } from "./run.js";

/** Adds `diff` and `snapshot`. `run` reports what they throw and sets the exit code. */
export function addDiffCommands(program: Command, run: Run): void {
  program
    .command("diff")
    .description(
      "what changed in the catalog, whom it concerns, and the version bump that it calls for",
    )
    .argument(
      "[base]",
      "a commit, or a catalog.json; by default the last release, or HEAD before the first",
    )
    .addOption(
      new Option("--format <format>").choices(["text", "markdown", "json"]).default("text"),
    )
    .option("--json", "short for --format json")
    .option("--changeset", "write the changeset that the changes call for")
    .option("--check", "fail where the pending changesets call for less than the changes do")
    .option("--catalog <dir>", "the catalog's folder", "schemas")
    .action((base: string | undefined, options: DiffOptions) => run(() => diff(base, options)));
  program
    .command("snapshot")
    .description(
      `write ${RELEASED}: the catalog as it is released, for later diffs; the version step runs it`,
    )
    .option("--catalog <dir>", "the catalog's folder", "schemas")
    .action(({ catalog }: Pick<DiffOptions, "catalog">) => run(() => snapshot(catalog)));
}

interface DiffOptions {
  readonly catalog: string;
  readonly format: "text" | "markdown" | "json";
  readonly json?: true;
  readonly changeset?: true;
  readonly check?: true;
}

async function diff(base: string | undefined, options: DiffOptions): Promise<number> {
  const catalog = await usableCatalog(options.catalog);
  const released = base === undefined ? readReleased(catalog.directory) : undefined;
  if (base === undefined && released === undefined && options.check)
    return checkUnreleased(catalog);
  const before = released ?? readBase(catalog.directory, base ?? "HEAD");
  const changes = compare(before, snapshotOf(catalog));
  const against =
    base ?? (released === undefined ? "HEAD" : `release ${released.version ?? "before"}`);
  if (options.check) return checkPending(catalog, changes);

  const format = options.json ? "json" : options.format;
  if (format === "json") console.log(reportJson(changes));
  else if (format === "markdown") console.log(reportMarkdown(changes));
  else {
    if (changes.length > 0) console.log(`${reportText(changes, pc)}\n`);
    console.log(`since ${against}: ${pc.bold(describeBump(bumpOf(changes)))}`);
  }
  if (options.changeset) {
    const file = relative(process.cwd(), writeChangeset(catalog, changes));
    console.error(changes.length === 0 ? `${file} is not needed` : `${file} is written`);
  }
  return 0;
}

/** Without a last release there is nothing to check, unless there must have been one. */
function checkUnreleased({ directory }: Catalog): number {
  const own = packageIn(directory);
  if (!wasReleased(own?.version)) {
    console.log(`nothing has been released yet: there is no ${RELEASED} to compare with`);
    return 0;
  }
  console.error(
    pc.red(
      `${releasedPath(directory)} is missing, and ${own?.name} is at ${own?.version}: there is nothing to compare with.`,
    ),
    "Bring it back from the commit of the last release.",
  );
  return 1;
}

function checkPending(catalog: Catalog, changes: readonly Change[]): number {
  const [needed, pending] = [bumpOf(changes), pendingBump(catalog)];
  if (highestBump([needed, pending]) === pending) {
    console.log(
      `the changes of the catalog call for ${describeBump(needed)}, the changesets give ${describeBump(pending)}`,
    );
    return 0;
  }
  console.error(
    pc.red(
      `the changes of the catalog call for ${describeBump(needed)}, the pending changesets give ${describeBump(pending)}.`,
    ),
    "Run codegen diff --changeset.",
  );
  return 1;
}

function describeBump(bump: Bump): string {
  return bump === "none" ? "no new version" : `a ${bump} version`;
}

async function snapshot(folder: string): Promise<number> {
  const catalog = await usableCatalog(folder);
  const { directory } = catalog;
  const { name, version } = ownPackage(catalog);
  const [released, now] = [readReleased(directory), snapshotOf(catalog)];
  const path = releasedPath(directory);
  const bump = released === undefined ? "none" : bumpOf(compare(released, now));
  const least = minimumVersion(version, released?.version, bump);
  if (least !== undefined) {
    const since = `what has changed since release ${released?.version} calls for ${describeBump(bump)}, ${least} or later`;
    console.error(
      pc.red(`${path} is left as it is: ${since}, and ${name} is at ${version}.`),
      "Raise the version first: codegen diff tells why, and codegen diff --changeset writes the changeset that does.",
    );
    return 1;
  }
  const text = printJson({ ...(version !== undefined && { version }), ...now });
  writeFiles(directory, [{ path: RELEASED, text }]);
  console.log(
    `${path}: ${catalog.entries.length} entries${version === undefined ? "" : `, version ${version}`}`,
  );
  return 0;
}

function releasedPath(directory: string): string {
  return relative(process.cwd(), join(directory, RELEASED));
}

async function usableCatalog(folder: string): Promise<Catalog> {
  const { catalog, problems } = await lint(folder);
  if (catalog !== undefined && !hasErrors(problems)) return catalog;
  console.error(`${printProblems(fromCurrentFolder(problems, folder), pc)}\n`);
  throw new UserError("the catalog has mistakes: mend them first", 1);
}
