import { createHash } from "node:crypto";
import { type Catalog, isErrorEntry, UNRECOGNIZED } from "./catalog.js";

/**
 * The hash of what each text of a locale is made from: for the source locale the catalog's own text,
 * for the others the source locale's text; with the meaning of the params in both.
 */
export function sourceHashes(catalog: Catalog, tag: string): ReadonlyMap<string, string> {
  const { sourceLocale } = catalog.manifest;
  const source = catalog.locales.find((locale) => locale.tag === sourceLocale)?.translations;
  const hashes = new Map<string, string>();
  for (const entry of catalog.entries.filter(isErrorEntry)) {
    const text = tag === sourceLocale ? entry : source?.[entry.name];
    if (text !== undefined)
      hashes.set(entry.name, hashOf([text.message, text.description, meanings(entry.params)]));
  }
  const general = tag === sourceLocale ? undefined : source?.[UNRECOGNIZED];
  hashes.set(
    UNRECOGNIZED,
    general === undefined ? hashOf([]) : hashOf([general.message, general.description]),
  );
  return hashes;
}

function meanings(
  params: Readonly<Record<string, { readonly meaning: string }>>,
): readonly (readonly string[])[] {
  return Object.keys(params)
    .sort()
    .map((name) => [name, params[name]?.meaning ?? ""]);
}

function hashOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 12);
}
