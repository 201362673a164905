import {
  type Catalog,
  type Entry,
  isErrorEntry,
  type Param,
  type Translation,
} from "../catalog/catalog.js";
import { entriesByName } from "../catalog/entry.js";
import { translationsIn } from "../catalog/locale.js";
import { localeState, textNames } from "../catalog/locale-state.js";
import { sourceHashes, sourceTexts } from "../catalog/source-hash.js";

/** The message and the description of an entry in one language. */
export interface Texts {
  readonly message: string;
  readonly description: string;
}

/** The texts of one entry, for a translator. */
export interface OutgoingText {
  readonly name: string;
  /** The texts to translate. */
  readonly source: Texts;
  /** The hash of the source, and of what its params mean. */
  readonly sourceHash: string;
  /** The present translation; undefined if there is none. */
  readonly target: Texts | undefined;
  /** `stale` if the source has changed since the translation; `missing` if there is none. */
  readonly status: Translation["status"] | "stale" | "missing";
  /**
   * What a translator should know: the message that the API sends, how the error is classified, and
   * what each param means.
   */
  readonly notes: readonly string[];
}

/** The texts of a locale, for a translator. */
export interface Outgoing {
  /** The id of the catalog, by which it recognizes the file that comes back. */
  readonly catalog: string;
  readonly tag: string;
  readonly sourceLocale: string;
  readonly texts: readonly OutgoingText[];
}

/**
 * Collects the texts of a locale for its translator. The locale may be incomplete, or not exist
 * yet.
 */
export function toOutgoing(catalog: Catalog, tag: string): Outgoing {
  const translations = translationsIn(catalog, tag);
  const stale = new Set(localeState(catalog, { tag, translations }).stale);
  const [sources, hashes] = [sourceTexts(catalog, tag), sourceHashes(catalog, tag)];
  const entries = entriesByName(catalog.entries);
  const texts = textNames(catalog).map((name): OutgoingText => {
    const target = translations[name];
    return {
      name,
      source: sources.get(name) ?? { message: "", description: "" },
      sourceHash: hashes.get(name) ?? "",
      target,
      status: target === undefined ? "missing" : stale.has(name) ? "stale" : target.status,
      notes: describeEntry(entries.get(name)),
    };
  });
  const { id, sourceLocale } = catalog.manifest;
  return { catalog: id, tag, sourceLocale, texts };
}

function describeEntry(entry: Entry | undefined): readonly string[] {
  if (entry === undefined || !isErrorEntry(entry))
    return ["For every error that comes without a text and is not in the catalog."];
  return [
    `The API sends: ${entry.message}`,
    `category: ${entry.category}; outcome: ${entry.outcome}; retry: ${entry.retry}`,
    ...Object.entries(entry.params).map(describeParam),
  ];
}

function describeParam([name, { meaning, example }]: [string, Param]): string {
  return `{${name}}: ${meaning} (${example})`;
}
