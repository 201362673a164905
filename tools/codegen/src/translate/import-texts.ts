import type { Catalog, Locale, Translation } from "../catalog/catalog.js";
import { textNames } from "../catalog/locale-state.js";
import { hashSource, sourceHashes, sourceTexts } from "../catalog/source-hash.js";
import { applyRules } from "../check/lint.js";
import type { Places } from "../load/load.js";
import { hasErrors, type Location, type Problem } from "../problem/problem.js";
import { getOwn } from "../std/get-own.js";
import { printJson } from "../std/print-json.js";
import type { IncomingText } from "./outgoing.js";

/** What letting texts into a locale gives. */
export interface ImportedTexts {
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
): Promise<ImportedTexts> {
  const before = catalog.locales.find((locale) => locale.tag === tag)?.translations ?? {};
  const old = (name: string) => getOwn(before, name);
  const hashes = sourceHashes(catalog, tag);
  const sources = sourceTexts(catalog, tag);
  const entries = new Map(catalog.entries.map((entry) => [entry.name, entry]));

  const halves: Problem[] = [];
  const halved: string[] = [];
  const outdated: Problem[] = [];
  const candidates: { readonly text: IncomingText; readonly translation: Translation }[] = [];
  for (const text of incoming) {
    const { name, status } = text;
    const former = old(name);
    const current = hashes.get(name);
    const isFresh = former !== undefined && former.sourceHash === current;
    // A tool may send back only the unit that somebody has worked on: the other text is the locale's own.
    const {
      message = isFresh ? former.message : undefined,
      description = isFresh ? former.description : undefined,
    } = text.target;
    if (message === undefined || description === undefined) {
      const [has, lacks] =
        message === undefined ? ["description", "message"] : ["message", "description"];
      const what = `${name} has a ${has}, but no ${lacks}`;
      halves.push({
        rule: "import",
        severity: "error",
        message: what,
        location: text.locate(lacks),
      });
      halved.push(name);
      continue;
    }
    // What is still to be translated, and often only the source once more.
    const source = sources.get(name);
    if (status === "todo" && (former === undefined || message === source?.message)) continue;
    const isSame = former?.message === message && former.description === description;
    const isUntouched =
      status === "todo" || status === "unsaid" || (status === former?.status && isFresh);
    if (former !== undefined && isSame && (isUntouched || current === undefined)) continue;
    const seen =
      text.sourceHash ??
      hashSource(entries.get(name), {
        message: text.source.message ?? source?.message ?? "",
        description: text.source.description ?? source?.description ?? "",
      });
    const translation: Translation = {
      message,
      description,
      // A text that came back changed and without a state is somebody's translation.
      status: status === "todo" ? "machine" : status === "unsaid" ? "translated" : status,
      // Who changes a text and leaves it to be worked on has not said that it suits the source.
      sourceHash: (status === "todo" ? former?.sourceHash : undefined) ?? seen,
      ...(former?.allow && { allow: former.allow }),
    };
    candidates.push({ text, translation });
    if (status === "todo" || current === undefined || seen === current) continue;
    const what = `the source of ${name} has changed since the export: the text is taken, and stale`;
    outdated.push({ rule: "import", severity: "warning", message: what, location: text.locate() });
  }

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
  const locale = merge(accepted);
  const isChanged = (name: string) =>
    JSON.stringify(old(name)) !== JSON.stringify(locale.translations[name]);
  return {
    locale,
    changed: accepted.map(({ text }) => text.name).filter(isChanged),
    refused: [...halved, ...refused],
    problems: [...halves, ...problems, ...outdated],
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
