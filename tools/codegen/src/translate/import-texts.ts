import { type Catalog, isErrorEntry, type Locale } from "../catalog/catalog.js";
import { entriesByName } from "../catalog/entry.js";
import { localeOf } from "../catalog/locale.js";
import { isRead } from "../catalog/locale-state.js";
import { sourceHashes, sourceTexts } from "../catalog/source-hash.js";
import {
  isFieldOf,
  nameOfUnit,
  type Texts,
  type TextUnit,
  textAtPath,
  unitsOf,
  withUnits,
} from "../catalog/text-unit.js";
import { applyRules } from "../check/lint.js";
import type { Places } from "../load/places.js";
import { createProblem, hasErrors, type Location, type Problem } from "../problem/problem.js";
import type { IncomingText } from "./incoming.js";
import {
  type CurrentText,
  completeTexts,
  hasWork,
  isUntouched,
  isWaiting,
  toTextUnit,
} from "./to-translation.js";

/** A locale after texts were imported into it. */
export interface ImportedTexts {
  /** The locale with the valid texts; its other texts are unchanged. */
  readonly locale: Locale;
  /** The names of the units that changed. */
  readonly changed: readonly string[];
  /** The names of the units that were rejected. */
  readonly rejected: readonly string[];
  /** The names of the units left out since the file says that they still need a translation. */
  readonly leftOut: readonly string[];
  readonly problems: readonly Problem[];
}

/** Texts that somebody has worked on, and the unit that they become. */
interface Candidate {
  readonly text: IncomingText;
  readonly unit: TextUnit;
  /** The hash of the source as it is now. */
  readonly sourceHash: string | undefined;
}

/**
 * Imports the texts that a translator returned into a locale: each unit whose texts pass every
 * rule. Units that the file does not have are unchanged.
 */
export async function importTexts(
  catalog: Catalog,
  places: Places,
  tag: string,
  incoming: readonly IncomingText[],
): Promise<ImportedTexts> {
  const before = localeOf(catalog, tag);
  const { candidates, refused, leftOut } = findCandidates(catalog, tag, incoming);
  const others = catalog.locales.filter((locale) => locale.tag !== tag);
  const candidate = { ...catalog, locales: [...others, merge(before, candidates)] };
  const { problems, rejected } = await checkTexts(candidate, places, tag, incoming);
  const accepted = candidates.filter(({ text }) => !rejected.has(text.name));
  const locale = merge(before, accepted);
  const [former, present] = [unitsOf(before), unitsOf(locale)];
  const isChanged = (name: string) =>
    JSON.stringify(former.get(name)) !== JSON.stringify(present.get(name));
  return {
    locale,
    changed: accepted.map(({ text }) => text.name).filter(isChanged),
    rejected: [...refused.keys(), ...rejected],
    leftOut: leftOut.map(({ name }) => name),
    problems: [
      ...refused.values(),
      ...problems,
      ...candidates.filter(isOutdated).map(reportOutdated),
      ...leftOut.map(reportLeftOut),
    ],
  };
}

/** The units of a file that somebody has worked on, and those that cannot be imported. */
interface Sorted {
  readonly candidates: readonly Candidate[];
  readonly refused: ReadonlyMap<string, Problem>;
  readonly leftOut: readonly IncomingText[];
}

function findCandidates(catalog: Catalog, tag: string, incoming: readonly IncomingText[]): Sorted {
  const currentOf = createCurrentTexts(catalog, tag);
  const candidates: Candidate[] = [];
  const refused = new Map<string, Problem>();
  const leftOut: IncomingText[] = [];
  for (const text of incoming) {
    const current = currentOf(text.name);
    const { texts, lacking } = completeTexts(text, current);
    const problem = findFault(text, texts, lacking);
    if (problem !== undefined) {
      refused.set(text.name, problem);
    } else if (isWaiting(text, texts, current)) {
      if (hasWork(text, current)) leftOut.push(text);
    } else if (!isUntouched(text, texts, current)) {
      const unit = toTextUnit(text, texts, current);
      if (isForeign(unit, current)) refused.set(text.name, reportForeign(text));
      else candidates.push({ text, unit, sourceHash: current.sourceHash });
    }
  }
  return { candidates, refused, leftOut };
}

/** Returns a function that finds the state of a unit in the catalog. */
function createCurrentTexts(catalog: Catalog, tag: string): (name: string) => CurrentText {
  const units = unitsOf(localeOf(catalog, tag));
  const [sources, hashes] = [sourceTexts(catalog, tag), sourceHashes(catalog, tag)];
  const entries = entriesByName(catalog.entries);
  return (name) => {
    const entry = entries.get(nameOfUnit(name));
    return {
      entry: entry && isErrorEntry(entry) ? entry : undefined,
      unit: units.get(name),
      source: sources.get(name),
      sourceHash: hashes.get(name),
    };
  };
}

/** Returns why the texts of a unit cannot be imported. */
function findFault(
  text: IncomingText,
  texts: Texts,
  lacking: readonly string[],
): Problem | undefined {
  const unknown = Object.keys(texts).find((field) => !isFieldOf(text.name, field));
  if (unknown !== undefined) return reportUnknown(text, unknown);
  return lacking.length > 0 ? reportIncomplete(text, lacking) : undefined;
}

function merge(before: Locale, candidates: readonly Candidate[]): Locale {
  const imported = candidates.map(({ text, unit }) => [text.name, unit] as const);
  return withUnits(before, new Map([...unitsOf(before), ...imported]));
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
      const { unit, field } = textAtPath(path.map(String));
      const text = other === tag ? texts.get(unit) : undefined;
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

function reportUnknown({ name, locate }: IncomingText, field: string): Problem {
  return createProblem("import", locate(field), `${name} has no text ${JSON.stringify(field)}`);
}

function reportIncomplete({ name, locate }: IncomingText, lacking: readonly string[]): Problem {
  const [first] = lacking;
  return createProblem("import", locate(first), `${name} is missing its ${lacking.join(" and ")}`);
}

function reportLeftOut({ name, locate }: IncomingText): Problem {
  const message = `${name} is left out: its state says that it still needs a translation`;
  return createProblem("import", locate(), message, {
    severity: "warning",
    hint: 'if all of its texts are translated, set their state to "translated"',
  });
}

/**
 * Whether a text was translated from something that never was the source of the text that it would
 * replace, as far as is known, where a native speaker has read that text.
 */
function isForeign({ sourceHash: seen }: TextUnit, { unit, sourceHash }: CurrentText): boolean {
  if (unit === undefined || !isRead(unit.status)) return false;
  return seen !== unit.sourceHash && seen !== sourceHash;
}

function reportForeign({ name, locate }: IncomingText): Problem {
  const message = `the text of ${name} was translated from another source than that of the reviewed text`;
  return createProblem("import", locate(), message, {
    hint: "export the locale again, and translate that file",
  });
}

function isOutdated({ text, unit, sourceHash }: Candidate): boolean {
  if (text.status === "todo" || sourceHash === undefined) return false;
  return unit.sourceHash !== sourceHash;
}

function reportOutdated({ text }: Candidate): Problem {
  const message = `the source of ${text.name} has changed since the export: its text is imported as stale`;
  return createProblem("import", text.locate(), message, { severity: "warning" });
}
