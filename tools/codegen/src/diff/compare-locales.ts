import { CATALOG } from "../catalog/catalog-fields.js";
import { importedNames } from "../catalog/own-part.js";
import { isDeveloperUnit, kindOfField, nameOfUnit } from "../catalog/text-unit.js";
import { type Change, toCatalogChange, toChange } from "./change.js";
import { type Difference, findDifferences, pairUp } from "./find-differences.js";
import type { Snapshot } from "./snapshot.js";

/** Finds what changed between the locales of two catalogs; nothing if one side has none. */
export function compareLocales(before: Snapshot, after: Snapshot): Change[] {
  if (before.locales === undefined || after.locales === undefined) return [];
  const former = new Set(before.entries.map(({ name }) => name));
  const codes = new Map(after.entries.map(({ name, code }) => [name, code]));
  const imported = before.hasOwnTextsOnly ? importedNames(after) : new Map<string, string>();
  // The texts of an entry that was added or removed are part of it.
  const isCompared = (unit: string) => {
    const name = nameOfUnit(unit);
    if (imported.has(name)) return false;
    return former.has(name) === codes.has(name);
  };
  return pairUp(before.locales, after.locales).flatMap((locale) => {
    const field = `locales.${locale.key}`;
    if (locale.before === undefined)
      return toCatalogChange(field, null, locale.key, "export-added");
    if (locale.after === undefined)
      return toCatalogChange(field, locale.key, null, "export-removed");
    const texts = findDifferences(locale.before, locale.after)
      .filter(({ key }) => isCompared(key))
      .map((text) => {
        const name = nameOfUnit(text.key);
        const entry = { name, code: codes.get(name) ?? "" };
        const kind = losesKey(text) ? "text-removed" : "text-changed";
        return toChange(entry, field, text.before, text.after, kind);
      });
    const [had, has] = [locale.before, locale.after].map((units) =>
      Object.keys(units).some((unit) => isDeveloperUnit(unit) && !imported.has(nameOfUnit(unit))),
    );
    return had === has ? texts : [toDeveloperChange(locale.key, had === true), ...texts];
  });
}

/**
 * Whether message libraries no longer find the key of a text. They have no texts for developers, no
 * name of the catalog, and words only for some values.
 */
function losesKey({ key: unit, before = {}, after = {} }: Difference<object>): boolean {
  if (isDeveloperUnit(unit) || unit === CATALOG) return false;
  return Object.keys(before).some(
    (field) => !Object.hasOwn(after, field) && kindOfField(unit, field) !== "value",
  );
}

/** The texts for developers are a module of their own, which a locale without any does not have. */
function toDeveloperChange(tag: string, isRemoved: boolean): Change {
  const field = `developer.${tag}`;
  return isRemoved
    ? toCatalogChange(field, tag, null, "export-removed")
    : toCatalogChange(field, null, tag, "export-added");
}
