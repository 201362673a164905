import { resolve } from "node:path";
import pc from "picocolors";
import { bumpOf, compare } from "../diff/compare.js";
import { findEarlySunsets } from "../diff/early-sunsets.js";
import { minimumVersion } from "../diff/minimum-version.js";
import { ownPackage } from "../diff/own-package.js";
import { readReleased } from "../diff/read-snapshot.js";
import { snapshotOf } from "../diff/snapshot.js";
import { RELEASED } from "../load/released-file.js";
import { pathFromCurrentFolder } from "../problem/from-current-folder.js";
import { count } from "../std/count.js";
import { printJson } from "../std/print-json.js";
import { readTextIfPresent } from "../std/read-regular-file.js";
import { editFiles } from "../write/edit-files.js";
import { lintCatalog } from "./input/read-catalog.js";
import { reportProblems } from "./output/report-problems.js";
import { type Command, defineCommand } from "./program/command.js";

/** `codegen record`. */
export const command: Command = defineCommand({
  name: "record",
  summary: `record the catalog as released (${RELEASED}), for later diffs to compare with`,
  async run({ catalog: folder, custom }) {
    const before = readTextIfPresent(resolve(folder, RELEASED));
    const { catalog, places } = await lintCatalog(folder, "text", custom);
    const { directory, entries } = catalog;
    const { name, version } = ownPackage(catalog);
    const [released, now] = [readReleased(directory), snapshotOf(catalog)];
    const path = pathFromCurrentFolder(directory, RELEASED);
    const early = released === undefined ? [] : findEarlySunsets(released, catalog, places);
    if (early.length > 0) {
      reportProblems(early, { folder, format: "text" });
      console.error(pc.red(`${path} was not written.`));
      return 1;
    }
    const bump = released === undefined ? "none" : bumpOf(compare(released, now));
    const minimum = minimumVersion(version, released?.version, bump);
    if (minimum !== undefined) {
      const reason = `the changes since ${released?.version} require version ${minimum} or later, but ${name} is at ${version}`;
      console.error(
        pc.red(`${path} was not written: ${reason}.`),
        "Raise the version first: codegen diff shows what requires it, and codegen diff --changeset writes the changeset that does.",
      );
      return 1;
    }
    const text = printJson({ ...(version !== undefined && { version }), ...now });
    editFiles(directory, [{ path: RELEASED, before, after: text }]);
    const at = version === undefined ? "" : `, version ${version}`;
    console.log(`${path}: ${count(entries.length, "entry", "entries")}${at}`);
    return 0;
  },
});
