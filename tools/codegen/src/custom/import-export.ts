import { existsSync, realpathSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { errorMessage } from "../std/error-message.js";
import { contains } from "../write/contains.js";
import { findProject } from "../write/find-project.js";

/** Reports what is wrong with a module of a catalog. */
export type ReportFault = (message: string, hint?: string) => void;

/** A member that an export must have, with what it must be. */
export interface Member {
  readonly name: string;
  readonly expected: string;
  readonly isValid: (value: unknown) => boolean;
}

/** The name of a custom rule or emitter: it is printed with everything that it reports. */
export const NAME: Member = {
  name: "name",
  expected: "in kebab-case, of at most 50 characters",
  isValid: (value) => typeof value === "string" && /^[a-z][a-z0-9-]{0,49}$/.test(value),
};

/**
 * Imports an export of a module, and checks that it has the members of its type; undefined if it
 * has to be reported. Paths are relative to `directory`. Each member is read once: what is checked
 * is what is used.
 */
export async function importExport<Export>(
  directory: string,
  module: string,
  exportName: string,
  members: readonly Member[],
  report: ReportFault,
): Promise<Export | undefined> {
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
    const exports = (await import(href)) as Readonly<Record<string, unknown>>;
    const value = (exports[exportName] ?? {}) as Readonly<Record<string, unknown>>;
    const read = new Map(members.map(({ name }) => [name, readMember(value, name)]));
    const wrong = members.filter(({ name, isValid }) => !isValid(read.get(name)));
    for (const { name, expected } of wrong)
      report(
        `${module} must export ${article(exportName)} "${exportName}" that has ${name}: ${expected}`,
      );
    return wrong.length > 0 ? undefined : (Object.fromEntries(read) as Export);
  } catch (error) {
    report(`${module} cannot be loaded: ${errorMessage(error)}`);
    return undefined;
  }
}

/** Reads a member; a function can be called without the object that it is a member of. */
function readMember(value: Readonly<Record<string, unknown>>, name: string): unknown {
  const member = value[name];
  return typeof member === "function" ? member.bind(value) : member;
}

function article(word: string): string {
  return /^[aeiou]/.test(word) ? "an" : "a";
}
