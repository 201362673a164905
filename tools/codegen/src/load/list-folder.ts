import { type Dirent, lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createProblem, type Problem, startOf } from "../problem/problem.js";
import { IS_LINK } from "../source/read-source-file.js";
import { errorCode } from "../std/error-code.js";
import { errorMessage } from "../std/error-message.js";
import { groupBy } from "../std/group-by.js";
import { nameKey } from "../std/name-key.js";
import { portableNameFault } from "../std/portable-name.js";

/** The files of a folder of a catalog. */
export interface ListedFolder {
  /** Relative to the catalog's folder, sorted. */
  readonly files: readonly string[];
  /** Problems for the rest of the folder, which would otherwise be ignored without a word. */
  readonly problems: readonly Problem[];
}

/** Lists a folder that may hold only files with an ending. Hidden files are left out. */
export function listFolder(directory: string, folder: string, ending: string): ListedFolder {
  const expected = `${folder}/ may hold only ${ending} files`;
  return list(directory, folder, (item) => {
    if (item.isSymbolicLink()) return IS_LINK;
    if (item.isDirectory()) return `unexpected folder, whose files are not read: ${expected}`;
    if (item.isFile() && item.name.endsWith(ending)) return undefined;
    return `unexpected file: ${expected}`;
  });
}

/** Lists a folder of documents of any kind. Its folders are left out. */
export function listDocuments(directory: string, folder: string): ListedFolder {
  return list(directory, folder, (item) => {
    if (item.isSymbolicLink()) return IS_LINK;
    return item.isFile() || item.isDirectory() ? undefined : "is not a file";
  });
}

function list(
  directory: string,
  folder: string,
  findFault: (item: Dirent) => string | undefined,
): ListedFolder {
  const reject = (message: string) => ({
    files: [],
    problems: [createProblem("files", startOf(folder), message)],
  });
  let items: readonly Dirent[];
  try {
    const path = join(directory, folder);
    if (lstatSync(path).isSymbolicLink()) return reject(IS_LINK);
    items = readdirSync(path, { withFileTypes: true });
  } catch (error) {
    return errorCode(error) === "ENOENT"
      ? { files: [], problems: [] }
      : reject(`cannot be read: ${errorMessage(error)}`);
  }
  const seen = items.filter(({ name }) => !name.startsWith("."));
  const sameNames = findSameNames(seen.map(({ name }) => name));
  const found = seen
    .map((item) => ({
      path: `${folder}/${item.name}`,
      isFile: item.isFile(),
      fault: findFault(item),
      nameFault: portableNameFault(item.name) ?? sameNames.get(item.name),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    files: found
      .filter(({ fault, isFile }) => fault === undefined && isFile)
      .map(({ path }) => path),
    problems: found.flatMap(({ path, fault, nameFault }) => {
      const message = fault ?? nameFault;
      return message === undefined ? [] : [createProblem("files", startOf(path), message)];
    }),
  };
}

/** Finds the names that are the same name on some disks, with the reason. */
function findSameNames(names: readonly string[]): ReadonlyMap<string, string> {
  const groups = [...groupBy(names, nameKey).values()].filter((group) => group.length > 1);
  return new Map(
    groups.flatMap((group) =>
      group.map((name) => {
        const others = group
          .filter((other) => other !== name)
          .map((other) => JSON.stringify(other));
        return [name, `has the same name as ${others.join(" and ")} on disks that ignore case`];
      }),
    ),
  );
}
