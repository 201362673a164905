import { watch as watchFiles } from "chokidar";
import pc from "picocolors";
import { fromCurrentFolder } from "../problem/from-current-folder.js";
import { printProblemsBriefly } from "../problem/print-problems.js";
import { hasErrors, type Problem } from "../problem/problem.js";
import { errorMessage } from "../std/error-message.js";
import { write } from "../write/write.js";
import { buildFiles } from "./build-files.js";

/** How long a folder must be quiet before it is read: editors and git write several files at once. */
const QUIET_MS = 20;

/**
 * Generates on every change of the catalog's folder, and tells of problems as they come and go. While there are errors,
 * the generated files stay as they were. Runs until the process is stopped.
 */
export async function watch(folder: string): Promise<never> {
  let known: readonly Problem[] = [];
  let timer: NodeJS.Timeout | undefined;
  let isRunning = false;
  let isDirty = false;

  const run = async () => {
    if (isRunning) {
      isDirty = true;
      return;
    }
    isRunning = true;
    do {
      isDirty = false;
      try {
        known = await regenerate(folder, known);
      } catch (error) {
        // A file that vanished while it was read, a full disk: the next change tries again.
        console.error(pc.red(`${errorMessage(error)}. The next change tries again.`));
      }
    } while (isDirty);
    isRunning = false;
  };

  const generated = /[\\/](generated|node_modules)([\\/]|$)|\.part$/;
  const watcher = watchFiles(folder, {
    ignoreInitial: true,
    ignored: (path) => generated.test(path.slice(folder.length)),
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

async function regenerate(folder: string, known: readonly Problem[]): Promise<readonly Problem[]> {
  const started = performance.now();
  const { catalog, drift, problems: found } = await buildFiles(folder);
  // What only rules see is not seen while a file cannot be read: it is not mended by that.
  const unseen = catalog?.complete ? [] : known.filter(({ rule }) => !FORM.includes(rule));
  const problems = [...found, ...unseen.filter(isNotIn(found))];
  tell(fromCurrentFolder(known, folder), fromCurrentFolder(problems, folder));
  const time = () => pc.dim(`(${Math.round(performance.now() - started)} ms)`);
  if (catalog === undefined || hasErrors(problems)) {
    const errors = problems.filter(({ severity }) => severity === "error").length;
    console.error(pc.red(`${errors} to mend. The generated files are as they were.`), time());
    return problems;
  }
  write(catalog.directory, drift);
  const paths = [...drift.outdated, ...drift.missing].map(({ path }) => path);
  const changed = [...paths, ...drift.unexpected.map((path) => `${path} (removed)`)];
  console.log(pc.green(`${changed.length} files written`), time());
  for (const path of changed) console.log(`  ${path}`);
  return problems;
}

/** The rules that look at files rather than at the catalog. */
const FORM = ["files", "syntax", "schema"];

/** Whether a problem is none of these: its line may have moved. */
function isNotIn(problems: readonly Problem[]): (problem: Problem) => boolean {
  const keyOf = ({ rule, message, location }: Problem) =>
    JSON.stringify([rule, message, location.file]);
  const keys = new Set(problems.map(keyOf));
  return (problem) => !keys.has(keyOf(problem));
}

/** Prints the problems that are new, and names those that are mended. */
function tell(before: readonly Problem[], after: readonly Problem[]): void {
  const added = after.filter(isNotIn(before));
  if (added.length > 0) console.error(`${printProblemsBriefly(added, pc)}\n`);
  for (const { message, location } of before.filter(isNotIn(after)))
    console.log(`${pc.green("mended")} ${location.file}: ${message}`);
}
