import { posix } from "node:path";
import type { Catalog } from "../catalog/catalog.js";
import type { Problem } from "../problem/problem.js";
import { discover } from "../std/discover.js";
import { errorMessage } from "../std/error-message.js";
import type { Emitted, OutputFile } from "../write/output-file.js";
import { runCustomEmitters } from "./custom-emitters.js";
import type { Emitter } from "./emitter.js";

const EMITTERS = new URL("./emitters/", import.meta.url);

/** Runs every emitter, whatever one of them finds. */
export async function emit(catalog: Catalog): Promise<Emitted> {
  const files: OutputFile[] = [];
  const problems: Problem[] = [];
  for (const emitter of await discover<Emitter>(EMITTERS, "emitter")) {
    try {
      files.push(...(await emitter.emit(catalog)));
    } catch (error) {
      const [message, file] = [errorMessage(error), emitter.from];
      // Several outputs may be made from one source, and find the same.
      if (problems.some((other) => other.message === message && other.location.file === file))
        continue;
      const location = { file, line: 1, column: 1 };
      problems.push({ rule: emitter.name, severity: "error", message, location });
    }
  }
  const own = await runCustomEmitters(catalog, files);
  return {
    files: [...files, ...own.files].sort((a, b) => (a.path < b.path ? -1 : 1)),
    id: catalog.manifest.id,
    ...foldersOf(catalog),
    sharedFolders: own.folders,
    problems: [...problems, ...own.problems],
  };
}

function foldersOf({ manifest }: Catalog): Pick<Emitted, "generatedFolders" | "folders"> {
  const sources = Object.values(manifest.packages).map(({ folder }) => folder);
  const generated = ["generated", ...sources.map((source) => posix.join(source, "generated"))];
  const owned = manifest.runtime === true ? ["generated", ...sources] : generated;
  const normal = (folder: string) => posix.normalize(folder).replace(/\/$/, "");
  return { generatedFolders: generated.map(normal), folders: owned.map(normal) };
}
