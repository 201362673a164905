import type { Catalog, Locale } from "../catalog/catalog.js";
import { LOCALE_SCHEMA_PATH } from "../catalog/file-schemas.js";
import { textNames } from "../catalog/locale-state.js";
import { printJson } from "../std/print-json.js";

/** Prints the file of a locale, its texts in the order of the catalog. */
export function printLocale(catalog: Catalog, { translations }: Locale): string {
  const order = new Map(textNames(catalog).map((name, index) => [name, index]));
  const placeOf = (name: string) => order.get(name) ?? order.size;
  const sorted = Object.keys(translations).sort((a, b) => placeOf(a) - placeOf(b));
  const texts = sorted.map((name) => [name, translations[name]]);
  return printJson({ $schema: LOCALE_SCHEMA_PATH, ...Object.fromEntries(texts) });
}
