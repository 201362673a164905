import { join } from "node:path";
import type { Category, Entry, Locale } from "../../catalog/catalog.js";
import { inFieldOrder } from "../../catalog/entry.js";
import { localeSchema, openCatalogSchema } from "../../catalog/file-schemas.js";
import { CATALOG_FORMAT } from "../../catalog/import.js";
import type { Problem } from "../../problem/problem.js";
import { readSourceFile } from "../../source/read-source-file.js";
import type { SourceFile } from "../../source/source-file.js";
import { memoizeByObject } from "../../std/memoize-by-object.js";
import { describeFiles } from "../describe-sources.js";
import type { Session } from "../session.js";
import { validateFile } from "../validate-file.js";
import { wellFormedEntries, wellFormedLocale } from "../well-formed.js";
import { findPublished, listInstalled } from "./find-published.js";
import { publishedSchema } from "./published-schema.js";

/** A catalog as its package publishes it. */
export interface Published {
  readonly id: string;
  readonly version?: string;
  readonly categories: Readonly<Record<string, Category>>;
  /** Its own entries. */
  readonly entries: readonly Entry[];
  /** The packages that it imports entries from itself, by the names of the entries. */
  readonly imported: ReadonlyMap<string, string>;
  /** The codes that others of its errors have too, which it does not publish. */
  readonly sharedCodes: readonly string[];
  /** Its texts, in those of the wanted locales that it has. */
  readonly locales: readonly Locale[];
  readonly files: readonly string[];
  readonly fileState: string;
}

/** The reason why the catalog of a package cannot be read. */
export interface PublishedFault {
  readonly message: string;
  readonly hint: string;
}

/** Reads the catalog of an installed package, with its texts in some locales. */
export function readPublished(
  directory: string,
  packageName: string,
  tags: readonly string[],
  session: Session,
): Published | PublishedFault {
  const found = findPublished(directory, packageName, "catalog.json");
  if (found === "not installed") return notInstalled(packageName);
  if (found === "not published") return notACatalog(packageName);
  if (found === "replaced") return replaced(packageName);
  const texts = tags
    .map((tag) => findPublished(directory, packageName, `locales/${tag}.json`))
    .filter((each) => typeof each !== "string");
  const read = [found, ...texts].map(({ root, file }) => join(root, file));
  const files = [...read, ...listInstalled(directory, packageName)];
  const fileState = describeFiles(files);

  // Problems name a place in the package, and show no lines of it.
  const readFile = (root: string, file: string) =>
    readSourceFile(root, file, { characters: "none", parsed: session.parsed });
  const source = readFile(found.root, found.file);
  const fault = findFault(packageName, source, session);
  if (fault !== undefined) return fault;
  const catalog = source.value as PublishedJson;
  const imported = new Map(
    (catalog.imports ?? []).flatMap((each) => each.names.map((name) => [name, each.package])),
  );
  const locales = texts.map(({ root, file: path }) => {
    const file = readFile(root, path);
    return { file, validation: validateFile(file, localeSchema, session.validations, "first") };
  });
  const [malformed] = locales.flatMap((locale) =>
    locale.file.problems.concat(locale.validation.problems),
  );
  if (malformed !== undefined) return unreadable(packageName, malformed);
  return {
    id: catalog.id,
    ...(found.version !== undefined && { version: found.version }),
    categories: catalog.categories,
    entries: entriesOf(source).filter(({ name }) => !imported.has(name)),
    imported,
    sharedCodes: catalog.sharedCodes ?? [],
    locales: locales.map(wellFormedLocale),
    files,
    fileState,
  };
}

/** The parts that are read of a `catalog.json`, beside its entries. */
interface PublishedJson extends Pick<Published, "id" | "categories"> {
  readonly sharedCodes?: readonly string[];
  readonly imports?: readonly { readonly package: string; readonly names: readonly string[] }[];
}

/** The entries of a `catalog.json` that can be read. */
function entriesOf(source: SourceFile): readonly Entry[] {
  return wellFormedEntries({ file: entriesIn(source), validation: VALID }).map(
    ({ entry }) => entry,
  );
}

const VALID = { problems: [], invalidPaths: [] };

/** The entries of a `catalog.json`, with the fields that this version of codegen knows. */
const entriesIn = memoizeByObject((file: SourceFile): SourceFile => {
  const { entries } = file.value as { readonly entries: readonly Entry[] };
  return { ...file, value: { entries: entries.map((entry) => inFieldOrder(entry)) } };
});

function findFault(
  packageName: string,
  source: SourceFile,
  { validations }: Session,
): PublishedFault | undefined {
  const [syntax] = source.problems;
  if (syntax !== undefined) return unreadable(packageName, syntax);
  const { format, entries } = (source.value ?? {}) as Readonly<Record<string, unknown>>;
  if (!Array.isArray(entries)) return notACatalog(packageName);
  if (format !== CATALOG_FORMAT) return otherFormat(packageName, format);
  const [form] = validateFile(source, publishedSchema, validations, "first").problems;
  if (form !== undefined) return unreadable(packageName, form);
  const file = entriesIn(source);
  const [entry] = validateFile(file, openCatalogSchema, validations, "first").problems;
  if (entry !== undefined) return unreadable(packageName, entry);
  const names = new Set<string>();
  for (const { name } of entriesOf(source)) {
    if (names.has(name)) return duplicateName(packageName, name);
    names.add(name);
  }
  return undefined;
}

function notInstalled(name: string): PublishedFault {
  return {
    message: `the package ${name} is not installed`,
    hint: `install it where the catalog is: npm install --save-dev ${name}, or the same with pnpm or Yarn`,
  };
}

function notACatalog(name: string): PublishedFault {
  return {
    message: `${name} is not an error catalog: it has no catalog.json of codegen's`,
    hint: "the package of a catalog exports ./catalog.json and ./locales/*.json; in a workspace, generate that catalog first",
  };
}

function replaced(name: string): PublishedFault {
  return {
    message: `${name} was installed again while codegen runs`,
    hint: "start codegen again: Node remembers where a package is",
  };
}

function otherFormat(name: string, format: unknown): PublishedFault {
  const isNewer = typeof format === "number" && format > CATALOG_FORMAT;
  return {
    message: `the catalog of ${name} has format ${JSON.stringify(format) ?? "0"}, and this codegen reads format ${CATALOG_FORMAT}`,
    hint: isNewer
      ? "install a newer version of codegen"
      : `install a newer version of ${name}, or ask its owner to generate it again`,
  };
}

function duplicateName(packageName: string, name: string): PublishedFault {
  return {
    message: `the catalog of ${packageName} cannot be read: duplicate name ${name}`,
    hint: HOW_GENERATED,
  };
}

const HOW_GENERATED = "codegen generates these files: install the package again, or ask its owner";

function unreadable(
  name: string,
  { message, location: { file, line, column } }: Problem,
): PublishedFault {
  return {
    message: `the catalog of ${name} cannot be read: ${file}:${line}:${column} ${message}`,
    hint: HOW_GENERATED,
  };
}
