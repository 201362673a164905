import type {
  Catalog,
  ErrorEntry,
  ImportedCatalog,
  Locale,
  Manifest,
} from "../../catalog/catalog.js";
import { codesOf } from "../../catalog/entry.js";
import type { Import } from "../../catalog/import.js";
import { localeOf } from "../../catalog/locale.js";
import { addTags } from "../../catalog/select-entries.js";
import { wireOf } from "../../catalog/wire.js";
import { createProblem, hasErrors, type Location, type Problem } from "../../problem/problem.js";
import type { DocumentPath } from "../../source/source-file.js";
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
  /** The line of the import that each entry is from. */
  readonly paths: readonly DocumentPath[];
}

/** The reason why an import, or a name in it, cannot be had. */
interface ImportFault {
  readonly path: DocumentPath;
  readonly message: string;
  readonly hint?: string | undefined;
}

/** Adds the entries that the manifest imports, with their texts, behind the catalog's own. */
export function addImports(own: Catalog, places: Places, session: Session): WithImports {
  const problems: Problem[] = [];
  const found: Read[] = [];
  const lines: DocumentPath[] = [];
  for (const [index, wanted] of (own.manifest.imports ?? []).entries()) {
    const { faults, read } = readImport(own, wanted, found, session);
    for (const { path, message, hint } of faults) {
      const place = places.manifest(["imports", index, ...path]);
      problems.push(createProblem("imports", place, message, { hint }));
    }
    if (read === undefined) continue;
    found.push(read);
    lines.push(...read.paths.map((path) => ["imports", index, ...path]));
  }
  problems.push(...findOverrides(own, found, places));
  return {
    catalog: merge(own, found, problems),
    problems,
    lineOf: (index) => places.manifest(lines[index] ?? ["imports"]),
  };
}

/** Reads one import, behind those that were found before it. */
function readImport(
  own: Catalog,
  wanted: Import,
  found: readonly Read[],
  session: Session,
): { readonly faults: readonly ImportFault[]; readonly read?: Read } {
  const tags = own.locales.map(({ tag }) => tag);
  const published = readPublished(own.directory, wanted.package, tags, session);
  if ("message" in published) return { faults: [{ path: ["package"], ...published }] };
  const repeated = findRepeated(own, found, published);
  if (repeated !== undefined) {
    const { what, hint } = repeated;
    return { faults: [{ path: ["package"], message: `${wanted.package} is ${what}`, hint }] };
  }
  const { entries, faults } = takeEntries(published, wanted, wireOf(own.manifest));
  const positions = new Map(wanted.names?.map((name, position) => [name, position]));
  const pathOf = (name: string) => {
    const position = positions.get(name);
    return position === undefined ? ["package"] : ["names", position];
  };
  const { version, categories, files, fileState } = published;
  const imported = {
    package: wanted.package,
    ...(version !== undefined && { version }),
    categories,
    files,
    fileState,
  };
  return {
    faults: faults.map(({ name, ...fault }) => ({ path: pathOf(name), ...fault })),
    read: { published, imported, entries, paths: entries.map(({ name }) => pathOf(name)) },
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
