import type { Catalog, Locale, Translation } from "../catalog/catalog.js";
import { entriesByName } from "../catalog/entry.js";
import { translationsIn } from "../catalog/locale.js";
import { sourceHashes, sourceTexts } from "../catalog/source-hash.js";
import { applyRules } from "../check/lint.js";
import type { Places } from "../load/places.js";
import { createProblem, hasErrors, type Location, type Problem } from "../problem/problem.js";
import { getOwn } from "../std/get-own.js";
import type { IncomingText } from "./incoming.js";
import { type CurrentText, completeText, isUntouched, toTranslation } from "./to-translation.js";

/** A locale after texts were imported into it. */
export interface ImportedTexts {
  /** The locale with the valid texts; its other texts are unchanged. */
  readonly locale: Locale;
  /** The names of the entries that changed. */
  readonly changed: readonly string[];
  /** The names of the entries that were rejected. */
  readonly rejected: readonly string[];
  readonly problems: readonly Problem[];
}

/** A text that somebody has worked on, and the translation that it becomes. */
interface Candidate {
  readonly text: IncomingText;
  readonly translation: Translation;
  /** The hash of the source as it is now. */
  readonly sourceHash: string | undefined;
}

/**
 * Imports the texts that a translator returned into a locale: each entry whose texts pass every
 * rule. Entries that the file does not have are unchanged.
 */
export async function importTexts(
  catalog: Catalog,
  places: Places,
  tag: string,
  incoming: readonly IncomingText[],
): Promise<ImportedTexts> {
  const before = translationsIn(catalog, tag);
  const { candidates, incomplete, foreign } = findCandidates(catalog, tag, incoming);
  const others = catalog.locales.filter((locale) => locale.tag !== tag);
  const candidate = { ...catalog, locales: [...others, merge(tag, before, candidates)] };
  const { problems, rejected } = await checkTexts(candidate, places, tag, incoming);
  const accepted = candidates.filter(({ text }) => !rejected.has(text.name));
  const locale = merge(tag, before, accepted);
  const isChanged = (name: string) =>
    JSON.stringify(getOwn(before, name)) !== JSON.stringify(locale.translations[name]);
  return {
    locale,
    changed: accepted.map(({ text }) => text.name).filter(isChanged),
    rejected: [...[...incomplete, ...foreign].map(({ name }) => name), ...rejected],
    problems: [
      ...incomplete.map(reportIncomplete),
      ...foreign.map(reportForeign),
      ...problems,
      ...candidates.filter(isOutdated).map(reportOutdated),
    ],
  };
}

/** The texts of a file that somebody has worked on, and those that cannot be imported. */
interface Sorted {
  readonly candidates: readonly Candidate[];
  /** Those that lack one of the two texts. */
  readonly incomplete: readonly IncomingText[];
  /** Those that would replace a text that was read by a native speaker, from another source. */
  readonly foreign: readonly IncomingText[];
}

function findCandidates(catalog: Catalog, tag: string, incoming: readonly IncomingText[]): Sorted {
  const translations = translationsIn(catalog, tag);
  const [sources, hashes] = [sourceTexts(catalog, tag), sourceHashes(catalog, tag)];
  const entries = entriesByName(catalog.entries);
  const candidates: Candidate[] = [];
  const incomplete: IncomingText[] = [];
  const foreign: IncomingText[] = [];
  for (const text of incoming) {
    const { name } = text;
    const current: CurrentText = {
      entry: entries.get(name),
      translation: getOwn(translations, name),
      source: sources.get(name),
      sourceHash: hashes.get(name),
    };
    const texts = completeText(text, current);
    if (texts === undefined) {
      incomplete.push(text);
    } else if (!isUntouched(text, texts, current)) {
      const translation = toTranslation(text, texts, current);
      if (isForeign(translation, current)) foreign.push(text);
      else candidates.push({ text, translation, sourceHash: current.sourceHash });
    }
  }
  return { candidates, incomplete, foreign };
}

function merge(
  tag: string,
  before: Locale["translations"],
  candidates: readonly Candidate[],
): Locale {
  const imported = candidates.map(({ text, translation }) => [text.name, translation] as const);
  return { tag, translations: { ...before, ...Object.fromEntries(imported) } };
}

/**
 * Applies the rules to the catalog with the imported texts, and reports errors at the places of the
 * texts in their file.
 */
async function checkTexts(
  catalog: Catalog,
  places: Places,
  tag: string,
  incoming: readonly IncomingText[],
): Promise<{ readonly problems: readonly Problem[]; readonly rejected: ReadonlySet<string> }> {
  const texts = new Map(incoming.map((text) => [text.name, text]));
  const names = new Map<Location, string>();
  const found = await applyRules(catalog, {
    ...places,
    locale(other, path, at) {
      const [name, field] = path.map(String);
      const text = other === tag && name !== undefined ? texts.get(name) : undefined;
      if (text === undefined) return places.locale(other, path, at);
      const location = text.locate(field);
      names.set(location, text.name);
      return location;
    },
  });
  const problems = found.filter((problem) => names.has(problem.location) && hasErrors([problem]));
  const rejected = new Set(problems.map(({ location }) => names.get(location) ?? ""));
  return { problems, rejected };
}

function reportIncomplete({ name, target, locate }: IncomingText): Problem {
  const [has, lacks] =
    target.message === undefined ? ["description", "message"] : ["message", "description"];
  return createProblem("import", locate(lacks), `${name} has a ${has} but no ${lacks}`);
}

/**
 * Whether a text was translated from something that never was the source of the text that it would
 * replace, as far as is known, where a native speaker has read that text.
 */
function isForeign({ sourceHash: seen }: Translation, current: CurrentText): boolean {
  const { translation, sourceHash } = current;
  if (translation?.status !== "reviewed" && translation?.status !== "final") return false;
  return seen !== translation.sourceHash && seen !== sourceHash;
}

function reportForeign({ name, locate }: IncomingText): Problem {
  const message = `the text of ${name} was translated from another source than that of the reviewed text`;
  return createProblem("import", locate(), message, {
    hint: "export the locale again, and translate that file",
  });
}

function isOutdated({ text, translation, sourceHash }: Candidate): boolean {
  if (text.status === "todo" || sourceHash === undefined) return false;
  return translation.sourceHash !== sourceHash;
}

function reportOutdated({ text }: Candidate): Problem {
  const message = `the source of ${text.name} has changed since the export: its text is imported as stale`;
  return createProblem("import", text.locate(), message, { severity: "warning" });
}
