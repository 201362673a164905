import { readdirSync, readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import type { Catalog, Entry, JsonSchema, Locale, Manifest, Translation } from "./catalog.js";
import { localeSchema, validateFile } from "./file-schemas.js";
import { hasErrors, type Problem } from "./problem.js";
import { type DocumentPath, directoryUrl, readSourceFile, type SourceFile } from "./source-file.js";

/** What loading a folder gives: the catalog, unless a file's form is wrong, and every problem of form. */
export interface Loaded {
  readonly catalog: Catalog | undefined;
  readonly problems: readonly Problem[];
  /** Finds the place of an entry, or of a value in it, in the file that it was read from. */
  readonly places: Places;
}

/** Where the parts of a catalog stand in its files. */
export interface Places {
  entry(name: string, path?: DocumentPath): Problem["location"];
  /** The place of the nth of several entries that bear one name. */
  entryAt(index: number, path?: DocumentPath): Problem["location"];
  manifest(path: DocumentPath): Problem["location"];
  locale(tag: string, path: DocumentPath, at?: "key" | "value"): Problem["location"];
  file(file: string): Problem["location"];
}

const MANIFEST = "catalog.yaml";

/**
 * Reads the catalog in a folder: manifest, schemas, entries, locales and evidence.
 * Every file is read and checked against its schema before anything is reported.
 */
export function load(folder: string): Loaded {
  const directory = resolve(folder);
  const list = (path: string, ending: string) =>
    listFiles(directory, path).filter((name) => name.endsWith(ending));
  const read = (file: string) => readSourceFile(directory, file);

  const manifestFile = read(MANIFEST);
  const manifestSchema = read("manifest.schema.json");
  const schemaFile = read("catalog.schema.json");
  const wireFile = read("wire.schema.json");
  const openapiFile = listFiles(directory, ".").includes("openapi.yaml")
    ? read("openapi.yaml")
    : undefined;
  const entryFiles = list("catalog", ".yaml").map((name) => read(`catalog/${name}`));
  const localeFiles = list("locales", ".json").map((name) => read(`locales/${name}`));

  const schemas = [manifestSchema, schemaFile, wireFile, ...(openapiFile ? [openapiFile] : [])];
  const problems = [...schemas, manifestFile, ...entryFiles, ...localeFiles].flatMap(
    (file) => file.problems,
  );
  const schema = schemaFile.value as JsonSchema | undefined;
  if (manifestSchema.value !== undefined) {
    problems.push(...validateFile(manifestFile, manifestSchema.value as JsonSchema));
  }
  if (schema !== undefined)
    problems.push(...entryFiles.flatMap((file) => validateFile(file, schema)));
  problems.push(...localeFiles.flatMap((file) => validateFile(file, localeSchema)));

  const located = entryFiles.flatMap((file) => entriesOf(file));
  if (entryFiles.length === 0) {
    const location = { file: "catalog", line: 1, column: 1 };
    problems.push({
      rule: "entries",
      severity: "error",
      message: "no entries: expected catalog/*.yaml",
      location,
    });
  }
  const manifest = manifestFile.value as Manifest;
  if (hasErrors(problems)) {
    return { catalog: undefined, problems, places: placesOf(located, manifestFile, localeFiles) };
  }

  const ordered = sortBySource(located, manifest.table);
  const catalog: Catalog = {
    directory,
    manifest,
    entries: ordered.map(({ entry }) => entry),
    locales: localeFiles.map(
      (file): Locale => ({
        tag: basename(file.file, ".json"),
        translations: file.value as Record<string, Translation>,
      }),
    ),
    schema: schema as JsonSchema,
    wireSchema: wireFile.value as JsonSchema,
    ...(openapiFile && { openapi: openapiFile.value as JsonSchema }),
    evidence: Object.fromEntries(
      listFiles(directory, "evidence").map((name) => [
        name,
        readLines(directory, `evidence/${name}`),
      ]),
    ),
  };
  return { catalog, problems, places: placesOf(ordered, manifestFile, localeFiles) };
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

function withDefaults(entry: Partial<Entry>): Entry {
  const defaults = { kind: "error", aliases: [], variants: [], params: {}, documented: true };
  return { ...defaults, ...entry } as Entry;
}

/** Documented entries in the order of the table, then the others by document and line. */
function sortBySource(located: readonly LocatedEntry[], table: string | undefined): LocatedEntry[] {
  const key = ({ entry }: LocatedEntry) => {
    const source = entry.sources.find(({ document }) => document === table) ?? entry.sources[0];
    return {
      group: source?.document === table ? "" : (source?.document ?? ""),
      line: source?.line ?? 0,
      name: entry.name,
    };
  };
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...located].sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    return (
      compare(left.group, right.group) || left.line - right.line || compare(left.name, right.name)
    );
  });
}

function placesOf(
  located: readonly LocatedEntry[],
  manifest: SourceFile,
  locales: readonly SourceFile[],
): Places {
  const entryAt = (index: number, path: DocumentPath = ["name"]) => {
    const found = located[index];
    if (found === undefined) return manifest.locate([]);
    return found.file.locate(["entries", found.index, ...path]);
  };
  return {
    entryAt,
    entry: (name, path) =>
      entryAt(
        located.findIndex(({ entry }) => entry.name === name),
        path,
      ),
    manifest: (path) => manifest.locate(path),
    locale: (tag, path, at) =>
      locales.find(({ file }) => file === `locales/${tag}.json`)?.locate(path, at) ??
      manifest.locate([]),
    file: (file) => ({ file, line: 1, column: 1 }),
  };
}

function listFiles(directory: string, folder: string): string[] {
  try {
    return readdirSync(new URL(folder, directoryUrl(directory)), { withFileTypes: true })
      .filter((item) => item.isFile() && !item.name.startsWith("."))
      .map((item) => item.name)
      .sort();
  } catch {
    return [];
  }
}

function readLines(directory: string, file: string): string[] {
  const text = readFileSync(new URL(file, directoryUrl(directory)), "utf8");
  return text.replace(/\r?\n$/, "").split(/\r?\n/);
}
