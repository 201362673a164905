import { coveragePercent, localeState, textNames } from "../../catalog/locale-state.js";
import { languageName } from "../../catalog/locale-tag.js";
import { printJson } from "../../std/print-json.js";
import { type Emitter, packageFile } from "../emitter.js";

/** `meta.json` of the messages package: how complete and how trusted each locale is. */
export const emitter: Emitter = {
  name: "messages-meta",
  from: "locales",
  emit: (catalog) => {
    const { sourceLocale, localeAliases = {} } = catalog.manifest;
    const locales = catalog.locales.map((locale) => {
      const state = localeState(catalog, locale);
      const aliases = Object.keys(localeAliases).filter(
        (alias) => localeAliases[alias] === locale.tag,
      );
      const meta = {
        language: languageName(locale.tag),
        aliases,
        coverage: coveragePercent(state) / 100,
        missing: state.missing.length,
        stale: state.stale.length,
        status: state.statuses,
        stability: state.stability,
      };
      return [locale.tag, meta] as const;
    });
    return [
      {
        path: packageFile(catalog.manifest, "messages", "formats/meta.json"),
        text: printJson({
          sourceLocale,
          texts: textNames(catalog).length,
          locales: Object.fromEntries(locales),
        }),
      },
    ];
  },
};
