import { readFileSync } from "node:fs";
import { posix, relative, resolve, sep } from "node:path";
import { parse, stringify } from "yaml";
import type { ErrorEntry, Manifest } from "../catalog/catalog.js";
import { editorSchemas, LOCALE_SCHEMA_PATH } from "../catalog/file-schemas.js";
import { hashSource } from "../catalog/source-hash.js";
import { GENERAL_UNITS, type Texts } from "../catalog/text-unit.js";
import { printJson } from "../std/print-json.js";
import type { OutputFile } from "../write/output-file.js";
import { type InitPlan, PARTS, type Part } from "./init-plan.js";
import { initWireSchema } from "./init-wire-schema.js";

/** The files that a new catalog starts with. */
const TEMPLATES = new URL("../../templates/", import.meta.url);

/** The document that the two entries cite. */
const SAMPLE_TABLE = "errors.md";

/**
 * The files of a new catalog, with paths in the project. It has two entries, or none if a table
 * will be imported.
 */
export function initCatalog(plan: InitPlan): readonly OutputFile[] {
  const values = {
    id: plan.id,
    title: plan.title,
    description: `The error codes of the ${plan.title.replace(/ errors$/, "")}.`,
    table: plan.table ?? SAMPLE_TABLE,
    errorClass: plan.errorClass,
    error: plan.wire.error,
    code: plan.wire.code,
    message: plan.wire.message,
    ...Object.fromEntries(PARTS.map((part) => [part, toPackageTarget(plan, part)])),
    generateCommand: generateCommandOf(plan),
  };
  const template = (file: string) => read(new URL(file, TEMPLATES));
  const entries = plan.table === undefined ? template("catalog/errors.yaml") : undefined;
  const manifest = fill(template("catalog.yaml"), values);
  const schemas = Object.entries(editorSchemas(parse(manifest) as Manifest)).map(
    ([file, schema]) => [`generated/${file}`, printJson(schema)] as const,
  );
  const files: Readonly<Record<string, string>> = {
    "catalog.yaml": manifest,
    ...(entries !== undefined && {
      "catalog/errors.yaml": entries,
      [`evidence/${SAMPLE_TABLE}`]: template(`evidence/${SAMPLE_TABLE}`),
    }),
    "locales/en.json": printTexts(
      (parse(entries ?? "entries: []") as { entries: ErrorEntry[] }).entries,
    ),
    "wire.schema.json": printJson(initWireSchema(plan.wire)),
    "openapi.yaml": fill(template("openapi.yaml"), values),
    // Editors complete from these before the first run of the generators.
    ...Object.fromEntries(schemas),
  };
  return Object.entries(files).map(([file, text]) => ({
    path: posix.join(plan.catalogFolder, file),
    text,
  }));
}

function read(url: URL): string {
  return readFileSync(url, "utf8");
}

/** Fills in values. A line whose value is undefined is removed, with the comment above it. */
function fill(text: string, values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values).reduce(
    (filled, [name, value]) =>
      value === undefined
        ? filled.replace(new RegExp(`(?:^ *#.*\\n)*^.*__${name}__\\n(?:^\\n)?`, "m"), "")
        : filled.replaceAll(`__${name}__`, () => printYaml(value)),
    text,
  );
}

/** A value on one line of YAML, quoted if a reader of any YAML version needs it. */
function printYaml(value: unknown): string {
  return stringify(value, { version: "1.1", collectionStyle: "flow", lineWidth: 0 }).trimEnd();
}

/** The manifest's entry for a package. */
function toPackageTarget(plan: InitPlan, part: Part): object {
  const { root, catalogFolder, layout, name, partFolders } = plan;
  const folder = relative(resolve(root, catalogFolder), resolve(root, partFolders[part]));
  return {
    ...(layout === "packages" && { name: `${name}-${part}` }),
    folder: folder.replaceAll(sep, "/"),
  };
}

/** The command that generates, if the catalog is not in the default folder. */
function generateCommandOf({ catalogFolder }: InitPlan): string | undefined {
  if (catalogFolder === "schemas" || !/^[!-~]+$/.test(catalogFolder)) return undefined;
  return `codegen generate --catalog ${catalogFolder}`;
}

/** The English texts of the entries and of the general failures, each with its source's hash. */
function printTexts(entries: readonly ErrorEntry[]): string {
  const texts = JSON.parse(read(new URL("texts.json", TEMPLATES))) as Record<string, object>;
  const translations = Object.entries(texts).flatMap(([name, text]) => {
    const entry = entries.find((other) => other.name === name);
    if (entry === undefined && !GENERAL_UNITS.includes(name)) return [];
    const sourceHash =
      entry === undefined
        ? hashSource(undefined, {})
        : hashSource({ ...entry, params: entry.params ?? {} }, toSource(entry));
    return [[name, { ...text, status: "translated", sourceHash }]];
  });
  return printJson({ $schema: LOCALE_SCHEMA_PATH, ...Object.fromEntries(translations) });
}

function toSource({ message, description }: ErrorEntry): Texts {
  return { message, description };
}
