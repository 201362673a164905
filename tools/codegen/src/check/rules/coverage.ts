import type { Catalog } from "../../catalog/catalog.js";
import type { Locale } from "../../catalog/locale.js";
import { localeState } from "../../catalog/locale-state.js";
import { isEnglish } from "../../catalog/locale-tag.js";
import { sourceHashes } from "../../catalog/source-hash.js";
import { GENERAL_UNITS, pathOfText, unitsOf } from "../../catalog/text-unit.js";
import type { Places } from "../../load/places.js";
import { listSome } from "../../std/list-some.js";
import type { Report, Rule } from "../rule.js";

/** A locale that has just been added lacks every text: only the first names are shown. */
const SHOWN = 5;

/**
 * Every locale has the texts of each error and of the general failures, translated from the
 * source's present texts. A release waits for that.
 */
export const rule: Rule = {
  name: "coverage",
  check(catalog, report, places) {
    // The errors that could not be read are unknown.
    if (!catalog.complete) return;
    for (const locale of catalog.locales) {
      checkMissing(catalog, locale, report, places);
      checkStale(catalog, locale, report, places);
    }
  },
};

function checkMissing(catalog: Catalog, locale: Locale, report: Report, places: Places): void {
  const { tag } = locale;
  const { missing, total } = localeState(catalog, locale);
  if (missing.length === 0) return;
  const verb = missing.length === 1 ? "is" : "are";
  const names = listSome(missing, SHOWN);
  const message = `${missing.length} of ${total} texts ${verb} missing in ${tag}: ${names}`;
  const hint =
    tag === catalog.manifest.sourceLocale
      ? howToBegin(tag, missing)
      : `until texts are added, readers get their next language; start with codegen locale export ${tag}`;
  report(places.locale(tag, []), message, { severity: "warning", hint });
}

/** The API has no words for the general failures: codegen has some in English only. */
function howToBegin(tag: string, missing: readonly string[]): string {
  const general = isEnglish(tag) ? [] : missing.filter((name) => GENERAL_UNITS.includes(name));
  const exported = `start with codegen locale export ${tag}`;
  if (general.length === missing.length) return exported;
  const added = `codegen locale add ${tag} begins`;
  if (general.length === 0) return `${added} them in the API's own words`;
  return `${added} those of errors in the API's own words; for the others, ${exported}`;
}

function checkStale(catalog: Catalog, locale: Locale, report: Report, places: Places): void {
  const { tag } = locale;
  const { stale } = localeState(catalog, locale);
  const [first] = stale;
  if (first === undefined) return;
  const units = unitsOf(locale);
  const isBegun =
    tag === catalog.manifest.sourceLocale &&
    stale.some((name) => units.get(name)?.status === "machine");
  const renewed = isBegun
    ? `codegen locale add ${tag} renews those that are still the API's own words; `
    : "";
  const hashes = sourceHashes(catalog, tag);
  const current = stale.map((name) => `${name} ${hashes.get(name)}`);
  const [texts, source] =
    stale.length === 1
      ? [`1 text in ${tag} is`, "its source"]
      : [`${stale.length} texts in ${tag} are`, "their sources"];
  const message = `${texts} stale (${source} changed): ${listSome(stale, SHOWN)}`;
  report(places.locale(tag, [...pathOfText(first, "").slice(0, -1), "sourceHash"]), message, {
    severity: "warning",
    hint: `${renewed}review through codegen locale export ${tag}; or, where a text still fits, set its sourceHash: ${listSome(current, SHOWN)}`,
  });
}
