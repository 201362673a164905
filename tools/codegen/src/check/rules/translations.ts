import { type Catalog, UNRECOGNIZED } from "../../catalog/catalog.js";
import { isErrorEntry } from "../../catalog/entry.js";
import { hasStrayBraces, placeholdersOf } from "../../catalog/template.js";
import type { Places } from "../../load/places.js";
import { didYouMean } from "../../problem/did-you-mean.js";
import { eachText, type LocaleText } from "../each-text.js";
import type { Report, Rule } from "../rule.js";

/** Texts are those of errors in the catalog, and have the placeholders of the error's message. */
export const rule: Rule = {
  name: "translations",
  check(catalog, report, places) {
    const params = paramsByName(catalog);
    if (catalog.complete) checkNames(catalog, [...params.keys()], report, places);
    for (const text of eachText(catalog.locales, places)) {
      const known = params.get(text.name);
      if (known !== undefined) checkPlaceholders(text, known, report);
    }
  },
};

/** The params of every error that a locale has texts for. */
function paramsByName({ entries }: Catalog): ReadonlyMap<string, readonly string[]> {
  return new Map([
    [UNRECOGNIZED, []],
    ...entries.filter(isErrorEntry).map(({ name, params }) => [name, Object.keys(params)] as const),
  ]);
}

function checkNames(
  { locales }: Catalog,
  names: readonly string[],
  report: Report,
  places: Places,
): void {
  const known = new Set(names);
  for (const { tag, translations } of locales) {
    for (const name of Object.keys(translations).filter((key) => !known.has(key))) {
      report(places.locale(tag, [name], "key"), `${name} is not an error of the catalog`, {
        hint: didYouMean(name, names),
      });
    }
  }
}

function checkPlaceholders(
  { name, field, text, place }: LocaleText,
  params: readonly string[],
  report: Report,
): void {
  const used = placeholdersOf(text);
  const missing = field === "message" ? params.filter((param) => !used.includes(param)) : [];
  for (const param of missing) {
    report(place(), `the message is missing the placeholder {${param}}`, {
      hint: `the message of ${name} in the catalog has it`,
    });
  }
  for (const param of used.filter((one) => !params.includes(one))) {
    report(place(), `${name} has no param "${param}"`, {
      hint:
        params.length > 0
          ? `its params are ${params.join(", ")}`
          : "its message in the catalog has no placeholders",
    });
  }
  if (hasStrayBraces(text)) {
    report(place(), `the ${field} has a brace outside a placeholder`, {
      hint: "a placeholder is a param's name in braces, such as {field}; other braces are not allowed",
    });
  }
}
