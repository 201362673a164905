import pc from "picocolors";
import type { Catalog } from "../catalog/catalog.js";
import { ownPart } from "../catalog/own-part.js";
import { findEvidence } from "../evidence/evidence-name.js";
import type { Selection } from "../import/choose-tables.js";
import { freeDraftsFile } from "../import/drafts-file.js";
import { FORMATS, type Format } from "../import/formats/format.js";
import { parseColumnChoice } from "../import/formats/rows/choose-columns.js";
import { toTableDocument } from "../import/formats/rows/row.js";
import type { Imported, ImportOptions } from "../import/import-table.js";
import { printDrafts } from "../import/print-drafts.js";
import { printImport, printImportJson } from "../import/print-import.js";
import { printImportMarkdown } from "../import/print-import-markdown.js";
import { NO_ENTRIES } from "../load/read-files.js";
import { fromCurrentFolder, pathFromCurrentFolder } from "../problem/from-current-folder.js";
import { printProblems } from "../problem/print-problems.js";
import { hasErrors } from "../problem/problem.js";
import { UserError } from "../problem/user-error.js";
import { decodeText } from "../std/decode-text.js";
import { editFiles, type FileEdit } from "../write/edit-files.js";
import { readCatalog } from "./input/read-catalog.js";
import { readTextFile } from "./input/read-text-file.js";
import { timeoutOption, withTimeLimit } from "./input/time-limit.js";
import { reportInventory } from "./output/report-inventory.js";
import { type Command, defineCommand, type ExitCode } from "./program/command.js";

/** `codegen import`. */
export const command: Command = defineCommand({
  name: "import",
  summary: "import an error table: propose entries for errors that the catalog does not have yet",
  examples: [
    "import error-codes.html --dry-run",
    "import errors.csv --columns code=1,message=Text",
    "import errors.md --table 1,3",
    "import openapi.yaml --enum components.schemas.ErrorCode",
    "import services/*/openapi.yaml --compare",
  ],
  arguments: {
    document: {
      summary:
        "CSV, HTML, Markdown, reStructuredText, AsciiDoc, OpenAPI, JSON, YAML, text, or code",
      isRepeated: true,
    },
  },
  options: {
    from: {
      summary: "format of the document (default: by file extension)",
      value: "<format>",
      choices: FORMATS,
    },
    columns: {
      summary: "which column holds what, by heading or number: code=1,message=Text",
      value: "<list>",
      isList: true,
    },
    enum: { summary: "OpenAPI only: path of the schema that lists the codes", value: "<path>" },
    lines: { summary: "import these lines only", value: "<from-to>" },
    table: { summary: "import these tables only, by number: 1,3-5", value: "<list>", isList: true },
    skipTable: { summary: "leave out these tables", value: "<list>", isList: true },
    partial: {
      summary: "the document is not the complete table; do not report other entries as missing",
    },
    keepGoing: { summary: "import the valid rows, and report the others" },
    dryRun: { summary: "write nothing, and show what would be written" },
    compare: {
      summary:
        "compare several documents with each other, before there is a catalog; writes nothing",
    },
    timeout: timeoutOption,
    format: {
      summary: "how the result is reported (markdown: only what differs, nothing if nothing does)",
      choices: ["text", "json", "markdown"],
      default: "text",
    },
  },
  async run({ document: documents, catalog: folder, compare, ...values }) {
    const { format, keepGoing, dryRun, timeout, ...options } = values;
    const wanted = readOptions(options);
    if (compare) return reportAll(documents, folder, format, { ...wanted, timeout });
    const [file = "", ...others] = documents;
    if (others.length > 0)
      throw new UserError("import takes one document; use --compare for several");
    // The first entries of a catalog may come from an import.
    const { catalog, places } = readCatalog(
      folder,
      format === "json" ? "json" : "text",
      ({ message }) => message !== NO_ENTRIES.message,
    );
    // The parsers take long to load, and no other command needs them.
    const { importTable } = await import("../import/import-table.js");
    const complete = { ...catalog, complete: true };
    const { result, text } = await withTimeLimit(file, timeout, async () => {
      const { text, document, evidence } = openDocument(file, catalog.directory);
      return { text, result: await importTable(complete, places, document, evidence, wanted) };
    });
    const problems = result.problems.flatMap((problem) =>
      // The document's path is as the user typed it.
      problem.location.file === file ? [problem] : fromCurrentFolder([problem], folder),
    );
    const imported = { ...result, problems };
    const isRejected = hasErrors(problems) && (imported.isBroken || !keepGoing);
    const files = isRejected ? [] : filesOf(imported, catalog, text);
    if (!dryRun) editFiles(catalog.directory, files);
    const paths = files.map(({ path }) => pathFromCurrentFolder(catalog.directory, path));
    if (format === "json") console.log(printImportJson(imported, paths));
    else if (format === "markdown") printMarkdown(imported);
    else printResult(imported, paths, { isRejected, dryRun });
    return hasErrors(problems) ? 1 : 0;
  },
});

/** Reads the document to import, and finds the copy of it that the catalog has. */
function openDocument(file: string, directory: string) {
  const text = readTextFile(file, decodeText);
  // Evidence is UTF-8, whatever the document was.
  const evidence = findEvidence(directory, file, Buffer.from(text));
  return { text, evidence, document: toTableDocument(file, text.replace(/^\ufeff/, "")) };
}

function printResult(
  imported: Imported,
  paths: readonly string[],
  { isRejected, dryRun }: { readonly isRejected: boolean; readonly dryRun: boolean },
): void {
  const { problems, isBroken } = imported;
  if (problems.length > 0)
    console.error(`${printProblems(problems, { colors: pc.isColorSupported })}\n`);
  if (!isRejected) {
    console.log(printImport(imported, paths, dryRun, pc));
    return;
  }
  console.error(
    pc.red("Nothing was written."),
    isBroken
      ? "Fix this and run the command again."
      : "Fix this, or import the valid rows with --keep-going.",
  );
}

function reportAll(
  documents: readonly string[],
  folder: string,
  format: "text" | "json" | "markdown",
  options: ImportOptions & { readonly timeout: string },
): Promise<ExitCode> {
  if (format === "markdown") throw new UserError("--compare has no --format markdown");
  return reportInventory(documents, folder, { ...options, report: format });
}

/** Prints what differs, and nothing on stdout if nothing does; the problems in full on stderr. */
function printMarkdown(imported: Imported): void {
  const { problems } = imported;
  if (problems.length > 0) console.error(printProblems(problems, { colors: pc.isColorSupported }));
  const text = printImportMarkdown(imported);
  if (text !== "") console.log(text);
}

/**
 * The document, if it is new, and the drafts that cite it. A document that entries cite and that is
 * missing is copied in any case: it may have been removed.
 */
function filesOf({ proposals, evidence }: Imported, catalog: Catalog, text: string): FileEdit[] {
  const { document, isKnown } = evidence;
  const cited = ownPart(catalog).entries.flatMap(({ sources }) =>
    sources.map((source) => source.document),
  );
  const isMissing = !isKnown && (proposals.length > 0 || cited.includes(document));
  const drafts = printDrafts(proposals.map(({ entry }) => entry));
  return [
    ...(isMissing ? [create(`evidence/${document}`, text)] : []),
    ...(proposals.length > 0 ? [create(freeDraftsFile(catalog.directory), drafts)] : []),
  ];
}

function create(path: string, text: string): FileEdit {
  return { path, before: undefined, after: text };
}

interface TypedOptions {
  readonly from: Format | undefined;
  readonly columns: string | undefined;
  readonly enum: string | undefined;
  readonly lines: string | undefined;
  readonly table: string | undefined;
  readonly skipTable: string | undefined;
  readonly partial: boolean;
}

function readOptions({ from, columns, enum: path, partial, ...selection }: TypedOptions) {
  const choice = columns === undefined ? undefined : parseColumnChoice(columns);
  if (typeof choice === "string") throw new UserError(`--columns: ${choice}`);
  return {
    ...(from && { format: from }),
    ...(choice && { columns: choice }),
    ...(path !== undefined && { enumPath: path }),
    ...readSelection(selection),
    ...(partial && { isPartial: true }),
  } satisfies ImportOptions;
}

function readSelection({
  lines,
  table,
  skipTable,
}: Pick<TypedOptions, "lines" | "table" | "skipTable">): Selection {
  const range = lines === undefined ? undefined : /^(\d+)-(\d+)$/.exec(lines);
  if (range === null) throw new UserError(`--lines: ${JSON.stringify(lines)} is not <from>-<to>`);
  return {
    ...(range && { lines: [Number(range[1]), Number(range[2])] as const }),
    ...(table !== undefined && { tables: readNumbers("--table", table) }),
    ...(skipTable !== undefined && { skippedTables: readNumbers("--skip-table", skipTable) }),
  };
}

/** No document has more tables that anybody chooses by number. */
const MAX_TABLE = 9_999;

/** Reads `1,3-5`. */
function readNumbers(option: string, text: string): readonly number[] {
  return text.split(",").flatMap((part) => {
    const [, from, to = from] = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(part.trim()) ?? [];
    const [first, last] = [Number(from ?? 0), Number(to ?? 0)];
    if (first < 1 || last < first || last > MAX_TABLE)
      throw new UserError(`${option}: ${JSON.stringify(part)} is not a number, or <from>-<to>`);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}
