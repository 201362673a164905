import { posix, resolve } from "node:path";
import type { Catalog } from "../../catalog/catalog.js";
import { contains, folderFault } from "../../write/owned-folder.js";
import type { Rule } from "../rule.js";

/** The packages are all named or all parts of one project, and no two generate into one folder, nor over what is edited by hand. */
export const rule: Rule = {
  name: "packages",
  check({ directory, manifest: { packages, runtime } }, report, places) {
    const place = (key: string) => places.manifest(["packages", key, "folder"]);
    const seen: [key: string, source: string][] = [];
    for (const [key, { folder }] of Object.entries(packages)) {
      const owned = runtime === true ? folder : posix.join(folder, "generated");
      const fault = folderFault(directory, owned);
      if (fault !== undefined) report(place(key), fault);
      for (const [other, otherSource] of seen) {
        const [one, two] = [resolve(directory, folder), resolve(directory, otherSource)];
        if (one === two) report(place(key), `${folder} is the folder of ${other} too`);
        else if (runtime === true && (contains(one, two) || contains(two, one)))
          report(place(key), `${folder} and the folder of ${other} lie in one another`);
      }
      seen.push([key, folder]);
    }
    checkNames(packages, (key, message) => report(places.manifest(["packages", key]), message));
  },
};

function checkNames(
  packages: Catalog["manifest"]["packages"],
  report: (key: string, message: string) => void,
): void {
  const names = new Map<string, string>();
  const isNamed = Object.values(packages).some(({ name }) => name !== undefined);
  for (const [key, { name }] of Object.entries(packages)) {
    if (name === undefined) {
      if (isNamed) report(key, `${key} has no name, and another has: name all three, or none`);
      continue;
    }
    const owner = names.get(name);
    if (owner !== undefined) report(key, `${name} is the name of ${owner} too`);
    names.set(name, key);
  }
}
