import { existsSync, realpathSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { errorMessage } from "../std/error-message.js";
import { contains } from "../write/contains.js";
import { findProject } from "../write/find-project.js";
import { folderFault } from "../write/owned-folder.js";
import type { Emitter } from "./emitter.js";

/** Reports what is wrong with a custom emitter. */
export type ReportFault = (message: string, hint?: string) => void;

/**
 * Imports the emitter of a module, unless it has to be reported; paths are relative to `directory`.
 */
export async function importEmitter(
  directory: string,
  module: string,
  report: ReportFault,
): Promise<Emitter | undefined> {
  if (!existsSync(resolve(directory, module))) {
    report(`${module} does not exist`);
    return undefined;
  }
  const project = findProject(directory);
  if (!contains(realpathSync(project), realpathSync(resolve(directory, module)))) {
    report(`${module} is outside the project ${project}, from where codegen runs no module`);
    return undefined;
  }
  try {
    const { href } = pathToFileURL(resolve(directory, module));
    const exports = (await import(href)) as { readonly emitter?: unknown };
    return validateEmitter(exports.emitter, directory, module, report);
  } catch (error) {
    report(`${module} cannot be loaded: ${errorMessage(error)}`);
    return undefined;
  }
}

type Members = Readonly<Partial<Record<keyof Emitter, unknown>>>;

const KEBAB_CASE = /^[a-z][a-z0-9-]*$/;

/** The members that an emitter must have, each with what it must be. */
const MEMBERS: readonly (readonly [
  name: keyof Emitter,
  expected: string,
  isValid: (value: unknown) => boolean,
])[] = [
  ["name", "in kebab-case", (value) => typeof value === "string" && KEBAB_CASE.test(value)],
  ["from", "a file of the catalog", (value) => typeof value === "string"],
  ["folder", "a path", (value) => value === undefined || typeof value === "string"],
  ["emit", "a function", (value) => typeof value === "function"],
];

function validateEmitter(
  value: unknown,
  directory: string,
  module: string,
  report: ReportFault,
): Emitter | undefined {
  const members = (value ?? {}) as Members;
  const wrong = MEMBERS.filter(([name, , isValid]) => !isValid(members[name]));
  for (const [name, expected] of wrong) {
    report(`${module} must export an "emitter" that has ${name}: ${expected}`);
  }
  if (wrong.length > 0) return undefined;
  const emitter = value as Emitter;
  const fault = folderFault(directory, emitter.folder ?? "generated");
  if (fault === undefined) return emitter;
  report(
    `${module} cannot write into that folder: ${fault}`,
    `set the emitter's "folder" to one that holds no files edited by hand`,
  );
  return undefined;
}
