import { type Catalog, generateCommand } from "../catalog/catalog.js";
import { today } from "../catalog/retirement.js";
import { upperSnake } from "../catalog/upper-snake.js";
import { releaseBump } from "../diff/changeset.js";
import { minimumVersion, wasReleased } from "../diff/minimum-version.js";
import { ownPackage } from "../diff/own-package.js";
import { readReleased } from "../diff/read-snapshot.js";
import { reasonOf } from "../edit/rename.js";
import { renameEntry } from "../edit/rename-entry.js";
import { MANIFEST } from "../load/read-files.js";
import { pathFromCurrentFolder } from "../problem/from-current-folder.js";
import { UserError } from "../problem/user-error.js";
import { editFiles } from "../write/edit-files.js";
import { readCatalog } from "./input/read-catalog.js";
import { refuseNewErrors } from "./input/refuse-new-errors.js";
import { reportRemovedComments } from "./output/report-removed-comments.js";
import { type Command, defineCommand } from "./program/command.js";

/** `codegen rename`. */
export const command: Command = defineCommand({
  name: "rename",
  summary: "rename an entry with its texts; a name that was released stays, retired",
  examples: [
    "rename ITEM_NOT_FOUND PRODUCT_NOT_FOUND",
    'rename ITEM_NOT_FOUND PRODUCT_NOT_FOUND --reason "The API has products now."',
  ],
  arguments: {
    old: { summary: "the name of an entry" },
    new: { summary: "the name that it gets" },
  },
  options: {
    reason: {
      summary: "why the old name is retired (default: that the entry was renamed)",
      value: "<text>",
    },
    dryRun: { summary: "write nothing, and show which files would change" },
  },
  async run({ old: from, new: to, reason, dryRun, catalog: folder, custom }) {
    const { catalog, textOf, entryAndLocaleTexts } = readCatalog(folder, "text");
    const obstacle = findObstacle(catalog, from, to);
    if (obstacle !== undefined) throw new UserError(obstacle);
    const isReleased = catalog.releasedNames.includes(from);
    const since = nextRelease(catalog);
    const texts = new Map(entryAndLocaleTexts()).set(MANIFEST, textOf(MANIFEST) ?? "");
    const edits = renameEntry(texts, {
      from,
      to,
      ...(isReleased && { retired: { since, reason: reason ?? reasonOf(to) } }),
    });
    await refuseNewErrors(catalog, edits, custom);
    reportRemovedComments(folder, edits);
    if (!dryRun) editFiles(catalog.directory, edits);
    for (const { path } of edits) console.log(pathFromCurrentFolder(catalog.directory, path));
    console.log(
      isReleased
        ? `${from} was released: it is retired, and ${to} replaces it. Programs that compare ${from} get ${to} from now on, so this requires a ${releaseBump(catalog, "major")} release.`
        : `${from} is now ${to}.`,
    );
    console.log(
      dryRun ? "Nothing was written (--dry-run)." : `Run ${generateCommand(catalog.manifest)}.`,
    );
    return 0;
  },
});

/** The release that a rename of a released name leads to: a day, where releases have no versions. */
function nextRelease(catalog: Catalog): string {
  const released = readReleased(catalog.directory)?.version;
  const version = ownPackage(catalog).version ?? released;
  const minimum = minimumVersion(version, released, "major");
  if (minimum !== undefined) return minimum;
  // The version has been raised already.
  return released !== undefined && version !== undefined && wasReleased(version)
    ? version
    : today();
}

/** Returns the reason why an entry cannot be renamed; undefined if it can. */
function findObstacle({ entries }: Catalog, from: string, to: string): string | undefined {
  const entry = entries.find(({ name }) => name === from);
  if (entry === undefined) return `${from} is not a name of the catalog`;
  if (entry.from !== undefined)
    return `${from} is imported from ${entry.from}: its owner renames it, in the catalog of that package`;
  if (entry.retired !== undefined) return `${from} is retired: its name no longer changes`;
  const other = entries.find(({ name }) => name === to);
  if (other?.from !== undefined) return `${to} is an entry of ${other.from}, which is imported`;
  if (other !== undefined) return `${to} is another entry of the catalog`;
  if (isName(to)) return undefined;
  const near = upperSnake(to);
  const meant = isName(near) ? near : "capital letters, with _ between words";
  return `${JSON.stringify(to)} is not a name: write ${meant}`;
}

function isName(text: string): boolean {
  return /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/.test(text);
}
