import { existsSync, lstatSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Catalog, Entry, Glossary, JsonSchema, Manifest } from "../catalog/catalog.js";
import { isInternal } from "../catalog/entry.js";
import { catalogSchema } from "../catalog/file-schemas.js";
import { addTags } from "../catalog/select-entries.js";
import { wireOf } from "../catalog/wire.js";
import { createWireSchema } from "../catalog/wire-schema.js";
import { createProblem, hasErrors, type Problem, startOf } from "../problem/problem.js";
import { readSourceFile } from "../source/read-source-file.js";
import { addImports } from "./imports/add-imports.js";
import { createPlaces, type Places } from "./places.js";
import { type CatalogFiles, isValid, MANIFEST, readFiles } from "./read-files.js";
import { createSession, type Session } from "./session.js";
import { sortBySource } from "./sort-by-source.js";
import { type LocatedEntry, wellFormedEntries, wellFormedLocale } from "./well-formed.js";

/** A loaded catalog, its problems, and the places of its parts. */
export interface Loaded {
  /**
   * The well-formed parts of the catalog; undefined where the manifest or a schema is malformed.
   * While there are errors among the problems, nothing may be made from it.
   */
  readonly catalog: Catalog | undefined;
  readonly problems: readonly Problem[];
  /** Finds the place of an entry, or of a value, in the file that it was read from. */
  readonly places: Places;
}

/** The problem of a folder without a catalog. */
const NO_CATALOG = createProblem(
  "files",
  startOf(MANIFEST),
  "there is no catalog here: expected catalog.yaml and catalog/",
  { hint: "start one with codegen init, or name its folder with --catalog" },
);

/** The problem of a folder that is a link: it may lead to another project. */
const LINKED_CATALOG = createProblem("files", startOf("."), "is a symbolic link", {
  hint: "name the folder itself with --catalog",
});

/** Returns why nothing in a folder is read. */
function findObstacle(directory: string): Problem | undefined {
  if (lstatSync(directory, { throwIfNoEntry: false })?.isSymbolicLink()) return LINKED_CATALOG;
  return existsSync(join(directory, MANIFEST)) ? undefined : NO_CATALOG;
}

/** Options for loading a catalog. */
export interface LoadOptions {
  /** The state that the last load left: files that have not changed are not read again. */
  readonly session?: Session | undefined;
  /** Whether the entries that the manifest imports are added; they are by default. */
  readonly imports?: boolean;
}

/**
 * Reads the catalog in a folder: manifest, entries, locales, schemas and evidence. Every file is
 * read and validated. A malformed part is reported and left out, so that the rest can be checked.
 */
export function load(
  folder: string,
  { session = createSession(), imports = true }: LoadOptions = {},
): Loaded {
  const directory = resolve(folder);
  const obstacle = findObstacle(directory);
  if (obstacle !== undefined) {
    const manifest = readSourceFile(directory, MANIFEST);
    const places = createPlaces({ entries: [], manifest, locales: [], glossary: undefined });
    return { catalog: undefined, problems: [obstacle], places };
  }
  const files = readFiles(directory, session);
  const { problems } = files;
  const unsorted = files.entries.flatMap(wellFormedEntries);
  const manifest = usableManifest(files);
  const entries = manifest === undefined ? unsorted : sortBySource(unsorted, manifest);
  const places = createPlaces({
    entries,
    manifest: files.manifest.file,
    locales: files.locales.map(({ file }) => file),
    glossary: files.glossary?.file,
  });
  const own = manifest && assemble(directory, manifest, files, entries);
  if (own === undefined || !imports || own.manifest.imports === undefined)
    return { catalog: own, problems, places };
  const added = addImports(own, places, session);
  const count = own.entries.length;
  return {
    catalog: added.catalog,
    problems: [...problems, ...added.problems],
    places: {
      ...places,
      entryAt: (index, path) =>
        index < count ? places.entryAt(index, path) : added.lineOf(index - count),
    },
  };
}

/** The manifest, if it and the schemas have no problem: without them no rule can run. */
function usableManifest({ manifest, wireSchema, openapi, problems }: CatalogFiles) {
  const needed = [manifest, wireSchema, openapi].flatMap((each) => each?.file.file ?? []);
  const isUsable = !problems.some(({ location }) => needed.includes(location.file));
  return isUsable ? (manifest.file.value as Manifest) : undefined;
}

function assemble(
  directory: string,
  manifest: Manifest,
  { wireSchema, openapi, glossary, released, locales, evidence, problems }: CatalogFiles,
  entries: readonly LocatedEntry[],
): Catalog {
  const hasGlossary = glossary !== undefined && isValid(glossary);
  return {
    directory,
    manifest,
    entries: addTags(
      entries.map(({ entry }) => entry),
      manifest,
    ),
    complete: !hasErrors(problems),
    locales: locales.map(wellFormedLocale),
    ...releasedIn(released && isValid(released) ? released.file.value : { entries: [] }),
    schema: catalogSchema(manifest),
    wireSchema: wireSchema
      ? (wireSchema.file.value as JsonSchema)
      : createWireSchema(wireOf(manifest)),
    wireSchemaSource: wireSchema ? "wire.schema.json" : "catalog.yaml",
    ...(openapi && { openapi: openapi.file.value as JsonSchema }),
    ...(hasGlossary && { glossary: glossary.file.value as Glossary }),
    evidence,
  };
}

function releasedIn(released: unknown): Pick<Catalog, "releasedNames" | "releasedSunsets"> {
  const all = (released as { readonly entries: readonly Entry[] }).entries;
  // Nobody got an internal entry with a release.
  const entries = all.filter((entry) => !isInternal(entry));
  const sunsets = entries.flatMap(({ name, retired }) =>
    typeof retired?.sunset === "string" ? [[name, retired.sunset] as const] : [],
  );
  return {
    releasedNames: entries.map(({ name }) => name),
    releasedSunsets: Object.fromEntries(sunsets),
  };
}
