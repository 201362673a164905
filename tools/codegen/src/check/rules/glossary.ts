import { getOwn } from "../../std/get-own.js";
import type { Rule } from "../rule.js";

/** No text has a word that `glossary.yaml` forbids in its locale, and the glossary speaks of locales that exist. */
export const rule: Rule = {
  name: "glossary",
  check({ glossary, locales }, report, places) {
    if (glossary === undefined) return;
    const tags = locales.map(({ tag }) => tag);
    for (const [index, { locales: byTag }] of glossary.terms.entries()) {
      for (const tag of Object.keys(byTag).filter((tag) => !tags.includes(tag)))
        report(
          places.glossary(["terms", index, "locales", tag]),
          `locales/${tag}.json does not exist`,
        );
    }
    for (const tag of Object.keys(glossary.characters ?? {}).filter((tag) => !tags.includes(tag)))
      report(places.glossary(["characters", tag]), `locales/${tag}.json does not exist`);

    for (const { tag, translations } of locales) {
      const forbidden = glossary.terms.flatMap(({ term, locales: byTag }) => {
        const { use = "", never = [] } = getOwn(byTag, tag) ?? {};
        return never.map((word) => ({ term, use, word }));
      });
      for (const [name, text] of Object.entries(translations)) {
        if (text.allow?.includes("terms")) continue;
        for (const field of ["message", "description"] as const) {
          for (const { term, use, word } of forbidden) {
            if (!text[field].includes(word)) continue;
            report(places.locale(tag, [name, field]), `"${word}" is not the word for "${term}"`, {
              hint: `write "${use}", or allow it for this entry in its locale's file: "allow": ["terms"]`,
            });
          }
        }
      }
    }
  },
};
