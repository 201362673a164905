import {
  type Catalog,
  type Entry,
  isErrorEntry,
  type Locale,
  UNRECOGNIZED,
} from "../../catalog/catalog.js";
import { entriesByName } from "../../catalog/entry.js";
import {
  coveragePercent,
  describeState,
  type LocaleState,
  localeState,
  textNames,
} from "../../catalog/locale-state.js";
import { languageName } from "../../catalog/locale-tag.js";
import type { Emitter } from "../emitter.js";
import { GeneratedFile } from "../generated-file.js";

const INTRODUCTION = [
  "The message and description of each error, with the status of each text.",
  "Only texts that a native speaker has read are `reviewed` or `final`.",
  "A text is stale if its source has changed since it was translated.",
  "This page is generated: edit the texts in `locales/`.",
].join(" ");

/** `generated/texts.md`: all texts side by side, for those who review them. */
export const emitter: Emitter = {
  name: "texts-page",
  from: "locales",
  emit: (catalog) => {
    const file = new GeneratedFile("generated/texts.md");
    const states = reviewStates(catalog);
    file.line(`# ${escapeMarkdown(catalog.manifest.title)}: the texts in every language`);
    file.line();
    file.line(INTRODUCTION);
    file.line();
    addLocales(file, states);
    file.line();
    addTexts(file, catalog, states);
    return [file.toFile()];
  },
};

/** A locale, and how far its texts are. */
interface ReviewState {
  readonly locale: Locale;
  readonly state: LocaleState;
  readonly stale: ReadonlySet<string>;
}

/** Returns the source locale's state first: the others are read beside it. */
function reviewStates(catalog: Catalog): readonly ReviewState[] {
  const { sourceLocale } = catalog.manifest;
  return [...catalog.locales]
    .sort((a, b) => Number(b.tag === sourceLocale) - Number(a.tag === sourceLocale))
    .map((locale) => {
      const state = localeState(catalog, locale);
      return { locale, state, stale: new Set(state.stale) };
    });
}

function addLocales(file: GeneratedFile, states: readonly ReviewState[]): void {
  addRow(file, ["locale", "coverage", "state"]);
  addRow(file, ["---", "--:", "---"]);
  for (const { locale, state } of states) {
    const language = `${languageName(locale.tag)} (\`${locale.tag}\`)`;
    addRow(file, [language, `${coveragePercent(state)} %`, describeState(state)]);
  }
}

function addTexts(file: GeneratedFile, catalog: Catalog, states: readonly ReviewState[]): void {
  const entries = entriesByName(catalog.entries);
  addRow(file, ["error", ...states.map(({ locale }) => locale.tag)]);
  addRow(file, ["---", ...states.map(() => "---")]);
  for (const name of textNames(catalog)) {
    const texts = states.map((state) => printText(name, state));
    addRow(file, [`**${name}**${describe(name, entries.get(name))}`, ...texts]);
  }
}

/** Returns what a reviewer has to know of an error beside its name. */
function describe(name: string, entry: Entry | undefined): string {
  if (name === UNRECOGNIZED) return "<br>any error that is not in the catalog";
  if (entry === undefined || !isErrorEntry(entry)) return "";
  const { code, category, outcome, retry, message } = entry;
  const text = `<code>${escapeMarkdown(message)}</code>`;
  return `<br><code>${escapeMarkdown(code)}</code> ${category}<br>${outcome}, ${retry}<br>${text}`;
}

function printText(name: string, { locale, stale }: ReviewState): string {
  const text = locale.translations[name];
  if (text === undefined) return "**missing**";
  const status = stale.has(name) ? `${text.status}, **stale**` : text.status;
  return [escapeMarkdown(text.message), escapeMarkdown(text.description), `_${status}_`].join(
    "<br>",
  );
}

function addRow(file: GeneratedFile, cells: readonly string[]): void {
  file.line(`| ${cells.join(" | ")} |`);
}

/** Returns a text as Markdown that shows it to the letter. */
function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/[\r\n]+/g, " ")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      // GitHub makes formulas, mentions and links to issues of these.
      .replace(/[$@#]/g, (character) => `&#${character.charCodeAt(0)};`)
      .replace(/[\\`*_[\]|~]/g, "\\$&")
  );
}
