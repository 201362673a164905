import type { Wire } from "../../catalog/catalog.js";
import { type Format, formatOf } from "./format.js";
import { readCsv } from "./grids/read-csv.js";
import { readAsciidoc } from "./pages/read-asciidoc.js";
import { readHtml } from "./pages/read-html.js";
import { readMarkdown } from "./pages/read-markdown.js";
import { readRst } from "./pages/read-rst.js";
import type { ColumnChoice } from "./rows/choose-columns.js";
import { type Reading, type TableDocument, toTableDocument } from "./rows/row.js";
import { readSource } from "./sources/read-source.js";
import { readText } from "./texts/read-text.js";
import { readList } from "./trees/read-list.js";
import { readOpenapi } from "./trees/read-openapi.js";

/** The options of reading a document. */
export interface ReadOptions {
  /** Default: by the file extension. */
  readonly format?: Format;
  readonly columns?: ColumnChoice;
  /** OpenAPI only: the path of the schema whose values are the codes. */
  readonly enumPath?: string;
}

/**
 * Reads the error table in a document. Each row of it becomes a row, a problem, or is listed as
 * unread.
 */
export function readDocument(
  { file, text: written }: TableDocument,
  wire: Wire,
  options: ReadOptions,
): Reading {
  // Some parsers count a carriage return as the end of a line.
  const text = written.replaceAll("\r\n", "\n").replaceAll("\r", " ");
  const document = toTableDocument(file, text);
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
    case "list":
      return readList(document, columns);
    case "text":
      return readText(document, columns);
    case "rst":
      return readRst(document, columns);
    case "asciidoc":
      return readAsciidoc(document, columns);
    case "enums":
      return readEnums(document, columns);
    default:
      return readSource(document, format);
  }
}

/** Reads the enums and constants of a source file, or lines of codes and texts if it has neither. */
function readEnums(document: TableDocument, columns: ColumnChoice): Reading {
  const reading = readSource(document, "enums");
  const isFound = reading.problems.length > 0 || reading.tables.length > 0;
  return isFound ? reading : readText(document, columns);
}
