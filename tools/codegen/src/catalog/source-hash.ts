import { createHash } from "node:crypto";
import { memoizeByObject } from "../std/memoize-by-object.js";
import { type Catalog, type ErrorEntry, isErrorEntry } from "./catalog.js";
import { CATALOG, categoryFields } from "./catalog-fields.js";
import { entriesByName } from "./entry.js";
import { localeOf } from "./locale.js";
import {
  DEVELOPER,
  developerUnit,
  GENERAL_UNITS,
  isDeveloperUnit,
  nameOfUnit,
  type Texts,
  unitsOf,
} from "./text-unit.js";

/** The facts of an entry that its texts are made from. */
export type TextFacts = Pick<ErrorEntry, "params" | "outcome" | "retry">;

/**
 * Returns what each unit of a locale is made from: in the source locale the catalog's own message
 * and description, in the others the source locale's texts. The general units of the source locale
 * are made from nothing, and are not here.
 */
export function sourceTexts(catalog: Catalog, tag: string): ReadonlyMap<string, Texts> {
  const { sourceLocale } = catalog.manifest;
  const source = unitsOf(localeOf(catalog, sourceLocale));
  if (tag !== sourceLocale)
    return new Map([...source].map(([unit, { texts }]) => [unit, texts] as const));
  const errors = catalog.entries.filter(isErrorEntry);
  const texts = new Map<string, Texts>(errors.map((entry) => [entry.name, apiTexts(entry)]));
  for (const unit of [...source.keys()].filter(isDeveloperUnit)) {
    const text = texts.get(nameOfUnit(unit));
    if (text !== undefined) texts.set(unit, forDevelopers(text));
  }
  if (source.has(CATALOG)) texts.set(CATALOG, ofCatalog(catalog));
  return texts;
}

/** Returns the API's own texts of an error. */
const apiTexts = memoizeByObject(
  ({ message, description }: ErrorEntry): Texts => ({ message, description }),
);

/** Returns the manifest's texts about the catalog and its categories. */
function ofCatalog({ manifest: { title, description, categories } }: Catalog): Texts {
  const named = Object.entries(categories).map(([name, category]) => [
    name,
    { name, description: category.description },
  ]);
  return { title, description, ...categoryFields(Object.fromEntries(named)) };
}

/** Returns the source of the text for developers: all that the API says. */
const forDevelopers = memoizeByObject(
  ({ message = "", description = "" }: Texts): Texts => ({
    [DEVELOPER]: `${message} ${description}`.trim(),
  }),
);

/** Returns the hash of what each unit of a locale is made from, with the facts of its entry. */
export const sourceHashes: (catalog: Catalog, tag: string) => ReadonlyMap<string, string> =
  memoizeByObject(hashSources);

function hashSources(catalog: Catalog, tag: string): ReadonlyMap<string, string> {
  const entries = entriesByName(catalog.entries);
  const hashes = new Map<string, string>();
  if (tag === catalog.manifest.sourceLocale) {
    const general = [...GENERAL_UNITS, ...GENERAL_UNITS.map(developerUnit)];
    for (const unit of general) hashes.set(unit, hashSource(undefined, {}));
  }
  const units = unitsOf(localeOf(catalog, tag));
  for (const [unit, texts] of sourceTexts(catalog, tag)) {
    const name = nameOfUnit(unit);
    const entry = entries.get(name);
    // Texts of a removed error are left to the rule "translations": nobody has to review them.
    if (entry === undefined && name !== CATALOG && !GENERAL_UNITS.includes(name)) continue;
    const present = units.get(unit);
    if (entry?.from !== undefined && present !== undefined) {
      // Its owner keeps it up to date, and may translate from another language.
      hashes.set(unit, present.sourceHash);
      continue;
    }
    hashes.set(unit, hashOnce(entry && isErrorEntry(entry) ? entry : undefined, texts));
  }
  return hashes;
}

/**
 * The hash of each source: all locales but one have the same sources, and few edits change them.
 */
const known = new WeakMap<
  Texts,
  { readonly entry: TextFacts | undefined; readonly hash: string }
>();

function hashOnce(entry: TextFacts | undefined, texts: Texts): string {
  const last = known.get(texts);
  if (last !== undefined && last.entry === entry) return last.hash;
  const hash = hashSource(entry, texts);
  known.set(texts, { entry, hash });
  return hash;
}

/**
 * Returns the hash of the source of a unit. A unit of an entry is made from the entry's facts too:
 * where a request may have been executed after all, its texts must say so.
 */
export function hashSource(entry: TextFacts | undefined, texts: Texts): string {
  const fields = Object.entries(texts)
    .filter(([, text]) => text !== "")
    .sort(([one], [other]) => (one < other ? -1 : 1));
  if (entry === undefined) return hashOf(fields);
  const { params, outcome, retry } = entry;
  const meanings = Object.entries(params)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([param, { meaning, values = [] }]) => [param, meaning, ...values]);
  return hashOf([fields, meanings, outcome, retry]);
}

function hashOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 12);
}
