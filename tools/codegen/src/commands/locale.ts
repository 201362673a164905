import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Command } from "commander";
import { Option } from "commander";
import pc from "picocolors";
import { type Catalog, generateCommand } from "../catalog/catalog.js";
import { describeState, localeState, textNames } from "../catalog/locale-state.js";
import { canonicalTag, isCanonicalTag, languageName, pseudoTag } from "../catalog/locale-tag.js";
import { type Loaded, load } from "../load/load.js";
import { fromCurrentFolder } from "../problem/from-current-folder.js";
import { printProblems } from "../problem/print-problems.js";
import { hasErrors } from "../problem/problem.js";
import { UserError } from "../problem/user-error.js";
import { decodeUtf8 } from "../std/decode-utf8.js";
import { listSome } from "../std/list-some.js";
import { importTexts } from "../translate/import-texts.js";
import { toOutgoing } from "../translate/outgoing.js";
import { printLocale } from "../translate/print-locale.js";
import { printTextsJson } from "../translate/print-texts-json.js";
import { printXliff } from "../translate/print-xliff.js";
import { readTextsJson } from "../translate/read-texts-json.js";
import { readXliff } from "../translate/read-xliff.js";
import { writeFiles } from "../write/write.js";
import type { Run } from "./run.js";

/** A catalog that could be read, and where its parts stand. */
type Usable = Loaded & { readonly catalog: Catalog };

/** Adds `locale add`, `locale export` and `locale import`. `run` reports what they throw and sets the exit code. */
export function addLocaleCommands(program: Command, run: Run): void {
  const locale = program
    .command("locale")
    .description("translators' work: start, send out, take back");
  const withCatalog = (command: Command) =>
    command.option("--catalog <dir>", "the catalog's folder", "schemas");

  withCatalog(locale.command("add"))
    .description("start a new locale: a file that holds no text yet")
    .argument("<tag>", "BCP 47, such as vi or pt-BR")
    .action((tag: string, { catalog }: Options) => run(() => add(catalog, tag)));

  withCatalog(locale.command("export"))
    .description(
      "write a locale's texts beside their source, with status and notes, for a translator",
    )
    .argument("<tag>", "a locale of the catalog")
    .addOption(new Option("--format <format>").choices(["xliff", "json"]).default("xliff"))
    .option(
      "-o, --output <file>",
      "where to write it; by default <catalog's id>.<tag>.xlf or .json",
    )
    .action((tag: string, options: ExportOptions) => run(() => exportLocale(tag, options)));

  withCatalog(locale.command("import"))
    .description(
      "take back what a translator gives: texts that pass every rule are let in, the others reported",
    )
    .argument("<file>", "XLIFF 1.2, or the JSON that export has written")
    .option("--locale <tag>", "the locale, where the file does not say")
    .action((file: string, options: LocaleImportOptions) => run(() => importLocale(file, options)));
}

interface Options {
  readonly catalog: string;
}

interface LocaleImportOptions extends Options {
  readonly locale?: string;
}

interface ExportOptions extends Options {
  readonly format: "xliff" | "json";
  readonly output?: string;
}

async function add(folder: string, tag: string): Promise<number> {
  const { catalog } = readableCatalog(folder);
  const { localeAliases = {}, sourceLocale } = catalog.manifest;
  if (!isCanonicalTag(tag)) {
    const suggestion = canonicalTag(tag);
    const hint = suggestion === undefined ? "" : `: write ${suggestion}`;
    throw new UserError(`${JSON.stringify(tag)} is no canonical BCP 47 tag${hint}`);
  }
  if (catalog.locales.some((locale) => locale.tag === tag))
    throw new UserError(`locales/${tag}.json is there already`);
  if (Object.hasOwn(localeAliases, tag))
    throw new UserError(
      `${tag} is an alias of ${localeAliases[tag]} in catalog.yaml: remove it there first`,
    );
  if (tag === pseudoTag(sourceLocale))
    throw new UserError(`${tag} is the pseudo-locale for tests, and generated`);
  if (["und", "mul", "zxx"].includes(tag))
    throw new UserError(`${tag} is no language that somebody reads`);
  const text = printLocale(catalog, { tag, translations: {} });
  writeFiles(catalog.directory, [{ path: `locales/${tag}.json`, text }]);
  const file = relative(process.cwd(), join(catalog.directory, `locales/${tag}.json`));
  console.log(`${file}: ${languageName(tag)}, ${textNames(catalog).length} texts to translate`);
  console.log(
    `Run ${generateCommand(catalog.manifest)}, then codegen locale export ${tag}; until the texts follow, the next bundle of the reader's list stands in.`,
  );
  return 0;
}

async function exportLocale(said: string, { catalog: folder, format, output }: ExportOptions) {
  const { catalog } = readableCatalog(folder);
  const locale = findLocale(catalog, said);
  const { tag } = locale;
  const ending = format === "xliff" ? "xlf" : "json";
  const file = output ?? `${catalog.manifest.id}.${tag}.${ending}`;
  const texts = toOutgoing(catalog, tag);
  const text = format === "xliff" ? printXliff(texts) : printTextsJson(texts);
  writeFiles(process.cwd(), [{ path: file, text }]);
  console.log(`${file}: ${describeState(localeState(catalog, locale))}`);
  return 0;
}

async function importLocale(file: string, options: LocaleImportOptions): Promise<number> {
  const { catalog, places } = readableCatalog(options.catalog);
  const text = readUtf8(file);
  const isXml = /^\ufeff?\s*</.test(text);
  const incoming = isXml ? readXliff(file, text) : readTextsJson(file, text);
  const said = options.locale ?? incoming.tag;
  if (incoming.texts.length === 0 && incoming.problems.length > 0) {
    console.error(`${printProblems(incoming.problems, pc)}\n`);
    throw new UserError(`${file} cannot be read; nothing was changed`, 1);
  }
  if (said === undefined)
    throw new UserError(`${file} does not say what locale it holds: say it with --locale <tag>`);
  const { tag } = findLocale(catalog, said);
  const { locale, changed, rejected, problems } = await importTexts(
    catalog,
    places,
    tag,
    incoming.texts,
  );
  const all = [...incoming.problems, ...problems];
  const left = [...incoming.malformed, ...rejected];
  if (all.length > 0) console.error(`${printProblems(all, pc)}\n`);
  const path = `locales/${tag}.json`;
  if (changed.length > 0)
    writeFiles(catalog.directory, [{ path, text: printLocale(catalog, locale) }]);
  const list = changed.length > 0 ? ` (${listSome(changed, 10)})` : "";
  console.log(
    `${path}: ${changed.length} of ${incoming.texts.length + incoming.malformed.length} entries changed${list}`,
  );
  console.log(`${tag}: ${describeState(localeState(catalog, locale))}`);
  if (left.length > 0) console.error(pc.red(`refused, and left as they were: ${left.join(", ")}`));
  if (changed.length > 0) console.log(`Run ${generateCommand(catalog.manifest)}.`);
  return hasErrors(all) ? 1 : 0;
}

/** The catalog, if all of it can be read. What only rules see is no obstacle: it may be what the translator mends. */
function readableCatalog(folder: string): Usable {
  const loaded = load(folder);
  const { catalog, problems } = loaded;
  if (!catalog?.complete) {
    console.error(`${printProblems(fromCurrentFolder(problems, folder), pc)}\n`);
    throw new UserError("the catalog cannot be read; nothing was changed", 1);
  }
  return { ...loaded, catalog };
}

/** The locale of a tag, of an alias, or of a tag as other tools write it. */
function findLocale({ locales, manifest }: Catalog, said: string) {
  const tag = canonicalTag(said) ?? said;
  const aliases = new Map(Object.entries(manifest.localeAliases ?? {}));
  const found = locales.find((locale) => locale.tag === (aliases.get(tag) ?? tag));
  if (found !== undefined) return found;
  const tags = locales.map((locale) => locale.tag).join(", ");
  throw new UserError(
    `the catalog has no locale ${said} (it has ${tags}): add it with codegen locale add ${tag}`,
  );
}

function readUtf8(file: string): string {
  const text = decodeUtf8(readFileSync(file));
  if (text === undefined) throw new UserError(`${file} is not UTF-8; nothing was changed`, 1);
  return text;
}
