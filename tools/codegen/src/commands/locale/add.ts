import { type Catalog, generateCommand } from "../../catalog/catalog.js";
import { neededUnits } from "../../catalog/locale-state.js";
import { canonicalTag, isCanonicalTag, languageName, pseudoTag } from "../../catalog/locale-tag.js";
import { pathFromCurrentFolder } from "../../problem/from-current-folder.js";
import { UserError } from "../../problem/user-error.js";
import { printLocale } from "../../translate/print-locale.js";
import { editFiles } from "../../write/edit-files.js";
import { readCatalog } from "../input/read-catalog.js";
import { type Command, defineCommand } from "../program/command.js";

/** `codegen locale add`. */
export const command: Command = defineCommand({
  name: "add",
  summary: "add a locale (a locales/<tag>.json without texts)",
  examples: ["locale add pt-BR"],
  arguments: { tag: { summary: "a BCP 47 tag, such as vi or pt-BR" } },
  async run({ tag, catalog: folder }) {
    const { catalog } = readCatalog(folder, "text");
    const obstacle = findObstacle(catalog, tag);
    if (obstacle !== undefined) throw new UserError(obstacle);
    const path = `locales/${tag}.json`;
    const text = printLocale(catalog, { tag, translations: {} });
    editFiles(catalog.directory, [{ path, before: undefined, after: text }]);
    const file = pathFromCurrentFolder(catalog.directory, path);
    console.log(`${file}: ${languageName(tag)}, ${neededUnits(catalog).length} texts to translate`);
    console.log(
      `Run ${generateCommand(catalog.manifest)}, then codegen locale export ${tag}. Until texts are added, readers get their next language.`,
    );
    return 0;
  },
});

/** Why a tag cannot become a locale of the catalog; undefined if it can. */
function findObstacle({ manifest, locales, directory }: Catalog, tag: string): string | undefined {
  const { localeAliases = {}, sourceLocale } = manifest;
  if (!isCanonicalTag(tag)) {
    const suggestion = canonicalTag(tag);
    const hint = suggestion === undefined ? "" : `: write ${suggestion}`;
    return `${JSON.stringify(tag)} is not a canonical BCP 47 tag${hint}`;
  }
  if (locales.some((locale) => locale.tag === tag))
    return `${pathFromCurrentFolder(directory, `locales/${tag}.json`)} already exists`;
  if (Object.hasOwn(localeAliases, tag))
    return `${tag} is an alias of ${localeAliases[tag]} in catalog.yaml: remove it there first`;
  if (tag === pseudoTag(sourceLocale)) return `${tag} is the generated pseudo-locale for tests`;
  if (["und", "mul", "zxx"].includes(tag)) return `${tag} is not a language that people read`;
  return undefined;
}
