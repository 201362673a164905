import { posix } from "node:path";
import type { Catalog } from "../catalog/catalog.js";
import { importExport, type Member, NAME, type ReportFault } from "../custom/import-export.js";
import type { ModuleFault } from "../custom/run-modules.js";
import { errorMessage } from "../std/error-message.js";
import type { OutputFile } from "../write/output-file.js";
import { folderFault } from "../write/owned-folder.js";
import type { Emitter } from "./emitter.js";

/** The result of a custom emitter. */
export interface EmitterResult {
  /** The folder to which it writes; undefined if it could not be imported. */
  readonly folder: string | undefined;
  readonly files: readonly OutputFile[];
  readonly faults: readonly ModuleFault[];
}

/** Imports the emitter of a module, and runs it on a copy of the catalog: others see no change. */
export async function runEmitter(catalog: Catalog, module: string): Promise<EmitterResult> {
  const faults: ModuleFault[] = [];
  const report: ReportFault = (message, hint) => void faults.push({ message, hint });
  const emitter = await importEmitter(catalog.directory, module, report);
  if (emitter === undefined) return { folder: undefined, files: [], faults };
  const folder = emitter.folder ?? "generated";
  try {
    const files = readFiles(await emitter.emit(structuredClone(catalog)));
    if (files !== undefined) return { folder, files, faults };
    report(
      `the emitter of ${module} must return a list of { path, text }, both strings, with paths of at most ${MAX_PATH} characters`,
    );
  } catch (error) {
    report(`the emitter of ${module} failed: ${errorMessage(error)}`);
  }
  return { folder, files: [], faults };
}

/** Longer than any system takes. */
const MAX_PATH = 4096;

const MEMBERS: readonly Member[] = [
  NAME,
  {
    name: "from",
    expected: "a file of the catalog",
    isValid: (value) => typeof value === "string",
  },
  {
    name: "folder",
    expected: `a path of at most ${MAX_PATH} characters`,
    isValid: (value) =>
      value === undefined || (typeof value === "string" && value.length <= MAX_PATH),
  },
  { name: "emit", expected: "a function", isValid: (value) => typeof value === "function" },
];

async function importEmitter(
  directory: string,
  module: string,
  report: ReportFault,
): Promise<Emitter | undefined> {
  const emitter = await importExport<Emitter>(directory, module, "emitter", MEMBERS, report);
  const fault = emitter && folderFault(directory, emitter.folder ?? "generated");
  if (fault === undefined) return emitter;
  report(
    `${module} cannot write into that folder: ${fault}`,
    `set the emitter's "folder" to one that holds no files edited by hand`,
  );
  return undefined;
}

/** Reads what an emitter returned, each part of it once; undefined if it is not a list of files. */
function readFiles(returned: unknown): readonly OutputFile[] | undefined {
  if (!Array.isArray(returned)) return undefined;
  const files = Array.from(returned, readFile);
  return files.includes(undefined) ? undefined : (files as readonly OutputFile[]);
}

function readFile(file: unknown): OutputFile | undefined {
  const { path, text } = (file ?? {}) as Partial<Record<keyof OutputFile, unknown>>;
  const isFile = typeof path === "string" && path.length <= MAX_PATH && typeof text === "string";
  return isFile ? { path: posix.normalize(path), text } : undefined;
}
