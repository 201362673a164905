import { extname } from "node:path";
import type { TableDocument } from "./rows/row.js";
import { languageOf } from "./sources/language.js";

/** The formats that can be read. */
export const FORMATS = [
  "csv",
  "tsv",
  "html",
  "markdown",
  "openapi",
  "list",
  "text",
  "rst",
  "asciidoc",
  "typescript",
  "java",
  "go",
  "python",
  "enums",
] as const;

/**
 * A format that can be read. `list` is JSON or YAML that is not an OpenAPI document, and `enums` are
 * the enums and constants of Protobuf, GraphQL, C, C++, C#, Kotlin, PHP, Rust and Swift.
 */
export type Format = (typeof FORMATS)[number];

const FORMAT_BY_EXTENSION: Readonly<Record<string, Format>> = {
  ".csv": "csv",
  ".tsv": "tsv",
  ".tab": "tsv",
  ".html": "html",
  ".htm": "html",
  ".md": "markdown",
  ".mdx": "markdown",
  ".markdown": "markdown",
  ".rst": "rst",
  ".rest": "rst",
  ".adoc": "asciidoc",
  ".asciidoc": "asciidoc",
  ".asc": "asciidoc",
};

const OPENAPI =
  /^[ \t{]*["']?(?:openapi|swagger|asyncapi|components|paths|definitions)["']?[ \t]*:|"(?:openapi|swagger)"\s*:\s*"/m;

/**
 * The format of a document by its file extension; JSON and YAML by their first members. A text in
 * which most lines have a tab is tab-separated.
 */
export function formatOf({ file, text }: TableDocument): Format {
  const extension = extname(file).toLowerCase();
  if (/^\.(?:ya?ml|json)$/.test(extension)) return OPENAPI.test(text) ? "openapi" : "list";
  const known = FORMAT_BY_EXTENSION[extension] ?? languageOf(file);
  if (known !== undefined) return known;
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const tabbed = lines.filter((line) => line.includes("\t")).length;
  return tabbed * 2 > lines.length ? "tsv" : "text";
}
