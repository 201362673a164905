import { type Catalog, generateCommand } from "../../catalog/catalog.js";
import { localeOf } from "../../catalog/locale.js";
import { localeState, neededUnits } from "../../catalog/locale-state.js";
import { canonicalTag, isCanonicalTag, languageName, pseudoTag } from "../../catalog/locale-tag.js";
import { ownPart } from "../../catalog/own-part.js";
import { showInLine } from "../../characters/unseen.js";
import { pathFromCurrentFolder } from "../../problem/from-current-folder.js";
import { UserError } from "../../problem/user-error.js";
import { count } from "../../std/count.js";
import { listSome } from "../../std/list-some.js";
import { portableNameFault } from "../../std/portable-name.js";
import { apiTexts } from "../../translate/api-texts.js";
import { importTexts } from "../../translate/import-texts.js";
import { printLocale } from "../../translate/print-locale.js";
import { editFiles } from "../../write/edit-files.js";
import { readCatalog, type UsableCatalog } from "../input/read-catalog.js";
import { reportProblems } from "../output/report-problems.js";
import { type Command, defineCommand, type ExitCode } from "../program/command.js";

/** `codegen locale add`. */
export const command: Command = defineCommand({
  name: "add",
  summary: "add a locale without texts; the source locale begins with the API's own texts",
  examples: ["locale add pt-BR", "locale add en"],
  arguments: { tag: { summary: "a BCP 47 tag, such as vi or pt-BR" } },
  async run({ tag, catalog: folder }) {
    const read = readCatalog(folder, "text");
    const usable = { ...read, catalog: ownPart(read.catalog) };
    const { catalog } = usable;
    if (tag === catalog.manifest.sourceLocale) return addApiTexts(usable, folder);
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

/** Gives the source locale the API's own texts where it has none; its other texts are unchanged. */
async function addApiTexts(
  { catalog, places, textOf }: UsableCatalog,
  folder: string,
): Promise<ExitCode> {
  const { sourceLocale: tag } = catalog.manifest;
  const path = `locales/${tag}.json`;
  const file = pathFromCurrentFolder(catalog.directory, path);
  const texts = await apiTexts(catalog, places);
  if (texts.length === 0) throw new UserError(nothingToBegin(catalog, file));
  const { locale, changed, rejected, problems } = await importTexts(catalog, places, tag, texts);
  const after = printLocale(catalog, locale);
  editFiles(catalog.directory, [{ path, before: textOf(path), after }]);
  reportProblems(problems, { folder, format: "text" });
  const left =
    rejected.length === 0 ? "" : `; rejected, and left to you: ${listSome(rejected, 10)}`;
  console.log(
    `${file}: ${count(changed.length, "text")} begun in the API's own words${showInLine(left)}`,
  );
  console.log(
    `Their status is machine: rewrite them for your readers, then run ${generateCommand(catalog.manifest)}.`,
  );
  return rejected.length === 0 ? 0 : 1;
}

/** Why the API has no words for what a file lacks: its general failures have none. */
function nothingToBegin(catalog: Catalog, file: string): string {
  const { sourceLocale: tag } = catalog.manifest;
  const { missing } = localeState(catalog, localeOf(catalog, tag));
  if (missing.length === 0) return `${file} already has every text`;
  return `the API has no words for what ${file} lacks: ${listSome(missing, 10)}; write them through codegen locale export ${tag}`;
}

/** Returns the reason why a tag cannot become a locale of the catalog; undefined if it can. */
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
  const fault = portableNameFault(tag);
  if (fault !== undefined) return `${tag} cannot name a file: ${fault}`;
  if (tag === pseudoTag(sourceLocale)) return `${tag} is the generated pseudo-locale for tests`;
  if (["und", "mul", "zxx"].includes(tag)) return `${tag} is not a language that people read`;
  return undefined;
}
