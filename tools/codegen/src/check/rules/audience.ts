import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import type { Catalog } from "../../catalog/catalog.js";
import { codesOf, isErrorEntry, isInternal } from "../../catalog/entry.js";
import { describeUncompared, findLost } from "../../catalog/find-lost.js";
import type { Places } from "../../load/places.js";
import { readPackage } from "../../std/read-package.js";
import type { Report, Rule } from "../rule.js";

/**
 * No response of an internal error is taken for a public one by those who cannot know it, and the
 * package of the catalog does not publish the sources, which name it. Without internal errors, it
 * publishes no texts that are generated for their sake.
 */
export const rule: Rule = {
  name: "audience",
  check(catalog, report, places) {
    if (!catalog.entries.some(isInternal)) {
      if (catalog.complete) checkExports(catalog, report, places);
      return;
    }
    const { lost, uncompared } = findLost(catalog, (entry) => !isInternal(entry));
    const positions = new Map(catalog.entries.map((entry, index) => [entry, index] as const));
    for (const { inside, outside } of lost) {
      const index = positions.get(outside) ?? 0;
      const message = `${outside.name} is internal, but its responses would be taken for ${inside.name}, which is public`;
      report(places.entryAt(index, ["audience"]), message, {
        hint: "make both internal or both public, or give one of them another code",
      });
    }
    for (const code of uncompared) {
      const first = catalog.entries.findIndex((entry) => codesOf(entry).includes(code));
      report(places.entryAt(first, ["code"]), describeUncompared(code));
    }
    checkReferences(catalog, report, places);
    const source = findPublishedSource(catalog.directory);
    if (source === undefined) return;
    report(places.file("package.json"), `${source} would be published, with internal entries`, {
      hint: 'list only "generated" in files, and export "./locales/*.json": "./generated/locales/*.json"',
    });
  },
};

/** Public outputs have no name of an internal entry, so they leave out what refers to one. */
function checkReferences(catalog: Catalog, report: Report, places: Places): void {
  const internal = new Set(catalog.entries.filter(isInternal).map(({ name }) => name));
  for (const [index, entry] of catalog.entries.entries()) {
    if (internal.has(entry.name)) continue;
    const alike = isErrorEntry(entry) ? (entry.alike ?? []) : [];
    const references = [
      { name: entry.retired?.replacedBy, path: ["retired", "replacedBy"] },
      ...alike.map((name, position) => ({ name, path: ["alike", position] })),
    ];
    for (const { name, path } of references) {
      if (name === undefined || !internal.has(name)) continue;
      const message = `${name} is internal: public outputs do not name it at ${entry.name}`;
      report(places.entryAt(index, path), message, {
        severity: "warning",
        hint: `make ${name} public, or leave it out here`,
      });
    }
  }
}

/** Once the last internal entry is public or gone, the texts of `locales/` are all published. */
function checkExports({ directory }: Catalog, report: Report, places: Places): void {
  const { exports = {} } = readPackage(directory);
  if (!JSON.stringify(exports).includes("/generated/locales/")) return;
  report(
    places.file("package.json"),
    "exports generated/locales/, which is not generated without internal entries",
    { hint: 'add "locales" to files, and export "./locales/*.json": "./locales/*.json"' },
  );
}

/** The sources of a catalog that name internal entries. */
const SOURCES: readonly string[] = ["catalog", "locales", "evidence", "released.json"];

/** The source that npm would publish if the catalog's folder is a package; undefined for none. */
function findPublishedSource(directory: string): string | undefined {
  const { name, version, private: isPrivate, files } = readPackage(directory);
  if (name === undefined || version === undefined || isPrivate === true) return undefined;
  if (files === undefined)
    return existsSync(join(directory, ".npmignore")) ? undefined : "the whole folder";
  if (!Array.isArray(files)) return undefined;
  const firsts = files.map(
    (file) => posix.normalize(String(file)).replace(/^\//, "").split("/")[0],
  );
  return firsts.find((first = "") => SOURCES.includes(first) || /^(\.|\*+)$/.test(first));
}
