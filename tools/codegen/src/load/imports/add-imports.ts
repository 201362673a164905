import type {
  Catalog,
  ErrorEntry,
  ImportedCatalog,
  Locale,
  Manifest,
} from "../../catalog/catalog.js";
import { codesOf } from "../../catalog/entry.js";
import { localeOf } from "../../catalog/locale.js";
import { addTags } from "../../catalog/select-entries.js";
import { wireOf } from "../../catalog/wire.js";
import { createProblem, hasErrors, type Location, type Problem } from "../../problem/problem.js";
import type { Places } from "../places.js";
import type { Session } from "../session.js";
import { type Published, readPublished } from "./read-published.js";
import { takeEntries } from "./take-entries.js";

/** A catalog with its imports, and the line of the manifest that each imported entry is from. */
export interface WithImports {
  readonly catalog: Catalog;
  readonly problems: readonly Problem[];
  /** Finds the line of an imported entry, by its index among these. */
  readonly lineOf: (index: number) => Location;
}

/** One import that could be read. */
interface Read {
  readonly published: Published;
  readonly imported: ImportedCatalog;
  readonly entries: readonly ErrorEntry[];
}

/** Adds the entries that the manifest imports, with their texts, behind the catalog's own. */
export function addImports(own: Catalog, places: Places, session: Session): WithImports {
  const { manifest } = own;
  const problems: Problem[] = [];
  const lines: (readonly (string | number)[])[] = [];
  const found: Read[] = [];
  for (const [index, wanted] of (manifest.imports ?? []).entries()) {
    const line = ["imports", index];
    const report = (path: readonly (string | number)[], message: string, hint?: string) =>
      problems.push(
        createProblem("imports", places.manifest([...line, ...path]), message, { hint }),
      );
    const tags = own.locales.map(({ tag }) => tag);
    const published = readPublished(own.directory, wanted.package, tags, session);
    if ("message" in published) {
      report(["package"], published.message, published.hint);
      continue;
    }
    const repeated = findRepeated(own, found, published);
    if (repeated !== undefined) {
      report(["package"], `${wanted.package} is ${repeated.what}`, repeated.hint);
      continue;
    }
    const { entries, faults } = takeEntries(published, wanted, wireOf(manifest));
    const positions = new Map(wanted.names?.map((name, position) => [name, position]));
    const pathOf = (name: string) => {
      const position = positions.get(name);
      return position === undefined ? ["package"] : ["names", position];
    };
    for (const { name, message, hint } of faults) report(pathOf(name), message, hint);
    lines.push(...entries.map(({ name }) => [...line, ...pathOf(name)]));
    const { version, categories, files, fileState } = published;
    const imported = {
      package: wanted.package,
      ...(version !== undefined && { version }),
      categories,
      files,
      fileState,
    };
    found.push({ published, imported, entries });
  }
  problems.push(...findOverrides(own, found, places));
  return {
    catalog: merge(own, found, problems),
    problems,
    lineOf: (index) => places.manifest(lines[index] ?? ["imports"]),
  };
}

/** Finds the reason why a catalog is imported once too often. */
function findRepeated({ manifest }: Catalog, found: readonly Read[], { id }: Published) {
  if (id === manifest.id)
    return { what: `the catalog ${id}, as this one is`, hint: "a catalog does not import itself" };
  const earlier = found.find(({ published }) => published.id === id);
  if (earlier === undefined) return undefined;
  const hint = `list all names in the import of ${earlier.imported.package}`;
  return { what: `the catalog ${id}, which is imported already`, hint };
}

/** Reports the texts of this catalog for imported entries: those of their owner count. */
function findOverrides(own: Catalog, found: readonly Read[], places: Places): readonly Problem[] {
  const owners = new Map(
    found.flatMap(({ imported, entries }) =>
      entries.map(({ name }) => [name, imported.package] as const),
    ),
  );
  const ownNames = new Set(own.entries.map(({ name }) => name));
  return own.locales.flatMap(({ tag, translations, developer = {} }) => {
    const paths = [
      ...Object.keys(translations).map((name) => [name]),
      ...Object.keys(developer).map((name) => ["developer", name]),
    ];
    return paths.flatMap((path) => {
      const name = path.at(-1) ?? "";
      const owner = owners.get(name);
      // Of a name that is there twice, nobody knows yet whose it becomes.
      if (owner === undefined || ownNames.has(name)) return [];
      const message = `${name} is imported from ${owner}, whose texts it has`;
      const hint = "remove this text: to change it, change it there";
      return [createProblem("imports", places.locale(tag, path, "key"), message, { hint })];
    });
  });
}

function merge(own: Catalog, found: readonly Read[], problems: readonly Problem[]): Catalog {
  const { manifest, sharedCodes = [] } = own;
  const imported = found
    .flatMap(({ entries }) => entries)
    .map((entry) => withTags(entry, manifest));
  const shared = found.flatMap(({ published, entries }) => {
    const codes = new Set(entries.flatMap(codesOf));
    return published.sharedCodes.filter((code) => codes.has(code));
  });
  return {
    ...own,
    entries: [...own.entries, ...addTags(imported, manifest)],
    ...(shared.length > 0 && { sharedCodes: [...sharedCodes, ...shared] }),
    imports: found.map(({ imported }) => imported),
    complete: own.complete && !hasErrors(problems),
    locales: own.locales.map((locale) => found.reduce(addTexts, locale)),
  };
}

/** An imported entry has those of its tags that the manifest declares too. */
function withTags(entry: ErrorEntry, { tags = {} }: Manifest): ErrorEntry {
  const { tags: theirs = [], ...rest } = entry;
  const known = theirs.filter((tag) => Object.hasOwn(tags, tag));
  return known.length === 0 ? rest : { ...rest, tags: known };
}

function addTexts(locale: Locale, { published, entries }: Read): Locale {
  const theirs = localeOf(published, locale.tag);
  const pick = <Text>(texts: Readonly<Record<string, Text>>) =>
    Object.fromEntries(
      entries.flatMap(({ name }) => (texts[name] === undefined ? [] : [[name, texts[name]]])),
    ) as Readonly<Record<string, Text>>;
  const developer = { ...locale.developer, ...pick(theirs.developer ?? {}) };
  return {
    ...locale,
    translations: { ...locale.translations, ...pick(theirs.translations) },
    ...(Object.keys(developer).length > 0 && { developer }),
  };
}
