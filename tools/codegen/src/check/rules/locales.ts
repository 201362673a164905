import type { Catalog } from "../../catalog/catalog.js";
import { canonicalTag, pseudoTag } from "../../catalog/locale-tag.js";
import type { Places } from "../../load/places.js";
import { didYouMean } from "../../problem/did-you-mean.js";
import { portableNameFault } from "../../std/portable-name.js";
import type { Report, ReportHere, Rule } from "../rule.js";

/** The source locale exists, tags are canonical, and aliases refer to existing locales. */
export const rule: Rule = {
  name: "locales",
  check(catalog, report, places) {
    const { sourceLocale, localeAliases = {} } = catalog.manifest;
    const tags = catalog.locales.map(({ tag }) => tag);
    if (!tags.includes(sourceLocale)) {
      const message = `there is no source locale ${sourceLocale}: expected locales/${sourceLocale}.json`;
      report(places.manifest(["sourceLocale"]), message, { hint: didYouMean(sourceLocale, tags) });
    }
    for (const tag of tags)
      checkTag(tag, sourceLocale, (...it) => report(places.locale(tag, []), ...it));
    for (const alias of Object.keys(localeAliases)) {
      const fault = portableNameFault(alias);
      if (fault !== undefined)
        report(places.manifest(["localeAliases", alias]), `${alias} cannot name a file: ${fault}`);
      checkTag(alias, sourceLocale, (...it) =>
        report(places.manifest(["localeAliases", alias]), ...it),
      );
    }
    checkAliases(catalog, report, places);
  },
};

function checkTag(tag: string, sourceLocale: string, report: ReportHere): void {
  const canonical = canonicalTag(tag);
  if (canonical !== tag) {
    const hint = canonical === undefined ? undefined : `write ${canonical}`;
    report(`${JSON.stringify(tag)} is not a canonical BCP 47 tag`, { hint });
  }
  if (tag === pseudoTag(sourceLocale)) {
    report(`${tag} is reserved: codegen generates it as the pseudo-locale for tests`);
  }
}

function checkAliases({ manifest, locales }: Catalog, report: Report, places: Places): void {
  const tags = locales.map(({ tag }) => tag);
  for (const [alias, tag] of Object.entries(manifest.localeAliases ?? {})) {
    const place = () => places.manifest(["localeAliases", alias]);
    if (!tags.includes(tag)) {
      report(place(), `${alias} stands for ${tag}, but locales/${tag}.json does not exist`, {
        hint: didYouMean(tag, tags),
      });
    }
    if (tags.includes(alias)) {
      report(place(), `${alias} cannot be an alias: locales/${alias}.json exists`);
    }
  }
}
