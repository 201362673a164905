import { type Catalog, type Entry, isErrorEntry } from "../../catalog/catalog.js";
import { CATALOG } from "../../catalog/catalog-fields.js";
import { entriesByName } from "../../catalog/entry.js";
import {
  coveragePercent,
  describeState,
  type LocaleState,
  localeState,
  neededUnits,
} from "../../catalog/locale-state.js";
import { languageName } from "../../catalog/locale-tag.js";
import { ownPart } from "../../catalog/own-part.js";
import {
  developerUnit,
  kindOfField,
  nameOfUnit,
  parseValueField,
  type Texts,
  type TextUnit,
  unitsOf,
} from "../../catalog/text-unit.js";
import { escapeMarkdown } from "../../std/escape-markdown.js";
import { GENERAL_NOTES } from "../../translate/describe-unit.js";
import type { Emitter } from "../emitter.js";
import { GeneratedFile } from "../generated-file.js";

const INTRODUCTION = [
  "The title, message and description of each failure, with their status.",
  "Below each message are its form without params and the words for known values.",
  "Only texts that a native speaker has read are `reviewed` or `final`.",
  "A text is stale if its source has changed since it was translated.",
  "This page is generated: edit the texts in `locales/`.",
].join(" ");

/** `generated/texts.md`: all texts side by side, for those who review them. */
export const emitter: Emitter = {
  name: "texts-page",
  from: "locales",
  emit: (whole) => {
    const catalog = ownPart(whole);
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
  readonly tag: string;
  readonly units: ReadonlyMap<string, TextUnit>;
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
      return { tag: locale.tag, units: unitsOf(locale), state, stale: new Set(state.stale) };
    });
}

function addLocales(file: GeneratedFile, states: readonly ReviewState[]): void {
  addRow(file, ["locale", "coverage", "state"]);
  addRow(file, ["---", "--:", "---"]);
  for (const { tag, state } of states) {
    const language = `${languageName(tag)} (\`${tag}\`)`;
    addRow(file, [language, `${coveragePercent(state)} %`, describeState(state)]);
  }
}

function addTexts(file: GeneratedFile, catalog: Catalog, states: readonly ReviewState[]): void {
  const entries = entriesByName(catalog.entries);
  const needed = neededUnits(catalog);
  const developer = needed
    .map(developerUnit)
    .filter((unit) => states.some(({ units }) => units.has(unit)));
  const hasOwn = states.some(({ units }) => units.has(CATALOG));
  const shown = hasOwn ? [...needed, CATALOG] : needed;
  addTable(file, states, shown, (unit) => describe(unit, entries.get(unit)));
  if (developer.length === 0) return;
  file.line();
  file.line("## For developers");
  file.line();
  file.line("What the developer of a client should know, beside what its users read.");
  file.line();
  const written = states.filter(({ units }) => developer.some((unit) => units.has(unit)));
  addTable(file, written, developer, () => "");
}

function addTable(
  file: GeneratedFile,
  states: readonly ReviewState[],
  units: readonly string[],
  describeUnit: (unit: string) => string,
): void {
  addRow(file, ["error", ...states.map(({ tag }) => tag)]);
  addRow(file, ["---", ...states.map(() => "---")]);
  file.each(
    () => units,
    (unit) => {
      const texts = states.map((state) => printUnit(unit, state));
      addRow(file, [`**${nameOfUnit(unit)}**${describeUnit(unit)}`, ...texts]);
    },
  );
}

/** Returns what a reviewer has to know of an error beside its name. */
function describe(unit: string, entry: Entry | undefined): string {
  if (entry === undefined || !isErrorEntry(entry)) return `<br>${GENERAL_NOTES[unit] ?? ""}`;
  const { code, category, outcome, retry, message } = entry;
  const text = `<code>${escapeMarkdown(message)}</code>`;
  return `<br><code>${escapeMarkdown(code)}</code> ${category}<br>${outcome}, ${retry}<br>${text}`;
}

function printUnit(unit: string, { units, stale }: ReviewState): string {
  const found = units.get(unit);
  if (found === undefined) return "**missing**";
  const status = stale.has(unit) ? `${found.status}, **stale**` : found.status;
  return [...printTexts(unit, found.texts), `_${status}_`].join("<br>");
}

function printTexts(unit: string, texts: Texts): readonly string[] {
  return Object.entries(texts).map(([field, text]) => {
    const shown = escapeMarkdown(text);
    switch (kindOfField(unit, field)) {
      case "title":
        return `**${shown}**`;
      case "value":
        return `${escapeMarkdown(parseValueField(field)[1])}: ${shown}`;
      case "outcome":
        return `${field}: ${shown}`;
      default:
        return shown;
    }
  });
}

function addRow(file: GeneratedFile, cells: readonly string[]): void {
  file.line(`| ${cells.join(" | ")} |`);
}
