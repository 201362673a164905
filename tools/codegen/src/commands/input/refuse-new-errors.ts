import { join } from "node:path";
import type { Catalog } from "../../catalog/catalog.js";
import { lint } from "../../check/lint.js";
import type { EditedFile } from "../../edit/text-edit.js";
import { createSession } from "../../load/session.js";
import { hasErrors, type Problem } from "../../problem/problem.js";
import { UserError } from "../../problem/user-error.js";
import { groupBy } from "../../std/group-by.js";
import { reportProblems } from "../output/report-problems.js";
import { reportSkippedRules } from "../output/report-skipped.js";

/**
 * Checks a catalog as edits of its files will leave it. Throws a `UserError`, and reports the
 * problems, if it then has errors that it does not have now. Other errors do not prevent it: what
 * the command brings may be what fixes them.
 */
export async function refuseNewErrors(
  catalog: Catalog,
  edits: readonly EditedFile[],
  custom: boolean,
): Promise<void> {
  const { directory } = catalog;
  const edited = new Map(edits.map(({ path, after }) => [join(directory, path), after] as const));
  reportSkippedRules(catalog, custom);
  const found = await findErrors(directory, edited, custom);
  if (found.size === 0) return;
  const before = await findErrors(directory, new Map(), custom);
  const problems = [...found].flatMap(([key, errors]) =>
    errors.length > (before.get(key)?.length ?? 0) ? errors : [],
  );
  if (problems.length === 0) return;
  reportProblems(problems, { folder: directory, format: "text" });
  throw new UserError("the catalog would have these errors; nothing was written", 1);
}

/** The errors of each rule in each file: an edit may change their lines, and names in them. */
async function findErrors(directory: string, edited: ReadonlyMap<string, string>, custom: boolean) {
  const session = { ...createSession(), edited };
  const { problems } = await lint(directory, { session, custom });
  const errors = problems.filter((problem) => hasErrors([problem]));
  return groupBy(errors, ({ rule, location }: Problem) => JSON.stringify([rule, location.file]));
}
