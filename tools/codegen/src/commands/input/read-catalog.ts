import type { Catalog } from "../../catalog/catalog.js";
import { lint } from "../../check/lint.js";
import { type Loaded, load } from "../../load/load.js";
import { createSession } from "../../load/session.js";
import { hasErrors, type Problem } from "../../problem/problem.js";
import { UserError } from "../../problem/user-error.js";
import { posixRelative } from "../../std/posix-path.js";
import { type ReportFormat, reportProblems } from "../output/report-problems.js";
import { reportSkippedRules } from "../output/report-skipped.js";

/** A catalog that can be used, and where its parts are. */
export interface UsableCatalog extends Loaded {
  readonly catalog: Catalog;
  /**
   * Returns the text of a file of the catalog as it was read: what an edit of the file replaces.
   * Undefined if there was no such file.
   */
  textOf(file: string): string | undefined;
  /** Returns the texts of the files that hold the entries and the locales, as they were read. */
  entryAndLocaleTexts(): ReadonlyMap<string, string>;
}

/**
 * Reads the catalog in a folder, if all of it can be read. Broken rules do not prevent it: what the
 * command brings may be what fixes them. `isObstacle` lets a command do without a part.
 */
export function readCatalog(
  folder: string,
  format: ReportFormat,
  isObstacle: (problem: Problem) => boolean = () => true,
): UsableCatalog {
  const session = createSession();
  const loaded = load(folder, { session });
  const { catalog, problems } = loaded;
  if (catalog !== undefined && !hasErrors(problems.filter(isObstacle))) {
    const texts = new Map(
      [...session.parsed].map(([path, { text }]) => [posixRelative(catalog.directory, path), text]),
    );
    return {
      ...loaded,
      catalog,
      textOf: (file) => texts.get(file),
      entryAndLocaleTexts: () =>
        new Map([...texts].filter(([file]) => /^(?:catalog|locales)\//.test(file))),
    };
  }
  reportProblems(problems, { folder, format });
  throw new UserError("the catalog cannot be read; nothing was changed", 1);
}

/** A catalog without errors, and where its parts are. */
type LintedCatalog = Pick<UsableCatalog, "catalog" | "places">;

/** Reads and checks the catalog in a folder, if it has no errors. */
export async function lintCatalog(
  folder: string,
  format: ReportFormat,
  custom: boolean,
): Promise<LintedCatalog> {
  const { catalog, places, problems } = await lint(folder, { custom });
  reportSkippedRules(catalog, custom);
  if (catalog !== undefined && !hasErrors(problems)) return { catalog, places };
  reportProblems(problems, { folder, format });
  throw new UserError("the catalog has errors; fix them first", 1);
}
