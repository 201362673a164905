import { existsSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import {
  type Catalog,
  type Entry,
  type Glossary,
  type JsonSchema,
  type Locale,
  type Manifest,
  type Translation,
  tablesOf,
} from "../catalog/catalog.js";
import { hasErrors, type Problem } from "../problem/problem.js";
import { type DocumentPath, readSourceFile, type SourceFile } from "../source/source-file.js";
import { listFiles } from "../std/list-files.js";
import { RELEASED, releasedSchema } from "./released-file.js";
import {
  checkIsObject,
  checkIsSchema,
  glossarySchema,
  localeSchema,
  type Validation,
  validateFile,
} from "./validate-file.js";

/** What loading a folder gives. */
export interface Loaded {
  /** What is well formed of the catalog; undefined where the manifest or a schema is not. With errors among the problems, nothing may be made of it. */
  readonly catalog: Catalog | undefined;
  readonly problems: readonly Problem[];
  /** Finds the place of an entry, or of a value in it, in the file that it was read from. */
  readonly places: Places;
}

/** Where the parts of a catalog stand in its files. */
export interface Places {
  /** The place of an entry, by its index among the catalog's: names may stand twice. */
  entryAt(index: number, path?: DocumentPath): Problem["location"];
  manifest(path: DocumentPath): Problem["location"];
  locale(tag: string, path: DocumentPath, at?: "key" | "value"): Problem["location"];
  /** A place in `glossary.yaml`, which must be there. */
  glossary(path: DocumentPath): Problem["location"];
  file(file: string): Problem["location"];
}

const MANIFEST = "catalog.yaml";

/** What is said of a folder that is none of a catalog's. */
const NO_CATALOG: Problem = {
  rule: "files",
  severity: "error",
  message: "there is no catalog here: expected catalog.yaml, catalog/ and their schemas",
  hint: "start one with codegen init, or name its folder with --catalog",
  location: { file: MANIFEST, line: 1, column: 1 },
};

/**
 * Reads the catalog in a folder: manifest, schemas, entries, locales and evidence. Every file is read and checked for
 * its form; a part that is malformed is reported and left out, so that the rest can be checked all the same.
 */
export function load(folder: string): Loaded {
  const directory = resolve(folder);
  if (!existsSync(join(directory, MANIFEST)) && !existsSync(join(directory, "catalog"))) {
    const places = placesOf([], readSourceFile(directory, MANIFEST), [], undefined);
    return { catalog: undefined, problems: [NO_CATALOG], places };
  }
  const files = readFiles(directory);
  const { manifest, manifestSchema, schema, wire, openapi, glossary, released, entries, locales } =
    files;
  const manifestForm = validateFile(manifest, manifestSchema.value);
  const glossaryForm = glossary && validateFile(glossary, glossarySchema);
  const releasedForm = released && validateFile(released, releasedSchema);
  const optionalFiles = [glossary, released].filter((file) => file !== undefined);
  const schemas = [manifestSchema, schema, wire, ...(openapi ? [openapi] : [])];
  const problems = [
    ...files.problems,
    ...[...schemas, manifest, ...optionalFiles].flatMap((file) => file.problems),
    ...[...entries, ...locales].flatMap(({ file }) => file.problems),
    ...schemas.flatMap(checkIsObject),
    ...[manifestSchema, schema].flatMap(checkIsSchema),
    ...manifestForm.problems,
    ...(glossaryForm?.problems ?? []),
    ...(releasedForm?.problems ?? []),
    ...[...entries, ...locales].flatMap(({ form }) => form.problems),
  ];

  const located = entries.flatMap(wellFormedEntries);
  // Without these no rule can run.
  const needed = [...schemas, manifest].map(({ file }) => file);
  if (problems.some(({ location }) => needed.includes(location.file))) {
    return { catalog: undefined, problems, places: placesOf(located, manifest, locales, glossary) };
  }
  const read = manifest.value as Manifest;
  const ordered = sortBySource(located, tablesOf(read));
  const catalog: Catalog = {
    directory,
    manifest: read,
    entries: ordered.map(({ entry }) => entry),
    complete: !hasErrors(problems),
    locales: locales.map(wellFormedLocale),
    releasedNames: releasedForm?.faults.length === 0 ? namesIn(released?.value) : [],
    schema: schema.value as JsonSchema,
    wireSchema: wire.value as JsonSchema,
    ...(openapi && { openapi: openapi.value as JsonSchema }),
    ...(glossaryForm?.faults.length === 0 && { glossary: glossary?.value as Glossary }),
    evidence: Object.fromEntries(
      listFiles(join(directory, "evidence")).map((name) => [
        name,
        readLines(directory, `evidence/${name}`),
      ]),
    ),
  };
  return { catalog, problems, places: placesOf(ordered, manifest, locales, glossary) };
}

function readFiles(directory: string) {
  const read = (file: string) => readSourceFile(directory, file);
  const present = listFiles(directory);
  const optional = (file: string) => (present.includes(file) ? read(file) : undefined);
  const problems: Problem[] = [];
  const schema = read("catalog.schema.json");
  const readAll = (folder: string, ending: string, formSchema: unknown): CheckedFile[] => {
    const names = listFiles(join(directory, folder));
    for (const name of names.filter((other) => !other.endsWith(ending))) {
      const location = { file: `${folder}/${name}`, line: 1, column: 1 };
      const message = `is ignored: ${folder}/ holds files that end in ${ending}`;
      problems.push({ rule: "files", severity: "error", message, location });
    }
    return names
      .filter((name) => name.endsWith(ending))
      .map((name) => {
        // One after the other: what reading takes is let go once the form is checked.
        const file = read(`${folder}/${name}`);
        return { file, form: validateFile(file, formSchema) };
      });
  };
  const entries = readAll("catalog", ".yaml", schema.value);
  if (entries.length === 0) {
    const location = { file: "catalog", line: 1, column: 1 };
    problems.push({
      rule: "files",
      severity: "error",
      message: "no entries: expected catalog/*.yaml",
      location,
    });
  }
  return {
    manifest: read(MANIFEST),
    manifestSchema: read("manifest.schema.json"),
    schema,
    wire: read("wire.schema.json"),
    openapi: optional("openapi.yaml"),
    glossary: optional("glossary.yaml"),
    released: optional(RELEASED),
    entries,
    locales: readAll("locales", ".json", localeSchema),
    problems,
  };
}

/** A file, and what checking its form gave. */
interface CheckedFile {
  readonly file: SourceFile;
  readonly form: Validation;
}

function wellFormedEntries({ file, form }: CheckedFile): LocatedEntry[] {
  const faulty = new Set(form.faults.map((path) => (path[0] === "entries" ? path[1] : undefined)));
  return faulty.has(undefined) ? [] : entriesOf(file).filter(({ index }) => !faulty.has(index));
}

function wellFormedLocale({ file, form }: CheckedFile): Locale {
  const faulty = new Set(form.faults.map((path) => path[0]));
  const texts = faulty.has(undefined)
    ? []
    : Object.entries((file.value ?? {}) as Record<string, Translation>);
  return {
    tag: basename(file.file, ".json"),
    translations: Object.fromEntries(texts.filter(([name]) => !faulty.has(name))),
  };
}

interface LocatedEntry {
  readonly entry: Entry;
  readonly file: SourceFile;
  readonly index: number;
}

function entriesOf(file: SourceFile): LocatedEntry[] {
  const entries = (file.value as { entries?: unknown } | undefined)?.entries;
  if (!Array.isArray(entries)) return [];
  return entries.map((entry, index) => ({ entry: withDefaults(entry), file, index }));
}

function namesIn(released: unknown): string[] {
  return (released as { entries: Entry[] }).entries.map(({ name }) => name);
}

function withDefaults(entry: Partial<Entry>): Entry {
  const defaults = { kind: "error", aliases: [], variants: [], params: {}, documented: true };
  return { ...defaults, ...entry } as Entry;
}

/** Documented entries in the order of the tables, then the others by document and line. */
function sortBySource(located: readonly LocatedEntry[], tables: readonly string[]): LocatedEntry[] {
  const key = ({ entry }: LocatedEntry) => {
    const cited = new Set(entry.sources.map(({ document }) => document));
    const table = tables.findIndex((name) => cited.has(name));
    const source = entry.sources.find((one) => one.document === tables[table]) ?? entry.sources[0];
    return {
      table: table < 0 ? tables.length : table,
      group: source?.document ?? "",
      line: source?.line ?? 0,
      name: entry.name,
    };
  };
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...located].sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    return (
      left.table - right.table ||
      compare(left.group, right.group) ||
      left.line - right.line ||
      compare(left.name, right.name)
    );
  });
}

function placesOf(
  located: readonly LocatedEntry[],
  manifest: SourceFile,
  locales: readonly CheckedFile[],
  glossary: SourceFile | undefined,
): Places {
  const localeFiles = new Map(locales.map(({ file }) => [file.file, file]));
  const entryAt = (index: number, path: DocumentPath = ["name"]) => {
    const found = located[index];
    if (found === undefined) return manifest.locate([]);
    return found.file.locate(["entries", found.index, ...path]);
  };
  return {
    entryAt,
    manifest: (path) => manifest.locate(path),
    locale: (tag, path, at) =>
      localeFiles.get(`locales/${tag}.json`)?.locate(path, at) ?? manifest.locate([]),
    glossary: (path) => (glossary ?? manifest).locate(path),
    file: (file) => ({ file, line: 1, column: 1 }),
  };
}

function readLines(directory: string, file: string): string[] {
  const text = readFileSync(join(directory, file), "utf8");
  return text.replace(/\r?\n$/, "").split(/\r?\n/);
}
