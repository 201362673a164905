import pc from "picocolors";
import { type Catalog, generateCommand } from "../../catalog/catalog.js";
import { describeState, localeState } from "../../catalog/locale-state.js";
import { ownPart } from "../../catalog/own-part.js";
import { showInLine } from "../../characters/unseen.js";
import { pathFromCurrentFolder } from "../../problem/from-current-folder.js";
import { problemToJson } from "../../problem/print-problems-json.js";
import { hasErrors } from "../../problem/problem.js";
import { UserError } from "../../problem/user-error.js";
import { listSome } from "../../std/list-some.js";
import { printJson } from "../../std/print-json.js";
import { reportApprovals, trustApprovals } from "../../translate/approvals.js";
import { type ImportedTexts, importTexts } from "../../translate/import-texts.js";
import type { Incoming } from "../../translate/incoming.js";
import { printLocale } from "../../translate/print-locale.js";
import { readTexts } from "../../translate/read-texts.js";
import { editFiles } from "../../write/edit-files.js";
import { findLocale } from "../input/find-locale.js";
import { readCatalog } from "../input/read-catalog.js";
import { readTextFile } from "../input/read-text-file.js";
import { timeoutOption, withTimeLimit } from "../input/time-limit.js";
import { reportProblems } from "../output/report-problems.js";
import { type Command, defineCommand } from "../program/command.js";

/** `codegen locale import`. */
export const command: Command = defineCommand({
  name: "import",
  summary: "import translated texts; those that break a rule are reported and left unchanged",
  examples: ["locale import acme-errors.de.xlf", "locale import texts.json --locale de"],
  arguments: { file: { summary: "XLIFF 1.2, or the JSON of locale export" } },
  options: {
    locale: { summary: "the locale, if the file does not name it", value: "<tag>" },
    trustApproved: { summary: 'take approved="yes" in XLIFF for a native speaker\'s review' },
    timeout: timeoutOption,
    format: { summary: "how the result is reported", choices: ["text", "json"], default: "text" },
  },
  async run({ file, catalog: folder, locale: named, format, timeout, trustApproved }) {
    const { catalog: whole, places, textOf } = readCatalog(folder, format);
    const catalog = ownPart(whole);
    const incoming = await withTimeLimit(file, timeout, () => readIncoming(file, format));
    const { id } = catalog.manifest;
    if (incoming.catalog !== undefined && incoming.catalog !== id) {
      const message = `${file} has texts of ${JSON.stringify(incoming.catalog)}, and this catalog is ${id}`;
      throw new UserError(`${message}; nothing was changed`, 1);
    }
    const requested = named ?? incoming.tag;
    if (requested === undefined)
      throw new UserError(`${file} does not name its locale: name it with --locale <tag>`);
    const { tag } = findLocale(catalog, requested, "--locale ");
    const texts = trustApproved ? trustApprovals(incoming.texts) : incoming.texts;
    const imported = await withTimeLimit(file, timeout, () =>
      importTexts(catalog, places, tag, texts),
    );
    const path = `locales/${tag}.json`;
    if (imported.changed.length > 0) {
      const after = printLocale(catalog, imported.locale);
      editFiles(catalog.directory, [{ path, before: textOf(path), after }]);
    }
    const result = {
      ...imported,
      file: pathFromCurrentFolder(catalog.directory, path),
      total: texts.length + incoming.malformed.length,
      problems: [...incoming.problems, ...imported.problems, ...reportApprovals(texts)],
      rejected: [...incoming.malformed, ...imported.rejected],
    };
    if (format === "json") printResultJson(result);
    else printResult(catalog, result);
    return hasErrors(result.problems) ? 1 : 0;
  },
});

/** The texts that were imported, and those that were not. */
interface Result extends ImportedTexts {
  /** As seen from the current folder. */
  readonly file: string;
  /** The number of texts that the translator sent, each with all of its parts. */
  readonly total: number;
}

function printResult(catalog: Catalog, result: Result): void {
  const { locale, changed, rejected, leftOut, problems, file, total } = result;
  reportProblems(problems, { format: "text" });
  const list = changed.length > 0 ? ` (${listSome(changed, 10)})` : "";
  console.log(`${file}: ${changed.length} of ${total} texts changed${list}`);
  console.log(`${locale.tag}: ${describeState(localeState(catalog, locale))}`);
  if (rejected.length > 0)
    console.error(pc.red(`rejected (unchanged): ${showInLine(rejected.join(", "))}`));
  if (leftOut.length > 0)
    console.error(pc.yellow(`left out (unchanged): ${showInLine(leftOut.join(", "))}`));
  if (changed.length > 0) console.log(`Run ${generateCommand(catalog.manifest)}.`);
}

function printResultJson({ locale, file, changed, rejected, leftOut, problems }: Result): void {
  const json = { locale: locale.tag, file, changed, rejected, leftOut };
  console.log(printJson({ ...json, problems: problems.map(problemToJson) }).trimEnd());
}

function readIncoming(file: string, format: "text" | "json"): Incoming {
  const incoming = readTexts(file, readTextFile(file));
  if (incoming.texts.length > 0 || incoming.problems.length === 0) return incoming;
  reportProblems(incoming.problems, { format });
  throw new UserError(`${file} cannot be read; nothing was changed`, 1);
}
