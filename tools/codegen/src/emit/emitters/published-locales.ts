import { ownPart } from "../../catalog/own-part.js";
import { printLocale } from "../../translate/print-locale.js";
import type { Emitter } from "../emitter.js";

/**
 * `generated/locales/`: the texts of a catalog that publishes only a part of its entries, for those
 * that import it. Otherwise they are in `locales/`.
 */
export const emitter: Emitter = {
  name: "published-locales",
  from: "locales",
  emit: (catalog) => {
    if (catalog.isPart !== true) return [];
    const own = ownPart(catalog);
    return own.locales.map((locale) => ({
      path: `generated/locales/${locale.tag}.json`,
      text: printLocale(own, locale),
    }));
  },
};
