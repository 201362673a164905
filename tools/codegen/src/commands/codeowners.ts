import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Catalog } from "../catalog/catalog.js";
import { ownersOf, rangesOf } from "../catalog/range.js";
import { pathFromCurrentFolder } from "../problem/from-current-folder.js";
import { UserError } from "../problem/user-error.js";
import { decodeUtf8 } from "../std/decode-utf8.js";
import { posixRelative } from "../std/posix-path.js";
import { readRegularFile } from "../std/read-regular-file.js";
import { editFiles } from "../write/edit-files.js";
import { findProject } from "../write/find-project.js";
import { readCatalog } from "./input/read-catalog.js";
import { type Command, defineCommand } from "./program/command.js";

/** `codegen codeowners`. */
export const command: Command = defineCommand({
  name: "codeowners",
  summary: "print the lines of CODEOWNERS that say who owns which file of the catalog",
  examples: ["codeowners", "codeowners --write", "codeowners --check"],
  options: {
    write: { summary: "write them into the CODEOWNERS of the project, and keep its other lines" },
    check: { summary: "fail if the CODEOWNERS of the project has other lines for the catalog" },
  },
  async run({ write, check, catalog: folder }) {
    if (write && check) throw new UserError("use --write or --check, not both");
    const { catalog } = readCatalog(folder, "text");
    const project = findProject(catalog.directory);
    const lines = printOwners(catalog, project);
    if (lines.length === 0) throw new UserError("no file has an owner: add ranges to catalog.yaml");
    if (!write && !check) {
      console.log(lines.join("\n"));
      return 0;
    }
    const path = PLACES.find((each) => existsSync(join(project, each))) ?? ".github/CODEOWNERS";
    const file = join(project, path);
    const shown = pathFromCurrentFolder(project, path);
    const before = existsSync(file) ? decodeUtf8(readRegularFile(file)) : "";
    if (before === undefined) throw new UserError(`${shown} is not UTF-8; nothing was written`, 1);
    const after = replaceBlock(before, marksOf(catalog.manifest.id), lines);
    if (typeof after !== "string")
      throw new UserError(`${shown} ${after.fault}; nothing was written`, 1);
    if (before === after) {
      console.log(`${shown} is up to date`);
      return 0;
    }
    if (check) {
      console.error(`${shown} is out of date: run codegen codeowners --write`);
      return 1;
    }
    editFiles(project, [{ path, before: existsSync(file) ? before : undefined, after }]);
    console.log(`wrote ${shown}`);
    return 0;
  },
});

/** The paths under which GitHub and GitLab look for the file, in their order. */
const PLACES = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"];

/** One line for each file that has an owner; paths begin at the project. */
function printOwners(catalog: Catalog, project: string): readonly string[] {
  return rangesOf(catalog.manifest).map(([file, range]) => {
    const path = posixRelative(project, resolve(catalog.directory, file));
    return `/${path.replace(/[\s#\\[\]!*?]/g, "\\$&")} ${ownersOf(range).join(" ")}`;
  });
}

/** The lines that a catalog's own lines are between. */
interface Marks {
  readonly first: string;
  readonly last: string;
}

function marksOf(id: string): Marks {
  return { first: `# begin ${id} (codegen codeowners --write)`, last: `# end ${id}` };
}

/**
 * Replaces the lines between the marks of a catalog, or adds them at the end, with the file's own
 * line endings. If a mark is missing or duplicate, nobody knows which lines are written by hand.
 */
function replaceBlock(
  text: string,
  { first, last }: Marks,
  owners: readonly string[],
): string | { readonly fault: string } {
  const lineEnd = /\r?\n/.exec(text)?.[0] ?? "\n";
  const block = [first, ...owners, last].map((line) => `${line}${lineEnd}`).join("");
  const lines = text.split(/(?<=\n)/);
  const find = (mark: string) =>
    lines.flatMap((line, index) => (line.trimEnd() === mark ? [index] : []));
  const [starts, ends] = [find(first), find(last)];
  const [[start], [end]] = [starts, ends];
  if (start === undefined && end === undefined) {
    const gap = text === "" ? "" : text.endsWith("\n") ? lineEnd : lineEnd.repeat(2);
    return `${text}${gap}${block}`;
  }
  const isWhole = starts.length === 1 && ends.length === 1;
  if (!isWhole || start === undefined || end === undefined || end < start)
    return { fault: `needs the lines "${first}" and "${last}" once each, in this order` };
  return [...lines.slice(0, start), block, ...lines.slice(end + 1)].join("");
}
