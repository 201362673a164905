import type { Catalog, Locale } from "../catalog/catalog.js";
import { LOCALE_SCHEMA_PATH } from "../catalog/file-schemas.js";
import { neededUnits } from "../catalog/locale-state.js";
import { printJson } from "../std/print-json.js";

/** Prints the file of a locale, its texts in the order of the catalog. */
export function printLocale(
  catalog: Catalog,
  { questions, outcomes, catalog: own, translations, developer }: Locale,
): string {
  const order = new Map(neededUnits(catalog).map((name, index) => [name, index]));
  const placeOf = (name: string) => order.get(name) ?? order.size;
  const inOrder = <Text>(texts: Readonly<Record<string, Text>>): Record<string, Text> =>
    Object.fromEntries(
      Object.entries(texts).sort(([one], [other]) => placeOf(one) - placeOf(other)),
    );
  return printJson({
    $schema: LOCALE_SCHEMA_PATH,
    questions,
    outcomes,
    catalog: own,
    ...inOrder(translations),
    developer: developer && inOrder(developer),
  });
}
