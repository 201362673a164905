import { readdirSync } from "node:fs";
import type { JsonSchema } from "../catalog/catalog.js";
import {
  catalogSchema,
  entriesOnly,
  glossarySchema,
  localeSchema,
  manifestSchema,
  openCatalogSchema,
} from "../catalog/file-schemas.js";
import type { Manifest } from "../catalog/manifest.js";
import type { CharacterPolicy } from "../characters/check-characters.js";
import { createProblem, type Problem, startOf } from "../problem/problem.js";
import { readSourceFile } from "../source/read-source-file.js";
import type { SourceFile } from "../source/source-file.js";
import { checkOpenapiReferences, checkSchemaReferences } from "./check-references.js";
import { listFolder } from "./list-folder.js";
import { type ReadEvidence, readEvidence } from "./read-evidence.js";
import { RELEASED, releasedSchema } from "./released-file.js";
import type { Session } from "./session.js";
import { checkIsObject, type Validation, validateFile } from "./validate-file.js";

/** The file that a catalog begins with. */
export const MANIFEST = "catalog.yaml";

/** A file, and how it keeps to its schema. */
export interface ValidatedFile {
  readonly file: SourceFile;
  readonly validation: Validation;
}

/** The files of a catalog, each parsed and validated. */
export interface CatalogFiles {
  readonly manifest: ValidatedFile;
  /** Absent: it is made from the manifest. */
  readonly wireSchema: ValidatedFile | undefined;
  readonly openapi: ValidatedFile | undefined;
  readonly glossary: ValidatedFile | undefined;
  readonly released: ValidatedFile | undefined;
  readonly entries: readonly ValidatedFile[];
  readonly locales: readonly ValidatedFile[];
  readonly evidence: ReadEvidence["evidence"];
  /** Problems of the files, and of their presence. */
  readonly problems: readonly Problem[];
}

/** Reads, parses and validates every file of a catalog. */
export function readFiles(directory: string, session: Session): CatalogFiles {
  const { parsed, validations, edited } = session;
  const read = (file: string, schema: JsonSchema, characters: CharacterPolicy = "all") => {
    const source = readSourceFile(directory, file, { characters, parsed, edited });
    return { file: source, validation: validateFile(source, schema, validations) };
  };
  /** The schemas and documents that are the owner's own. */
  const readObject = (file: string, check: (source: SourceFile) => Problem[]) => {
    const source = readSourceFile(directory, file, { parsed, edited });
    const problems = [...checkIsObject(source), ...check(source)];
    return { file: source, validation: { problems, invalidPaths: [] } };
  };
  // A link is there too, and reported.
  const present = new Set(readdirSync(directory));
  const ifPresent = (file: string, make: (file: string) => ValidatedFile) =>
    present.has(file) ? make(file) : undefined;

  const manifest = read(MANIFEST, manifestSchema);
  const entrySchema = entriesOnly(
    isValid(manifest) ? catalogSchema(manifest.file.value as Manifest) : openCatalogSchema,
  );
  const catalogFolder = listFolder(directory, "catalog", ".yaml");
  const localeFolder = listFolder(directory, "locales", ".json");
  const { evidence, problems: evidenceProblems } = readEvidence(directory);
  const files = {
    manifest,
    wireSchema: ifPresent("wire.schema.json", (file) => readObject(file, checkSchemaReferences)),
    openapi: ifPresent("openapi.yaml", (file) => readObject(file, checkOpenapiReferences)),
    glossary: ifPresent("glossary.yaml", (file) => read(file, glossarySchema)),
    // No person writes it: it repeats what the other files said.
    released: ifPresent(RELEASED, (file) => read(file, releasedSchema, "none")),
    entries: catalogFolder.files.map((file) => read(file, entrySchema)),
    locales: localeFolder.files.map((file) => read(file, localeSchema, "all-but-texts")),
  };
  return {
    ...files,
    evidence,
    problems: [
      ...catalogFolder.problems,
      ...(catalogFolder.files.length === 0 ? [NO_ENTRIES] : []),
      ...localeFolder.problems,
      ...evidenceProblems,
      ...problemsOf(files),
    ],
  };
}

/** Whether a file has the right form. */
export function isValid({ validation }: ValidatedFile): boolean {
  return validation.invalidPaths.length === 0;
}

/** The problem of a catalog that has no entries yet. */
export const NO_ENTRIES: Problem = createProblem(
  "files",
  startOf("catalog"),
  "no entries: expected catalog/*.yaml",
);

function problemsOf(files: Omit<CatalogFiles, "problems" | "evidence">): Problem[] {
  const { manifest, wireSchema, openapi, glossary, released, entries, locales } = files;
  const all = [wireSchema, openapi, manifest, glossary, released, ...entries, ...locales].filter(
    (file) => file !== undefined,
  );
  return [
    ...all.flatMap(({ file }) => file.problems),
    ...all.flatMap(({ validation }) => validation.problems),
  ];
}
