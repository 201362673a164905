import type { Wire } from "../../catalog/catalog.js";
import type { ColumnChoice } from "./columns.js";
import { readCsv } from "./csv.js";
import { type Format, formatOf } from "./format.js";
import { readHtml } from "./html.js";
import { readMarkdown } from "./markdown.js";
import { readOpenapi } from "./openapi.js";
import type { Reading, TableDocument } from "./row.js";
import { readRunTogether } from "./run-together.js";

/** What the user said of a document. */
export interface ReadOptions {
  /** By the file's ending where it is not said. */
  readonly format?: Format;
  readonly columns?: ColumnChoice;
  /** The schema whose values are the codes, of an OpenAPI document. */
  readonly enumPath?: string;
}

/** Reads the error table in a document. Every row of it is among the rows, the problems, or what was not read. */
export function readDocument(
  { file, text: written }: TableDocument,
  wire: Wire,
  options: ReadOptions,
): Reading {
  // Some of the parsers count a carriage return as a line of its own.
  const text = written.replaceAll("\r\n", "\n").replaceAll("\r", " ");
  const document = { file, text };
  const { format = formatOf(document), columns = {}, enumPath } = options;
  switch (format) {
    case "csv":
      return readCsv(document, columns);
    case "tsv":
      return readCsv(document, columns, "\t");
    case "html":
      return readHtml(document, columns);
    case "markdown":
      return readMarkdown(document, columns);
    case "openapi":
      return readOpenapi(document, wire, enumPath);
    case "text":
      return readRunTogether(document);
  }
}
