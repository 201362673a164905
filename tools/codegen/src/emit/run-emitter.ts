import { posix } from "node:path";
import type { Catalog } from "../catalog/catalog.js";
import { errorMessage } from "../std/error-message.js";
import type { OutputFile } from "../write/output-file.js";
import { importEmitter, type ReportFault } from "./import-emitter.js";

/** What is wrong with a custom emitter, or with a file of it. */
export interface EmitterFault {
  readonly message: string;
  readonly hint?: string | undefined;
}

/** What running a custom emitter gives. */
export interface EmitterResult {
  /** Where it writes; undefined if it could not be imported. */
  readonly folder: string | undefined;
  readonly files: readonly OutputFile[];
  readonly faults: readonly EmitterFault[];
}

/** Imports the emitter of a module, and runs it on a copy of the catalog: others see no change. */
export async function runEmitter(catalog: Catalog, module: string): Promise<EmitterResult> {
  const faults: EmitterFault[] = [];
  const report: ReportFault = (message, hint) => void faults.push({ message, hint });
  const emitter = await importEmitter(catalog.directory, module, report);
  if (emitter === undefined) return { folder: undefined, files: [], faults };
  const folder = emitter.folder ?? "generated";
  try {
    const files: unknown = await emitter.emit(structuredClone(catalog));
    if (Array.isArray(files) && files.every(isOutputFile))
      return { folder, files: files.map(normalize), faults };
    report(`the emitter of ${module} must return a list of { path, text }, both strings`);
  } catch (error) {
    report(`the emitter of ${module} failed: ${errorMessage(error)}`);
  }
  return { folder, files: [], faults };
}

function isOutputFile(file: unknown): file is OutputFile {
  const { path, text } = (file ?? {}) as Partial<Record<keyof OutputFile, unknown>>;
  return typeof path === "string" && typeof text === "string";
}

function normalize({ path, text }: OutputFile): OutputFile {
  return { path: posix.normalize(path), text };
}
