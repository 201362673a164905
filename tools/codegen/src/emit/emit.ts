import { posix } from "node:path";
import type { Catalog, Subset } from "../catalog/catalog.js";
import { ownedFolders } from "../catalog/owned-folders.js";
import { publishedOf } from "../catalog/published.js";
import { dataFolderOf, subsetOf, subsetsOf } from "../catalog/subset.js";
import type { Places } from "../load/places.js";
import { createProblem, type Problem, startOf } from "../problem/problem.js";
import { discover } from "../std/discover.js";
import { errorMessage } from "../std/error-message.js";
import { groupBy } from "../std/group-by.js";
import { contains } from "../write/contains.js";
import { FILE_LIST, printFileList } from "../write/file-list.js";
import { headOf, keepIfShort, withPath } from "../write/long-file.js";
import type { Emitted, OutputFile } from "../write/output-file.js";
import { isMarked } from "../write/recognize-files.js";
import { runCustomEmitters } from "./custom-emitters.js";
import type { Emitter } from "./emitter.js";
import { GeneratedFile } from "./generated-file.js";

const EMITTERS = new URL("./emitters/", import.meta.url);

/** Options for emitting files. */
export interface EmitOptions {
  /** Finds the lines of the manifest that problems of custom emitters are about. */
  readonly places?: Pick<Places, "manifest">;
  /** Whether the emitters that the manifest names are run; they are by default. */
  readonly custom?: boolean;
}

/** Runs every emitter, whatever one of them reports. */
export async function emit(
  catalog: Catalog,
  { places = WITHOUT_PLACES, custom: runsCustom = true }: EmitOptions = {},
): Promise<Emitted> {
  const emitters = await discover<Emitter>(EMITTERS, "emitter");
  const published = publishedOf(catalog);
  const problems: Problem[] = [];
  const files = [...(await runAll(emitters, published, problems))];
  for (const [name, subset] of subsetsOf(catalog.manifest))
    files.push(...(await emitSubset(catalog, [name, subset], emitters, problems)));
  const modules = catalog.manifest.emitters ?? [];
  const custom = runsCustom ? await runCustomEmitters(published, places, files) : NO_CUSTOM;
  const emitted = [...files, ...custom.files];
  return {
    files: [...emitted, listFiles(catalog, emitted, custom.folders)].sort((a, b) =>
      a.path < b.path ? -1 : 1,
    ),
    owner: {
      id: catalog.manifest.id,
      folders: ownedFolders(catalog.manifest),
      sharedFolders: custom.folders,
      isPartial: !runsCustom && modules.length > 0,
    },
    problems: [...withoutRepeats(problems), ...custom.problems],
  };
}

/** Runs emitters of codegen, and reports those that cannot use the catalog. */
async function runAll(
  emitters: readonly Emitter[],
  catalog: Catalog,
  problems: Problem[],
): Promise<readonly OutputFile[]> {
  const files: OutputFile[] = [];
  for (const emitter of emitters) {
    try {
      files.push(...(await emitter.emit(catalog)).map(keepIfShort));
    } catch (error) {
      const location = startOf(emitter.from);
      problems.push(createProblem(emitter.name, location, errorMessage(error)));
    }
  }
  return files;
}

/**
 * The schemas of the files that are edited by hand: the catalog has them, and a subset has none.
 */
const FOR_EDITORS = /^generated\/(glossary|locale|manifest|wire)\.schema\.json$/;

/** Emits what a subset has: all that a catalog has but its command line. */
async function emitSubset(
  catalog: Catalog,
  [name, subset]: readonly [string, Subset],
  emitters: readonly Emitter[],
  problems: Problem[],
): Promise<readonly OutputFile[]> {
  const part = subsetOf(catalog, name);
  if (part === undefined) return [];
  const data = dataFolderOf(name, subset);
  const isOfPackage = (path: string) =>
    Object.values(part.manifest.packages).some(({ folder }) =>
      path.startsWith(posix.join(folder, "/")),
    );
  return (await runAll(emitters, part, problems))
    .filter(({ path }) => !FOR_EDITORS.test(path))
    .map((file) =>
      isOfPackage(file.path)
        ? file
        : withPath(posix.join(data, posix.relative("generated", file.path)), file),
    );
}

const NO_CUSTOM = { files: [], folders: [], problems: [] };

const WITHOUT_PLACES: Pick<Places, "manifest"> = { manifest: () => startOf("catalog.yaml") };

/** Removes what several emitters report of the same file. */
function withoutRepeats(problems: readonly Problem[]): readonly Problem[] {
  const keyOf = ({ message, location }: Problem) => JSON.stringify([location.file, message]);
  return [...groupBy(problems, keyOf).values()].flatMap(([first]) => first ?? []);
}

/**
 * The list of the folders of the catalog, and of the files that do not say that they are generated.
 */
function listFiles(
  catalog: Catalog,
  files: readonly OutputFile[],
  emitterFolders: readonly string[],
): OutputFile {
  const header = new GeneratedFile(FILE_LIST);
  header.header(catalog, "catalog.yaml", "#");
  const unmarked = files.filter((file) => !isMarked(headOf(file)));
  const owned = ownedFolders(catalog.manifest);
  return printFileList(
    header.toFile().text,
    unmarked.map(({ path }) => path),
    owned,
    emitterFolders.filter((path) => !owned.some((folder) => contains(folder, path))),
  );
}
