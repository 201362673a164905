import { existsSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import type { Catalog } from "../../catalog/catalog.js";
import { describeState, localeState } from "../../catalog/locale-state.js";
import { ownPart } from "../../catalog/own-part.js";
import { showInLine } from "../../characters/unseen.js";
import { UserError } from "../../problem/user-error.js";
import { decodeUtf8 } from "../../std/decode-utf8.js";
import { readRegularFile } from "../../std/read-regular-file.js";
import { importTexts } from "../../translate/import-texts.js";
import { toOutgoing } from "../../translate/outgoing.js";
import { printSheet } from "../../translate/print-sheet.js";
import { printTextsJson } from "../../translate/print-texts-json.js";
import { printXliff } from "../../translate/print-xliff.js";
import { readTexts } from "../../translate/read-texts.js";
import { contains } from "../../write/contains.js";
import { editFiles } from "../../write/edit-files.js";
import { isStamped, type StampFormat, stamp } from "../../write/stamp.js";
import { findLocale } from "../input/find-locale.js";
import { readCatalog, type UsableCatalog } from "../input/read-catalog.js";
import { type Command, defineCommand } from "../program/command.js";

/** `codegen locale export`. */
export const command: Command = defineCommand({
  name: "export",
  summary: "export a locale's texts for a translator, with their source, status and notes",
  examples: [
    "locale export de",
    "locale export de --format json --out de.json",
    "locale export de --format markdown",
  ],
  arguments: { tag: { summary: "a locale of the catalog" } },
  options: {
    format: {
      summary: "format of the file",
      choices: ["xliff", "json", "markdown"],
      default: "xliff",
    },
    out: {
      summary: "the file to write (default: <catalog's id>.<tag>.xlf, .json or .md)",
      value: "<file>",
    },
    force: { summary: "replace the file even if somebody has edited it" },
  },
  async run({ tag: requested, catalog: folder, format, out, force }) {
    const usable = readCatalog(folder, "text");
    // The owner of an imported entry has its texts translated.
    const catalog = ownPart(usable.catalog);
    const locale = findLocale(catalog, requested);
    const { tag } = locale;
    const { ending, print, stamped } = FORMATS[format];
    const file = out ?? `${catalog.manifest.id}.${tag}.${ending}`;
    const before = await readReplaceable(file, usable, tag, force);
    const after = stamp(print(catalog, tag), stamped);
    editFiles(dirname(resolve(file)), [{ path: basename(file), before, after }]);
    console.log(`${showInLine(file)}: ${describeState(localeState(catalog, locale))}`);
    return 0;
  },
});

/** A format of the exported file. */
interface ExportFormat {
  readonly ending: string;
  readonly print: (catalog: Catalog, tag: string) => string;
  /** Tools for translators drop the stamp when they save a file: it counts as edited. */
  readonly stamped: StampFormat;
}

const comment = (hash: string) =>
  `<!-- locale export replaces this file until it is edited (${hash}) -->\n`;

const FORMATS: Readonly<Record<"xliff" | "json" | "markdown", ExportFormat>> = {
  xliff: {
    ending: "xlf",
    print: (catalog, tag) => printXliff(toOutgoing(catalog, tag)),
    stamped: { after: /^<\?xml .*\n/, print: comment },
  },
  json: {
    ending: "json",
    print: (catalog, tag) => printTextsJson(toOutgoing(catalog, tag)),
    stamped: { after: /^\{\n/, print: (hash) => `  "unedited": "${hash}",\n` },
  },
  markdown: { ending: "md", print: printSheet, stamped: { after: /^#.*\n/, print: comment } },
};

/** Reads the file that is about to be replaced, unless the catalog lacks the work in it. */
async function readReplaceable(
  file: string,
  usable: UsableCatalog,
  tag: string,
  force: boolean,
): Promise<Uint8Array | undefined> {
  const shown = showInLine(file);
  const path = resolve(file);
  if (contains(usable.catalog.directory, path)) {
    const reason = "is in the catalog's folder, whose files are edited by hand";
    throw new UserError(`${shown} ${reason}: choose another place with --out`);
  }
  if (!existsSync(path)) return undefined;
  const bytes = readRegularFile(path);
  if (force || isUnedited(bytes) || (await isImported(file, bytes, usable, tag))) return bytes;
  const reason = "has work that the catalog does not have, or is not an export";
  const hint = `Import it first (codegen locale import ${shown}), choose another file with --out, or replace it with --force`;
  throw new UserError(`${shown} ${reason}; nothing was written. ${hint}`, 1);
}

/** Whether a file is as it was exported. */
function isUnedited(bytes: Uint8Array): boolean {
  const text = decodeUtf8(bytes) ?? "";
  return Object.values(FORMATS).some(({ stamped }) => isStamped(text, stamped));
}

/** Whether importing a file changes and leaves out nothing: its texts are those of the locale. */
async function isImported(
  file: string,
  bytes: Uint8Array,
  { catalog, places }: UsableCatalog,
  tag: string,
): Promise<boolean> {
  const text = decodeUtf8(bytes);
  if (text === undefined) return false;
  const incoming = readTexts(file, text);
  const isOther = incoming.tag !== tag || incoming.catalog !== catalog.manifest.id;
  if (isOther || incoming.problems.length > 0 || incoming.malformed.length > 0) return false;
  const { changed, rejected, leftOut } = await importTexts(catalog, places, tag, incoming.texts);
  return [changed, rejected, leftOut].every((names) => names.length === 0);
}
