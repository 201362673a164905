import { createHash } from "node:crypto";
import { memoizeByObject } from "../std/memoize-by-object.js";
import { type Catalog, type Entry, isErrorEntry, UNRECOGNIZED } from "./catalog.js";
import { entriesByName } from "./entry.js";
import { translationsIn } from "./locale.js";

/** The text that a text is translated from. */
interface SourceText {
  readonly message: string;
  readonly description: string;
}

/**
 * Returns what each text of a locale is made from: for the source locale the catalog's own text,
 * for the others the source locale's. The general text of the source locale is made from nothing,
 * and is not here.
 */
export function sourceTexts(catalog: Catalog, tag: string): ReadonlyMap<string, SourceText> {
  const { sourceLocale } = catalog.manifest;
  const isSource = tag === sourceLocale;
  const source = translationsIn(catalog, sourceLocale);
  const texts = new Map<string, SourceText>();
  for (const entry of catalog.entries.filter(isErrorEntry)) {
    const text = isSource ? entry : source[entry.name];
    if (text !== undefined) texts.set(entry.name, text);
  }
  const general = isSource ? undefined : source[UNRECOGNIZED];
  if (general !== undefined) texts.set(UNRECOGNIZED, general);
  return texts;
}

/** Returns the hash of what each text of a locale is made from, with the meaning of the params. */
export const sourceHashes: (catalog: Catalog, tag: string) => ReadonlyMap<string, string> =
  memoizeByObject(hashSources);

function hashSources(catalog: Catalog, tag: string): ReadonlyMap<string, string> {
  const entries = entriesByName(catalog.entries);
  const hashes = new Map([[UNRECOGNIZED, hashOf([])]]);
  for (const [name, text] of sourceTexts(catalog, tag))
    hashes.set(name, hashSource(entries.get(name), text));
  return hashes;
}

/** Returns the hash of a source text of an entry, or of the general text, which has no entry. */
export function hashSource(
  entry: Pick<Entry, "params"> | undefined,
  { message, description }: SourceText,
): string {
  if (entry === undefined) return hashOf(message === "" ? [] : [message, description]);
  const meanings = Object.keys(entry.params)
    .sort()
    .map((param) => [param, entry.params[param]?.meaning ?? ""]);
  return hashOf([message, description, meanings]);
}

function hashOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 12);
}
