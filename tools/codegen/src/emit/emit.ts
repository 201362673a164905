import { posix } from "node:path";
import type { Catalog } from "../catalog/catalog.js";
import type { Places } from "../load/places.js";
import { createProblem, type Problem, startOf } from "../problem/problem.js";
import { discover } from "../std/discover.js";
import { errorMessage } from "../std/error-message.js";
import { groupBy } from "../std/group-by.js";
import { FILE_LIST, printFileList } from "../write/file-list.js";
import type { Emitted, OutputFile } from "../write/output-file.js";
import { isMarked } from "../write/recognize-files.js";
import { runCustomEmitters } from "./custom-emitters.js";
import type { Emitter } from "./emitter.js";
import { GeneratedFile } from "./generated-file.js";

const EMITTERS = new URL("./emitters/", import.meta.url);

/** How files are emitted. */
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
  const files: OutputFile[] = [];
  const problems: Problem[] = [];
  for (const emitter of await discover<Emitter>(EMITTERS, "emitter")) {
    try {
      files.push(...(await emitter.emit(catalog)));
    } catch (error) {
      const location = startOf(emitter.from);
      problems.push(createProblem(emitter.name, location, errorMessage(error)));
    }
  }
  const modules = catalog.manifest.emitters ?? [];
  const custom = runsCustom ? await runCustomEmitters(catalog, places, files) : NO_CUSTOM;
  const emitted = [...files, ...custom.files];
  return {
    files: [...emitted, listFiles(catalog, emitted)].sort((a, b) => (a.path < b.path ? -1 : 1)),
    owner: {
      id: catalog.manifest.id,
      folders: foldersOf(catalog),
      sharedFolders: custom.folders,
      isPartial: !runsCustom && modules.length > 0,
    },
    problems: [...withoutRepeats(problems), ...custom.problems],
  };
}

const NO_CUSTOM = { files: [], folders: [], problems: [] };

const WITHOUT_PLACES: Pick<Places, "manifest"> = { manifest: () => startOf("catalog.yaml") };

/** Removes what several emitters report of the same file. */
function withoutRepeats(problems: readonly Problem[]): readonly Problem[] {
  const keyOf = ({ message, location }: Problem) => JSON.stringify([location.file, message]);
  return [...groupBy(problems, keyOf).values()].flatMap(([first]) => first ?? []);
}

function foldersOf({ manifest }: Catalog): readonly string[] {
  const packages = Object.values(manifest.packages).map(({ folder }) => folder);
  const generated = ["generated", ...packages.map((folder) => posix.join(folder, "generated"))];
  const owned = manifest.runtime === true ? ["generated", ...packages] : generated;
  return owned.map((folder) => posix.normalize(folder).replace(/\/$/, ""));
}

/** The list of the files in which no comment says that they are generated. */
function listFiles(catalog: Catalog, files: readonly OutputFile[]): OutputFile {
  const header = new GeneratedFile(FILE_LIST);
  header.header(catalog, "catalog.yaml", "#");
  const unmarked = files.filter(({ text }) => !isMarked(text));
  return printFileList(
    header.toFile().text,
    unmarked.map(({ path }) => path),
  );
}
