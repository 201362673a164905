import type { Catalog, Locale } from "../../catalog/catalog.js";
import { coveragePercent, localeState, neededUnits } from "../../catalog/locale-state.js";
import { languageName } from "../../catalog/locale-tag.js";
import type { Emitter } from "../emitter.js";
import { jsonFile, packagePath } from "../generated-file.js";

/** `meta.json` of the messages package: how complete and how well reviewed each locale is. */
export const emitter: Emitter = {
  name: "messages-meta",
  from: "locales",
  emit: (catalog) => {
    const { manifest, locales } = catalog;
    return [
      jsonFile(packagePath(manifest, "messages", "formats/meta.json"), {
        sourceLocale: manifest.sourceLocale,
        texts: neededUnits(catalog).length,
        locales: Object.fromEntries(
          locales.map((locale) => [locale.tag, localeMeta(catalog, locale)]),
        ),
      }),
    ];
  },
};

function localeMeta(catalog: Catalog, locale: Locale): object {
  const { localeAliases = {} } = catalog.manifest;
  const state = localeState(catalog, locale);
  return {
    language: languageName(locale.tag),
    aliases: Object.keys(localeAliases).filter((alias) => localeAliases[alias] === locale.tag),
    coverage: coveragePercent(state) / 100,
    missing: state.missing.length,
    stale: state.stale.length,
    status: state.statuses,
    stability: state.stability,
  };
}
