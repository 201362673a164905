import type { Catalog, Locale } from "../../catalog/catalog.js";
import { isErrorEntry, UNRECOGNIZED } from "../../catalog/catalog.js";
import { localeState } from "../../catalog/locale-state.js";
import { isCanonicalTag, pseudoTag } from "../../catalog/locale-tag.js";
import { sourceHashes } from "../../catalog/source-hash.js";
import { hasStrayBraces, placeholdersOf } from "../../catalog/template.js";
import type { Places } from "../../load/places.js";
import { didYouMean } from "../../problem/did-you-mean.js";
import type { Report, Rule } from "../rule.js";

/** Every locale has texts for entries that exist, with the entry's placeholders, translated from the text that stands now. */
export const rule: Rule = {
  name: "locales",
  check(catalog, report, places) {
    const { sourceLocale, localeAliases = {} } = catalog.manifest;
    const tags = catalog.locales.map(({ tag }) => tag);
    if (!tags.includes(sourceLocale)) {
      report(places.manifest(["sourceLocale"]), `locales/${sourceLocale}.json does not exist`);
    }
    for (const [alias, tag] of Object.entries(localeAliases)) {
      if (!isCanonicalTag(alias)) {
        report(
          places.manifest(["localeAliases", alias]),
          `${JSON.stringify(alias)} is no canonical BCP 47 tag`,
        );
      }
      if (!tags.includes(tag))
        report(places.manifest(["localeAliases", alias]), `locales/${tag}.json does not exist`);
      if (tags.includes(alias))
        report(
          places.manifest(["localeAliases", alias]),
          `locales/${alias}.json exists: it is no alias`,
        );
    }
    const pseudo = pseudoTag(sourceLocale);
    for (const tag of [...tags, ...Object.keys(localeAliases)].filter((tag) => tag === pseudo)) {
      report(
        tags.includes(tag) ? places.locale(tag, []) : places.manifest(["localeAliases", tag]),
        `${tag} is generated: it is the pseudo-locale for tests`,
      );
    }
    for (const locale of catalog.locales) checkLocale(catalog, locale, report, places);
  },
};

function checkLocale(catalog: Catalog, locale: Locale, report: Report, places: Places): void {
  const { tag, translations } = locale;
  if (!isCanonicalTag(tag)) {
    report(places.locale(tag, []), `${JSON.stringify(tag)} is no canonical BCP 47 tag`);
  }
  const params = new Map(
    catalog.entries.filter(isErrorEntry).map((entry) => [entry.name, Object.keys(entry.params)]),
  );
  params.set(UNRECOGNIZED, []);
  for (const [name, { message, description }] of Object.entries(translations)) {
    const allowed = params.get(name);
    if (allowed === undefined) {
      if (catalog.complete) {
        const hint = didYouMean(name, [...params.keys()]);
        report(places.locale(tag, [name], "key"), `${name} is no error of the catalog`, {
          ...(hint !== undefined && { hint }),
        });
      }
      continue;
    }
    const used = placeholdersOf(message);
    const missing = allowed.filter((param) => !used.includes(param));
    const extra = [...used, ...placeholdersOf(description)].filter(
      (param) => !allowed.includes(param),
    );
    for (const param of missing)
      report(places.locale(tag, [name, "message"]), `the message lacks {${param}}`);
    for (const param of extra) {
      report(places.locale(tag, [name]), `${name} has no param "${param}"`, {
        hint: allowed.length > 0 ? `its params are ${allowed.join(", ")}` : "it has none",
      });
    }
    if (hasStrayBraces(message) || hasStrayBraces(description)) {
      report(places.locale(tag, [name]), "a brace that belongs to no placeholder");
    }
  }
  if (catalog.complete) checkProgress(catalog, locale, report, places);
}

/** What is missing or stale hinders nobody who edits; a release waits for it. */
function checkProgress(catalog: Catalog, locale: Locale, report: Report, places: Places): void {
  const { tag } = locale;
  const { missing, stale, total } = localeState(catalog, locale);
  if (missing.length > 0) {
    report(
      places.locale(tag, []),
      `${tag} lacks ${missing.length} of ${total} texts: ${list(missing)}`,
      {
        severity: "warning",
        hint: `until they are there, the next locale in the reader's list stands in; codegen locale export ${tag} begins them`,
      },
    );
  }
  const [first] = stale;
  if (first === undefined) return;
  const hashes = sourceHashes(catalog, tag);
  const current = stale.map((name) => `${name} ${hashes.get(name)}`);
  report(
    places.locale(tag, [first, "sourceHash"]),
    `${stale.length} ${stale.length === 1 ? "text" : "texts"} of ${tag} ${stale.length === 1 ? "is" : "are"} stale, since the source has changed: ${list(stale)}`,
    {
      severity: "warning",
      hint: `codegen locale export ${tag}, say there what has been read again (XLIFF: state, JSON: status), and import it; or set the new sourceHash: ${list(current)}`,
    },
  );
}

/** The first of many names: a locale that has just begun lacks all of them. */
function list(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(", ");
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}
