import { existsSync, readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import type { Catalog } from "../catalog/catalog.js";
import { ownersOf, rangesOf } from "../catalog/range.js";
import { pathFromCurrentFolder } from "../problem/from-current-folder.js";
import { UserError } from "../problem/user-error.js";
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
    const before = existsSync(file) ? readFileSync(file, "utf8") : undefined;
    const after = replaceBlock(before ?? "", catalog.manifest.id, lines);
    const shown = pathFromCurrentFolder(project, path);
    if (before === after) {
      console.log(`${shown} is up to date`);
      return 0;
    }
    if (check) {
      console.error(`${shown} is out of date: run codegen codeowners --write`);
      return 1;
    }
    editFiles(project, [{ path, before, after }]);
    console.log(`wrote ${shown}`);
    return 0;
  },
});

/** Where GitHub and GitLab look for the file, in the order in which they do. */
const PLACES = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"];

/** One line for each file that has an owner; paths begin at the project. */
function printOwners(catalog: Catalog, project: string): readonly string[] {
  return rangesOf(catalog.manifest).map(([file, range]) => {
    const path = relative(project, resolve(catalog.directory, file)).split(sep).join("/");
    return `/${path.replace(/[\s#\\[\]!*?]/g, "\\$&")} ${ownersOf(range).join(" ")}`;
  });
}

/** Replaces the lines between the marks of a catalog, or adds them at the end. */
function replaceBlock(text: string, id: string, lines: readonly string[]): string {
  const [first, last] = [`# begin ${id} (codegen codeowners --write)`, `# end ${id}`];
  const block = `${[first, ...lines, last].join("\n")}\n`;
  const [start, end] = [text.indexOf(`${first}\n`), text.indexOf(`${last}\n`)];
  if (start >= 0 && end > start)
    return `${text.slice(0, start)}${block}${text.slice(end + last.length + 1)}`;
  const gap = text === "" ? "" : text.endsWith("\n") ? "\n" : "\n\n";
  return `${text}${gap}${block}`;
}
