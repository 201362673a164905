import { posix } from "node:path";
import type { Catalog } from "../catalog/catalog.js";
import type { Places } from "../load/places.js";
import { createProblem, type Problem, startOf } from "../problem/problem.js";
import { discover } from "../std/discover.js";
import { errorMessage } from "../std/error-message.js";
import { groupBy } from "../std/group-by.js";
import type { Emitted, FileOwner, OutputFile } from "../write/output-file.js";
import { runCustomEmitters } from "./custom-emitters.js";
import type { Emitter } from "./emitter.js";

const EMITTERS = new URL("./emitters/", import.meta.url);

/**
 * Runs every emitter, whatever one of them reports. `places` finds the lines of the manifest that
 * problems of custom emitters are about.
 */
export async function emit(
  catalog: Catalog,
  places: Pick<Places, "manifest"> = WITHOUT_PLACES,
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
  const custom = await runCustomEmitters(catalog, places, files);
  return {
    files: [...files, ...custom.files].sort((a, b) => (a.path < b.path ? -1 : 1)),
    owner: {
      id: catalog.manifest.id,
      ...foldersOf(catalog),
      sharedFolders: custom.folders,
    },
    problems: [...withoutRepeats(problems), ...custom.problems],
  };
}

const WITHOUT_PLACES: Pick<Places, "manifest"> = { manifest: () => startOf("catalog.yaml") };

/** Removes what several emitters report of the same file. */
function withoutRepeats(problems: readonly Problem[]): readonly Problem[] {
  const keyOf = ({ message, location }: Problem) => JSON.stringify([location.file, message]);
  return [...groupBy(problems, keyOf).values()].flatMap(([first]) => first ?? []);
}

function foldersOf({ manifest }: Catalog): Pick<FileOwner, "generatedFolders" | "folders"> {
  const packages = Object.values(manifest.packages).map(({ folder }) => folder);
  const generated = ["generated", ...packages.map((folder) => posix.join(folder, "generated"))];
  const owned = manifest.runtime === true ? ["generated", ...packages] : generated;
  const normal = (folder: string) => posix.normalize(folder).replace(/\/$/, "");
  return { generatedFolders: generated.map(normal), folders: owned.map(normal) };
}
