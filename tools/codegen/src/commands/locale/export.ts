import { describeState, localeState } from "../../catalog/locale-state.js";
import { toOutgoing } from "../../translate/outgoing.js";
import { printTextsJson } from "../../translate/print-texts-json.js";
import { printXliff } from "../../translate/print-xliff.js";
import { writeFiles } from "../../write/write.js";
import { findLocale } from "../input/find-locale.js";
import { readCatalog } from "../input/read-catalog.js";
import { type Command, defineCommand } from "../program/command.js";

/** `codegen locale export`. */
export const command: Command = defineCommand({
  name: "export",
  summary: "export a locale's texts for a translator, with their source, status and notes",
  examples: ["locale export de", "locale export de --format json --output de.json"],
  arguments: { tag: { summary: "a locale of the catalog" } },
  options: {
    format: { summary: "format of the file", choices: ["xliff", "json"], default: "xliff" },
    output: {
      summary: "the file to write (default: <catalog's id>.<tag>.xlf or .json)",
      value: "<file>",
      short: "-o",
    },
  },
  async run({ tag: requested, catalog: folder, format, output }) {
    const { catalog } = readCatalog(folder, "text");
    const locale = findLocale(catalog, requested);
    const { tag } = locale;
    const ending = format === "xliff" ? "xlf" : "json";
    const file = output ?? `${catalog.manifest.id}.${tag}.${ending}`;
    const texts = toOutgoing(catalog, tag);
    const text = format === "xliff" ? printXliff(texts) : printTextsJson(texts);
    writeFiles(process.cwd(), [{ path: file, text }]);
    console.log(`${file}: ${describeState(localeState(catalog, locale))}`);
    return 0;
  },
});
