import { readFileSync } from "node:fs";
import { type Command, Option } from "commander";
import pc from "picocolors";
import { findEvidence } from "../evidence/evidence-name.js";
import { freeDraftsFile } from "../import/drafts-file.js";
import { parseColumnChoice } from "../import/formats/choose-columns.js";
import { FORMATS, type Format } from "../import/formats/format.js";
import { toTableDocument } from "../import/formats/row.js";
import type { Imported, ImportOptions } from "../import/import-table.js";
import { printDrafts } from "../import/print-drafts.js";
import { printImport, printImportJson } from "../import/print-import.js";
import { load } from "../load/load.js";
import { fromCurrentFolder } from "../problem/from-current-folder.js";
import { printProblems } from "../problem/print-problems.js";
import { hasErrors } from "../problem/problem.js";
import { UserError } from "../problem/user-error.js";
import { decodeUtf8 } from "../std/decode-utf8.js";
import type { OutputFile } from "../write/output-file.js";
import { writeFiles } from "../write/write.js";
import type { Run } from "./run.js";

/** Adds `import`, which takes an error table in. `run` reports what it throws and sets the exit code. */
export function addImportCommand(program: Command, run: Run): void {
  program
    .command("import")
    .description(
      "read an error table from a document, and propose entries for what the catalog lacks (texts from translators: locale import)",
    )
    .argument("<document>", "CSV, TSV, HTML, Markdown, OpenAPI, or text with run-together columns")
    .option("--catalog <dir>", "the catalog's folder", "schemas")
    .addOption(
      new Option("--from <format>", "what the document is; by default its ending says").choices(
        FORMATS,
      ),
    )
    .option(
      "--columns <list>",
      "which column holds what, by heading or number: code=1,message=Text",
    )
    .option("--enum <path>", "the schema that lists the codes, of an OpenAPI document")
    .option("--lines <from-to>", "read these lines only")
    .option("--partial", "the document lists some of the errors: what it lacks is not gone")
    .option("--keep-going", "write the rows that are well, and report the others")
    .option("--dry-run", "write nothing, and tell what would be written")
    .option("--json", "tell it to a program: one JSON document")
    .action((file: string, options: Options) => run(() => importDocument(file, options)));
}

interface Options {
  readonly catalog: string;
  readonly from?: Format;
  readonly columns?: string;
  readonly enum?: string;
  readonly lines?: string;
  readonly partial?: true;
  readonly keepGoing?: true;
  readonly dryRun?: true;
  readonly json?: true;
}

async function importDocument(file: string, options: Options): Promise<number> {
  const wanted = readOptions(options);
  const { catalog, places, problems } = load(options.catalog);
  // An import is what the first entries of a catalog may come from.
  const obstacles = problems.filter(
    (problem) => !(problem.rule === "files" && problem.location.file === "catalog"),
  );
  if (catalog === undefined || hasErrors(obstacles)) {
    console.error(`${printProblems(fromCurrentFolder(problems, options.catalog), pc)}\n`);
    throw new UserError("the catalog cannot be read; nothing was changed", 1);
  }
  const bytes = readFileSync(file);
  const text = decode(file, bytes);
  const evidence = findEvidence(catalog.directory, file, bytes);
  const document = toTableDocument(file, text.replace(/^\ufeff/, ""));
  // The parsers take long to load, and no other command needs them.
  const { importTable } = await import("../import/import-table.js");
  const imported = await importTable(
    { ...catalog, complete: true },
    places,
    document,
    evidence,
    wanted,
  );
  const isRefused = hasErrors(imported.problems) && (imported.isBroken || !options.keepGoing);
  const files = isRefused ? [] : filesOf(imported, catalog.directory, text);
  if (!options.dryRun) writeFiles(catalog.directory, files);
  tell(imported, files, isRefused, file, options);
  return hasErrors(imported.problems) ? 1 : 0;
}

function tell(
  imported: Imported,
  files: readonly OutputFile[],
  isRefused: boolean,
  file: string,
  { dryRun, json, catalog }: Options,
): void {
  const paths = files.map(({ path }) => path);
  if (json) {
    console.log(printImportJson(imported, paths));
    return;
  }
  const problems = imported.problems.map((problem) =>
    // What is wrong in the document has its path already.
    problem.location.file === file ? problem : fromCurrentFolder([problem], catalog)[0],
  );
  if (problems.length > 0)
    console.error(
      `${printProblems(
        problems.filter((one) => one !== undefined),
        pc,
      )}\n`,
    );
  if (!isRefused) {
    console.log(printImport(imported, paths, dryRun === true, pc));
    return;
  }
  console.error(
    pc.red("Nothing was written."),
    imported.isBroken
      ? "Mend that, and run it again."
      : "Mend that, or write the other rows with --keep-going.",
  );
}

/** The drafts and the document, together or not at all. */
function filesOf({ proposals, evidence }: Imported, directory: string, text: string): OutputFile[] {
  if (proposals.length === 0) return [];
  const drafts = {
    path: freeDraftsFile(directory),
    text: printDrafts(proposals.map(({ entry }) => entry)),
  };
  return evidence.isKnown ? [drafts] : [drafts, { path: `evidence/${evidence.document}`, text }];
}

function readOptions({ from, columns, enum: enumPath, lines, partial }: Options): ImportOptions {
  const choice = columns === undefined ? undefined : parseColumnChoice(columns);
  if (typeof choice === "string") throw new UserError(`--columns: ${choice}`);
  const range = lines === undefined ? undefined : /^(\d+)-(\d+)$/.exec(lines);
  if (range === null) throw new UserError(`--lines: ${JSON.stringify(lines)} is not <from>-<to>`);
  return {
    ...(from && { format: from }),
    ...(choice && { columns: choice }),
    ...(enumPath !== undefined && { enumPath }),
    ...(range && { lines: [Number(range[1]), Number(range[2])] as const }),
    ...(partial && { isPartial: true }),
  };
}

function decode(file: string, bytes: Uint8Array): string {
  const text = decodeUtf8(bytes);
  if (text === undefined) throw new UserError(`${file} is not UTF-8; nothing was changed`, 1);
  return text;
}
