import { canonicalTag, pseudoTag } from "../../catalog/locale-tag.js";
import { didYouMean } from "../../problem/did-you-mean.js";
import { portableNameFault } from "../../std/portable-name.js";
import type { ReportHere, Rule } from "../rule.js";

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
    for (const [alias, tag] of Object.entries(localeAliases)) {
      const reportHere: ReportHere = (...it) =>
        report(places.manifest(["localeAliases", alias]), ...it);
      checkTag(alias, sourceLocale, reportHere);
      checkAlias(alias, tag, tags, reportHere);
    }
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

function checkAlias(alias: string, tag: string, tags: readonly string[], report: ReportHere): void {
  const fault = portableNameFault(alias);
  if (fault !== undefined) report(`${alias} cannot name a file: ${fault}`);
  if (!tags.includes(tag)) {
    const message = `${alias} stands for ${tag}, but locales/${tag}.json does not exist`;
    report(message, { hint: didYouMean(tag, tags) });
  }
  if (tags.includes(alias)) report(`${alias} cannot be an alias: locales/${alias}.json exists`);
}
