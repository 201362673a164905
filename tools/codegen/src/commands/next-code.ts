import { resolve } from "node:path";
import type { Catalog } from "../catalog/catalog.js";
import { codesOf } from "../catalog/entry.js";
import { createNextCode, ownersOf, rangesOf, spansOf } from "../catalog/range.js";
import { wireOf } from "../catalog/wire.js";
import { UserError } from "../problem/user-error.js";
import { listSome } from "../std/list-some.js";
import { posixRelative } from "../std/posix-path.js";
import { readCatalog } from "./input/read-catalog.js";
import { type Command, defineCommand } from "./program/command.js";

/** `codegen next-code`. */
export const command: Command = defineCommand({
  name: "next-code",
  summary: "print the next free code of a file, by the ranges of the manifest",
  examples: ["next-code catalog/orders.yaml", "next-code schemas/catalog/orders.yaml"],
  arguments: { file: { summary: "a file of the catalog" } },
  async run({ file: typed, catalog: folder }) {
    const { catalog } = readCatalog(folder, "text");
    const [file, range] = findRange(catalog, typed);
    const used = [
      ...catalog.entries.flatMap(codesOf),
      ...wireOf(catalog.manifest).success.map(String),
    ];
    const spans = spansOf(range.codes);
    const code = spans.map(createNextCode(used)).find((each) => each !== undefined);
    if (code !== undefined) {
      console.log(code);
      return 0;
    }
    const owner = ownersOf(range).join(", ");
    const hasNumbers = spans.some(({ kind }) => kind === "numbers");
    console.error(
      hasNumbers
        ? `${file} has no free code left in ${(range.codes ?? []).join(", ")}: ask ${owner} for another range`
        : `${file} has no range of numbers, so there is no next code: choose one, or ask ${owner}`,
    );
    return 1;
  },
});

/** The range of a file, whose path is as seen from the catalog's folder or the current one. */
function findRange(catalog: Catalog, typed: string) {
  const ranges = rangesOf(catalog.manifest);
  const seen = posixRelative(catalog.directory, resolve(typed));
  const found = ranges.find(([file]) => file === typed) ?? ranges.find(([file]) => file === seen);
  if (found !== undefined) return found;
  const files = ranges.map(([file]) => file);
  throw new UserError(
    files.length === 0
      ? "no file has a range: add ranges to catalog.yaml"
      : `${typed} has no range in catalog.yaml; these have one: ${listSome(files, 10)}`,
  );
}
