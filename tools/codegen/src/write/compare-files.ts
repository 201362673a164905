import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Problem } from "../problem/problem.js";
import type { Emitted, OutputFile } from "./output-file.js";
import { ownership } from "./ownership.js";

/** How the files on disk differ from those that the catalog gives. Paths are relative to the catalog's folder. */
export interface FileChanges {
  /** Files that have another content, or could not be read. */
  readonly outdated: readonly OutputFile[];
  /** Files that are not there. */
  readonly missing: readonly OutputFile[];
  /** Files in a generated folder, or made by this catalog's own emitters, that nothing generates any more. */
  readonly unexpected: readonly string[];
  /** Files that would be replaced or removed, and that codegen has not written: they are somebody's own. */
  readonly foreign: readonly string[];
}

/** Compares the files on disk with those that the catalog gives, and writes nothing. */
export function compareFiles(
  directory: string,
  { files, owner }: Pick<Emitted, "files" | "owner">,
): FileChanges {
  const { folders, sharedFolders } = owner;
  const isOurs = ownership(directory, owner);
  const outdated: OutputFile[] = [];
  const missing: OutputFile[] = [];
  const foreign: string[] = [];
  for (const file of files) {
    const content = readText(join(directory, file.path));
    if (content === undefined) missing.push(file);
    else if (content === file.text) continue;
    else if (isOurs(file.path, content)) outdated.push(file);
    else foreign.push(file.path);
  }
  const expected = new Set(files.map(({ path }) => resolve(directory, path)));
  const others = (list: readonly string[]) =>
    list
      .flatMap((folder) => listFiles(directory, folder))
      .filter((path) => !expected.has(resolve(directory, path)))
      .map((path) => ({ path, ours: isOurs(path, readText(join(directory, path)) ?? "") }));
  const owned = others(folders);
  const ours = [...owned, ...others(sharedFolders)].filter((file) => file.ours);
  foreign.push(...owned.filter((file) => !file.ours).map(({ path }) => path));
  return { outdated, missing, unexpected: [...new Set(ours.map(({ path }) => path))], foreign };
}

/** The files that are somebody's own, each as a problem at its place. */
export function foreignProblems({ foreign }: FileChanges): Problem[] {
  return foreign.map((file) => ({
    rule: "generated",
    severity: "error",
    message: "is in the way: it does not say that codegen has written it for this catalog",
    hint: "move it, or have the generators write elsewhere (source and emitters in catalog.yaml)",
    location: { file, line: 1, column: 1 },
  }));
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** What tools leave beside sources. */
const FOREIGN_FOLDER = /^(\..*|node_modules|__pycache__)$/;

function listFiles(directory: string, folder: string): string[] {
  try {
    return readdirSync(join(directory, folder), { withFileTypes: true }).flatMap((item) =>
      item.isDirectory()
        ? FOREIGN_FOLDER.test(item.name)
          ? []
          : listFiles(directory, `${folder}/${item.name}`)
        : [`${folder}/${item.name}`],
    );
  } catch {
    return [];
  }
}
