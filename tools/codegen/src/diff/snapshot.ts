import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Catalog, Entry, JsonSchema, Manifest, Translation } from "../catalog/catalog.js";
import { VOCABULARIES, vocabularyOf } from "../catalog/vocabulary.js";
import { load } from "../load/load.js";
import { RELEASED, releasedSchema } from "../load/released-file.js";
import { validateFile } from "../load/validate-file.js";
import { UserError } from "../problem/user-error.js";
import { parseJson } from "../source/parse-json.js";
import { printJson } from "../std/print-json.js";

/** A catalog as it was at some time: what is needed to say what has changed since. */
export interface Snapshot {
  readonly entries: readonly Entry[];
  /** The version that was released with it. */
  readonly version?: string;
  // A bare `catalog.json` has none of these; what one side lacks is not compared.
  readonly manifest?: Manifest;
  readonly locales?: Readonly<Record<string, Readonly<Record<string, SnapshotText>>>>;
  /** The words that errors are judged in, each with what it means, by vocabulary. */
  readonly vocabularies?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly wireSchema?: JsonSchema;
  readonly openapi?: JsonSchema;
}

/** One entry's texts in one locale. */
export type SnapshotText = Pick<Translation, "message" | "description" | "status">;

/** The catalog as it is now. */
export function snapshotOf(catalog: Catalog): Snapshot {
  const { manifest, entries, locales, schema, wireSchema, openapi } = catalog;
  const texts = locales.map(({ tag, translations }) => {
    const all = Object.entries(translations).map(([name, { message, description, status }]) => [
      name,
      { message, description, status },
    ]);
    return [tag, Object.fromEntries(all)];
  });
  const vocabularies = VOCABULARIES.map((name) => {
    const { oneOf } = vocabularyOf(schema, name);
    return [name, Object.fromEntries(oneOf.map((word) => [word.const, word.description ?? ""]))];
  });
  return {
    entries,
    manifest,
    locales: Object.fromEntries(texts),
    vocabularies: Object.fromEntries(vocabularies),
    wireSchema,
    ...(openapi && { openapi }),
  };
}

/** The text of `released.json`. */
export function printSnapshot(snapshot: Snapshot): string {
  return printJson(snapshot);
}

/** The catalog that was released last; undefined where none was. */
export function readReleased(directory: string): Snapshot | undefined {
  const file = join(directory, RELEASED);
  return existsSync(file) ? readSnapshot(file) : undefined;
}

/** The catalog in a file (`released.json`, or a generated `catalog.json`), or at a commit of git. */
export function readBase(directory: string, base: string): Snapshot {
  return statSync(base, { throwIfNoEntry: false })?.isFile()
    ? readSnapshot(base)
    : snapshotAt(directory, base);
}

function readSnapshot(file: string): Snapshot {
  const source = parseJson(file, readFileSync(file, "utf8"));
  const [problem] = [...source.problems, ...validateFile(source, releasedSchema).problems];
  if (problem === undefined) return source.value as Snapshot;
  const { line, column } = problem.location;
  throw new UserError(`${file} is no catalog: ${line}:${column} ${problem.message}`);
}

/** Reads the catalog of a commit: through an index of its own, so that neither the work tree nor what is staged changes. */
function snapshotAt(directory: string, ref: string): Snapshot {
  const folder = mkdtempSync(join(tmpdir(), "catalog-"));
  const git = (...args: string[]) =>
    execFileSync("git", args, {
      cwd: directory,
      encoding: "utf8",
      stdio: "pipe",
      env: { ...process.env, GIT_INDEX_FILE: join(folder, "index") },
    });
  try {
    const prefix = git("rev-parse", "--show-prefix").trim();
    const top = git("rev-parse", "--show-toplevel").trim();
    const tree = git("rev-parse", "--verify", "--end-of-options", `${ref}:${prefix}`).trim();
    git("read-tree", tree);
    git("-C", top, "checkout-index", "--all", `--prefix=${folder}/tree/`);
    const { catalog } = load(join(folder, "tree"));
    if (!catalog?.complete) throw new UserError(`the catalog at ${ref} cannot be read`, 1);
    return snapshotOf(catalog);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const [line = ""] = String((error as { stderr?: string }).stderr ?? error).split("\n");
    throw new UserError(`${ref} is neither a file nor a commit that has this catalog (${line})`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
