import type { Catalog, Entry, Locale, Translation } from "../catalog.js";
import { applyRules } from "../check.js";
import type { Places } from "../load.js";
import { localeState, textNames } from "../locale-state.js";
import { printJson } from "../print.js";
import { hasErrors, type Location, type Problem } from "../problem.js";
import { hashSource, sourceTexts } from "../source-hash.js";
import type { IncomingText } from "./exchange.js";

/** What letting texts into a locale gives. */
export interface Imported {
  /** The locale with the texts that are valid; the others are as they were. */
  readonly locale: Locale;
  /** The names of the entries that changed. */
  readonly changed: readonly string[];
  /** The names of the entries that were refused. */
  readonly refused: readonly string[];
  readonly problems: readonly Problem[];
}

/** Lets what a translator gave back into a locale: each entry whose texts pass every rule. Entries that the file lacks stay. */
export async function importTexts(
  catalog: Catalog,
  places: Places,
  tag: string,
  incoming: readonly IncomingText[],
): Promise<Imported> {
  const before = catalog.locales.find((locale) => locale.tag === tag)?.translations ?? {};
  const sources = sourceTexts(catalog, tag);
  const stale = new Set(localeState(catalog, { tag, translations: before }).stale);
  const entries = new Map(catalog.entries.map((entry) => [entry.name, entry]));
  const candidates = incoming.map((text) => ({
    text,
    translation: translate(entries.get(text.name), before, stale, text),
  }));
  const merge = (texts: typeof candidates): Locale => ({
    tag,
    translations: {
      ...before,
      ...Object.fromEntries(texts.map(({ text, translation }) => [text.name, translation])),
    },
  });
  const others = catalog.locales.filter((locale) => locale.tag !== tag);
  const candidate = { ...catalog, locales: [...others, merge(candidates)] };
  const { problems, refused } = await checkTexts(candidate, places, tag, incoming);
  const accepted = candidates.filter(({ text }) => !refused.has(text.name));
  const outdated = accepted.flatMap(({ text }): Problem[] => {
    const { message, description } = sources.get(text.name) ?? text.source;
    if (text.source.message === message && text.source.description === description) return [];
    const location = text.locate();
    const what = `the source of ${text.name} has changed since the export: the text is taken, and stale`;
    return [{ rule: "import", severity: "warning", message: what, location }];
  });
  const locale = merge(accepted);
  const { translations: after } = locale;
  const isChanged = (name: string) => JSON.stringify(before[name]) !== JSON.stringify(after[name]);
  return {
    locale,
    changed: accepted.map(({ text }) => text.name).filter(isChanged),
    refused: [...refused],
    problems: [...problems, ...outdated],
  };
}

/** What a text becomes: as it was where it came back as it went, and nobody says that it was read beside a new source. */
function translate(
  entry: Entry | undefined,
  before: Locale["translations"],
  stale: ReadonlySet<string>,
  { name, source, target, status }: IncomingText,
): Translation {
  const old = Object.hasOwn(before, name) ? before[name] : undefined;
  const isSame = old?.message === target.message && old.description === target.description;
  const isUntouched = status === undefined || (status === old?.status && !stale.has(name));
  if (old !== undefined && isSame && isUntouched) return old;
  return {
    message: target.message,
    description: target.description,
    status: status ?? "machine",
    sourceHash: hashSource(entry, source),
    ...(old?.allow && { allow: old.allow }),
  };
}

/** What the rules say of texts that come in, at their place in the file that they come from. */
async function checkTexts(
  catalog: Catalog,
  places: Places,
  tag: string,
  incoming: readonly IncomingText[],
): Promise<{ readonly problems: readonly Problem[]; readonly refused: ReadonlySet<string> }> {
  const texts = new Map(incoming.map((text) => [text.name, text]));
  const names = new Map<Location, string>();
  const found = await applyRules(catalog, {
    ...places,
    locale(other, path, at) {
      const [name, field] = path.map(String);
      const text = other === tag && name !== undefined ? texts.get(name) : undefined;
      if (text === undefined || name === undefined) return places.locale(other, path, at);
      const location = text.locate(field);
      names.set(location, name);
      return location;
    },
  });
  const problems = found.filter((problem) => names.has(problem.location) && hasErrors([problem]));
  const refused = new Set(problems.map(({ location }) => names.get(location) ?? ""));
  return { problems, refused };
}

/** The file of a locale, its texts in the order of the catalog. */
export function printLocale(catalog: Catalog, { translations }: Locale): string {
  const order = new Map(textNames(catalog).map((name, index) => [name, index]));
  const placeOf = (name: string) => order.get(name) ?? order.size;
  const sorted = Object.keys(translations).sort((a, b) => placeOf(a) - placeOf(b));
  return printJson(Object.fromEntries(sorted.map((name) => [name, translations[name]])));
}
