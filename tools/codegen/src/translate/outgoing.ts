import type { Catalog, Review } from "../catalog/catalog.js";
import { CATALOG } from "../catalog/catalog-fields.js";
import { entriesByName } from "../catalog/entry.js";
import { localeOf } from "../catalog/locale.js";
import { localeState, neededUnits } from "../catalog/locale-state.js";
import { sourceHashes, sourceTexts } from "../catalog/source-hash.js";
import {
  developerUnit,
  nameOfUnit,
  requiredFields,
  type Texts,
  unitsOf,
} from "../catalog/text-unit.js";
import { describeUnit } from "./describe-unit.js";

/** The texts of one unit, for a translator. */
export interface OutgoingText {
  /** The unit's name. */
  readonly name: string;
  /** The texts to translate, by field: all that the unit needs, empty where there is no source. */
  readonly source: Texts;
  /** The hash of the source, and of the facts of its entry. */
  readonly sourceHash: string;
  /** The present translation; undefined if there is none. */
  readonly target: Texts | undefined;
  /** `stale` if the source has changed since the translation; `missing` if there is none. */
  readonly status: Review["status"] | "stale" | "missing";
  /**
   * Notes for the translator: the message that the API sends, how the error is classified, and what
   * each param means.
   */
  readonly notes: readonly string[];
}

/** The texts of a locale, for a translator. */
export interface Outgoing {
  /** The id of the catalog, by which it recognizes the file that comes back. */
  readonly catalog: string;
  readonly tag: string;
  readonly sourceLocale: string;
  /** They are made while they are read, once: a large catalog has many. */
  readonly texts: Iterable<OutgoingText>;
}

/**
 * Collects the texts of a locale for its translator. The locale may be incomplete, or not exist
 * yet.
 */
export function toOutgoing(catalog: Catalog, tag: string): Outgoing {
  const { id, sourceLocale } = catalog.manifest;
  return { catalog: id, tag, sourceLocale, texts: outgoingTexts(catalog, tag) };
}

function* outgoingTexts(catalog: Catalog, tag: string): Generator<OutgoingText> {
  const locale = localeOf(catalog, tag);
  const units = unitsOf(locale);
  const stale = new Set(localeState(catalog, locale).stale);
  const [sources, hashes] = [sourceTexts(catalog, tag), sourceHashes(catalog, tag)];
  const entries = entriesByName(catalog.entries);
  for (const name of unitsToTranslate(catalog, tag)) {
    const unit = units.get(name);
    yield {
      name,
      source: toTranslate(name, sources.get(name) ?? {}, unit?.texts ?? {}),
      sourceHash: hashes.get(name) ?? "",
      target: unit?.texts,
      status: unit === undefined ? "missing" : stale.has(name) ? "stale" : unit.status,
      notes: describeUnit(name, entries.get(nameOfUnit(name))),
    };
  }
}

/** Returns the source of each field that a unit needs, or has. */
function toTranslate(name: string, source: Texts, present: Texts): Texts {
  const texts: Record<string, string> = {};
  for (const fields of [requiredFields(name), Object.keys(source), Object.keys(present)])
    for (const field of fields) texts[field] = source[field] ?? "";
  return texts;
}

/**
 * Returns what a translator gets: the units that every locale needs, then those that a locale may
 * have, which are the texts of the catalog itself and those for developers.
 */
function unitsToTranslate(catalog: Catalog, tag: string): readonly string[] {
  const { sourceLocale } = catalog.manifest;
  const needed = neededUnits(catalog);
  const locales = [sourceLocale, tag].map((one) => localeOf(catalog, one));
  const own = locales.some((locale) => locale.catalog !== undefined) ? [CATALOG] : [];
  const advised = new Set(locales.flatMap(({ developer = {} }) => Object.keys(developer)));
  const developer = needed.filter((name) => advised.has(name)).map(developerUnit);
  return [...needed, ...own, ...developer];
}
