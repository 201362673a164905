import type { Catalog, Param, Translation } from "../catalog/catalog.js";
import { isErrorEntry } from "../catalog/catalog.js";
import { localeState, STATUSES, textNames } from "../catalog/locale-state.js";
import { sourceHashes, sourceTexts } from "../catalog/source-hash.js";
import type { Location, Problem } from "../problem/problem.js";

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
  /** The hash of it, and of what the params mean. */
  readonly sourceHash: string;
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
  /** The source that the translator saw, as far as the file has it. */
  readonly source: Partial<Texts>;
  /** The hash of that source, where the file has kept it. */
  readonly sourceHash: string | undefined;
  /** At least one of the two texts. */
  readonly target: Partial<Texts>;
  /** `todo` where the file says that the text still has to be worked on; `unsaid` where it does not say what it is. */
  readonly status: Translation["status"] | "todo" | "unsaid";
  /** Where the entry, or one of its texts, stands in the file. */
  readonly locate: (field?: string) => Location;
}

const ORDER: readonly IncomingText["status"][] = ["todo", "unsaid", ...STATUSES];

/** An entry is as trusted as the less trusted of its two texts. */
export function lesserStatus(
  one: IncomingText["status"],
  other: IncomingText["status"],
): IncomingText["status"] {
  return ORDER.indexOf(one) < ORDER.indexOf(other) ? one : other;
}

/** A file that came back from a translator. Entries without any text are left out. */
export interface Incoming {
  /** Undefined where the file does not say. */
  readonly tag: string | undefined;
  readonly texts: readonly IncomingText[];
  /** The names of the entries that are malformed in the file. */
  readonly malformed: readonly string[];
  /** What is wrong with the file itself. */
  readonly problems: readonly Problem[];
}

/** What goes to the translator of a locale, complete or not. */
export function outgoing(catalog: Catalog, tag: string): Outgoing {
  const locale = catalog.locales.find((other) => other.tag === tag) ?? { tag, translations: {} };
  const stale = new Set(localeState(catalog, locale).stale);
  const [sources, hashes] = [sourceTexts(catalog, tag), sourceHashes(catalog, tag)];
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
      sourceHash: hashes.get(name) ?? "",
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
