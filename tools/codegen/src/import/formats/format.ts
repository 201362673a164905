import { extname } from "node:path";
import type { TableDocument } from "./row.js";

/** The formats that can be read. */
export const FORMATS = ["csv", "tsv", "html", "markdown", "openapi", "text"] as const;

/** A format that can be read. `text` is a table whose columns run together. */
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
  ".yaml": "openapi",
  ".yml": "openapi",
  ".json": "openapi",
};

/**
 * The format of a document by its file extension. A text in which most lines have a tab is
 * tab-separated.
 */
export function formatOf({ file, text }: TableDocument): Format {
  const known = FORMAT_BY_EXTENSION[extname(file).toLowerCase()];
  if (known !== undefined) return known;
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const tabbed = lines.filter((line) => line.includes("\t")).length;
  return tabbed * 2 > lines.length ? "tsv" : "text";
}
