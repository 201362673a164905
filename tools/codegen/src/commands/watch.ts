import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { watch as watchFiles } from "chokidar";
import pc from "picocolors";
import { showInLine } from "../characters/unseen.js";
import { buildAndWrite } from "../generate/generate.js";
import { describeFiles } from "../load/describe-sources.js";
import { createSession, type Session } from "../load/session.js";
import { fromCurrentFolder } from "../problem/from-current-folder.js";
import { printProblemsBriefly } from "../problem/print-problems.js";
import { hasErrors, type Problem } from "../problem/problem.js";
import { count } from "../std/count.js";
import { readKnownText } from "../std/read-known-text.js";
import { type Emitted, NOTHING } from "../write/output-file.js";
import { printChangedFiles } from "./output/print-changed-files.js";
import { type Command, defineCommand } from "./program/command.js";
import { reportThrown } from "./program/run-command.js";

/** `codegen watch`. */
export const command: Command = defineCommand({
  name: "watch",
  summary: "regenerate on every change, and report problems as they appear and are fixed",
  options: { verbose: { summary: "list every file that changed" } },
  run: ({ catalog, verbose, custom }) => watch(catalog, { verbose, custom }),
});

interface WatchOptions {
  readonly verbose: boolean;
  readonly custom: boolean;
}

/**
 * The time that a folder must be quiet before it is read: editors and git write files in bursts.
 */
const QUIET_MS = 5;

/**
 * The time after a run when the folder is looked at once more: chokidar reports one change of a
 * file within 50 ms, and drops the next.
 */
const DROPPED_MS = 100;

/** Matches paths that are not watched: those that codegen writes or a package manager installs. */
const GENERATED = /[\\/](generated|node_modules)([\\/]|$)|[\\/]\.codegen[^\\/]*$/;

/**
 * Generates on every change of the catalog's folder, until the process is stopped. While there are
 * errors, the generated files are left unchanged.
 */
async function watch(folder: string, options: WatchOptions): Promise<never> {
  const session = createSession();
  const imported = new Set<string>();
  let last: Regenerated = { problems: [], files: [], emitted: NOTHING };
  let timer: NodeJS.Timeout | undefined;
  let isRunning = false;
  let isDirty = false;

  const run = async () => {
    if (isRunning) {
      isDirty = true;
      return;
    }
    isRunning = true;
    let read: string;
    do {
      isDirty = false;
      read = describeWatched(folder, imported);
      try {
        last = await regenerate(folder, session, last.problems, options);
        // A package of the same workspace changes while it is watched.
        for (const file of last.files.filter((each) => !imported.has(each))) {
          imported.add(file);
          watcher.add(file);
        }
      } catch (error) {
        // A file may vanish while it is read.
        reportThrown(error, "The next change tries again.");
      }
    } while (isDirty);
    isRunning = false;
    setTimeout(() => {
      if (describeWatched(folder, imported) !== read) void run();
      else if (!isRunning) readGenerated(folder, session, last.emitted);
    }, DROPPED_MS);
  };

  const watcher = watchFiles(folder, {
    ignoreInitial: true,
    ignored: (path) => !imported.has(path) && GENERATED.test(path.slice(folder.length)),
  });
  watcher.on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(run, QUIET_MS);
  });
  await new Promise<void>((resolve) => watcher.once("ready", () => resolve()));
  await run();
  console.log(pc.dim(`watching ${folder}; stop with Ctrl-C`));
  return new Promise<never>(() => undefined);
}

/**
 * Returns the paths, times and sizes of the files that are watched. If a folder is missing, or
 * vanishes while it is read, it returns nothing: the next look differs, and generates again.
 */
function describeWatched(folder: string, imported: ReadonlySet<string>): string {
  try {
    const files = listFiles(folder).map((path) => join(folder, path));
    return describeFiles([...files, ...imported]);
  } catch {
    return "";
  }
}

function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (path) => !GENERATED.test(`/${path}`),
  );
}

/** Reads the short files that were written while nobody waits: the next comparison need not. */
function readGenerated(folder: string, session: Session, { files }: Emitted): void {
  for (const { path } of files.filter(({ pieces }) => pieces === undefined)) {
    try {
      readKnownText(join(resolve(folder), path), session.generated);
    } catch {
      // The next run reports what cannot be read.
    }
  }
}

/** The result of a run. */
interface Regenerated {
  readonly problems: readonly Problem[];
  /** The files of other catalogs that were read. */
  readonly files: readonly string[];
  readonly emitted: Emitted;
}

async function regenerate(
  folder: string,
  session: Session,
  known: readonly Problem[],
  { verbose, custom }: WatchOptions,
): Promise<Regenerated> {
  const started = performance.now();
  const { build, changed } = await buildAndWrite(folder, { session, custom });
  const { catalog, problems: found } = build;
  const files = (catalog?.imports ?? []).flatMap((each) => each.files);
  // While a file cannot be read, the rules do not run: that fixes none of their problems.
  const unseen = catalog?.complete ? [] : known.filter(({ rule }) => !FILE_RULES.includes(rule));
  const problems = [...found, ...unseen.filter(isNotIn(found))];
  reportDifference(fromCurrentFolder(known, folder), fromCurrentFolder(problems, folder));
  const time = () => pc.dim(`(${Math.round(performance.now() - started)} ms)`);
  if (catalog === undefined || hasErrors(problems)) {
    const errors = problems.filter(({ severity }) => severity === "error").length;
    console.error(pc.red(`${count(errors, "error")}.`), "No files were changed.", time());
    return { problems, files, emitted: build.emitted };
  }
  console.log(pc.green(`${count(changed.length, "file")} changed`), time());
  for (const line of printChangedFiles(changed, build, verbose)) console.log(line);
  return { problems, files, emitted: build.emitted };
}

/** The rules that look at files rather than at the catalog. */
const FILE_RULES = ["files", "syntax", "schema", "characters", "imports"];

/** Returns whether a problem is missing from a list; it may have moved to another line. */
function isNotIn(
  problems: readonly Problem[],
  sayingOf = (message: string) => message,
): (problem: Problem) => boolean {
  const keyOf = ({ rule, message, location }: Problem) =>
    JSON.stringify([rule, sayingOf(message), location.file]);
  const keys = new Set(problems.map(keyOf));
  return (problem) => !keys.has(keyOf(problem));
}

/** A message without its numbers and its list: "2 of 9 texts are missing in de: A, B". */
function withoutCounts(message: string): string {
  return message.replace(/:.*/s, "").replaceAll(/\d+/g, "0");
}

/** Prints the problems that appeared or changed, and names those that were fixed. */
function reportDifference(before: readonly Problem[], after: readonly Problem[]): void {
  const added = after.filter(isNotIn(before));
  if (added.length > 0)
    console.error(`${printProblemsBriefly(added, { colors: pc.isColorSupported })}\n`);
  const fixed = before.filter(isNotIn(after)).filter(isNotIn(added, withoutCounts));
  for (const { message, location } of fixed)
    console.log(`${pc.green("fixed")} ${showInLine(location.file)}: ${showInLine(message)}`);
}
