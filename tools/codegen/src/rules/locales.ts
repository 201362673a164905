import type { Catalog, Locale } from "../catalog.js";
import { isErrorEntry, UNRECOGNIZED } from "../catalog.js";
import type { Places } from "../load.js";
import type { Report, Rule } from "../rule.js";
import { sourceHashes } from "../source-hash.js";
import { hasStrayBraces, placeholdersOf } from "../template.js";

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
  const hashes = sourceHashes(catalog, tag);

  for (const [name, { message, description, sourceHash }] of Object.entries(translations)) {
    const allowed = params.get(name);
    if (allowed === undefined) {
      if (catalog.complete)
        report(places.locale(tag, [name], "key"), `${name} is no error of the catalog`);
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
    const current = hashes.get(name);
    if (current !== undefined && current !== sourceHash) {
      report(
        places.locale(tag, [name, "sourceHash"]),
        `the ${tag} text of ${name} is stale: its source has changed`,
        {
          severity: "warning",
          hint: `read it again, then set "sourceHash": "${current}"`,
        },
      );
    }
  }
  const absent = [...params.keys()].filter((name) => !Object.hasOwn(translations, name));
  if (catalog.complete && absent.length > 0) {
    report(
      places.locale(tag, []),
      `${tag} lacks ${absent.length} of ${params.size} texts: ${absent.join(", ")}`,
      {
        severity: "warning",
        hint: "until they are there, the next locale in the reader's list stands in",
      },
    );
  }
}

function isCanonicalTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}
