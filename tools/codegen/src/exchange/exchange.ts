import type { Catalog, Param, Translation } from "../catalog.js";
import { isErrorEntry } from "../catalog.js";
import { localeState, textNames } from "../locale-state.js";
import type { Location, Problem } from "../problem.js";
import { sourceTexts } from "../source-hash.js";

/** Message and description of an entry in one language. */
export interface Texts {
  readonly message: string;
  readonly description: string;
}

/** What a translator is given of one entry. */
export interface OutgoingText {
  readonly name: string;
  /** What is translated. */
  readonly source: Texts;
  /** What the translation is now; undefined where there is none. */
  readonly target: Texts | undefined;
  /** `stale` where the source has changed since; `missing` where there is no translation. */
  readonly status: Translation["status"] | "stale" | "missing";
  /** What a translator should know: the text on the wire, how the error is judged, what each param stands for. */
  readonly notes: readonly string[];
}

/** A locale on its way to a translator. */
export interface Outgoing {
  readonly tag: string;
  readonly sourceLocale: string;
  readonly texts: readonly OutgoingText[];
}

/** What a translator gives back of one entry. */
export interface IncomingText {
  readonly name: string;
  /** The source that the translator saw. */
  readonly source: Texts;
  readonly target: Texts;
  /** Undefined where the file says that the text still has to be translated, or says nothing. */
  readonly status: Translation["status"] | undefined;
  /** Where the entry, or one of its texts, stands in the file. */
  readonly locate: (field?: string) => Location;
}

/** A file that came back from a translator. Entries that were not translated are left out. */
export interface Incoming {
  /** Undefined where the file does not say. */
  readonly tag: string | undefined;
  readonly texts: readonly IncomingText[];
  /** What is wrong with the file itself. */
  readonly problems: readonly Problem[];
}

/** What goes to the translator of a locale, complete or not. */
export function outgoing(catalog: Catalog, tag: string): Outgoing {
  const locale = catalog.locales.find((other) => other.tag === tag) ?? { tag, translations: {} };
  const stale = new Set(localeState(catalog, locale).stale);
  const sources = sourceTexts(catalog, tag);
  const entries = new Map(catalog.entries.map((entry) => [entry.name, entry]));
  const texts = textNames(catalog).map((name): OutgoingText => {
    const target = locale.translations[name];
    const entry = entries.get(name);
    const notes =
      entry === undefined || !isErrorEntry(entry)
        ? ["For every error that came without any text and is not in the catalog."]
        : [
            `The API sends: ${entry.message}`,
            `${entry.category}; outcome: ${entry.outcome}; retry: ${entry.retry}`,
            ...Object.entries(entry.params).map(describeParam),
          ];
    return {
      name,
      source: sources.get(name) ?? { message: "", description: "" },
      target,
      status: target === undefined ? "missing" : stale.has(name) ? "stale" : target.status,
      notes,
    };
  });
  return { tag, sourceLocale: catalog.manifest.sourceLocale, texts };
}

function describeParam([name, { meaning, example }]: [string, Param]): string {
  return `{${name}}: ${meaning} (${example})`;
}
