import type { TextCheck, Translation } from "../../catalog/catalog.js";
import { codePoint } from "../../characters/code-point.js";
import { getOwn } from "../../std/get-own.js";
import type { Rule } from "../rule.js";

/** The characters that a text may have: what is longer is no short sentence any more. */
const MAX_LENGTH = 200;

/** Control characters, half pairs, and marks that have no width or steer the direction of text: nobody sees them. */
const UNSEEN = /[\p{Cc}\p{Cs}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;

/** Texts are there, short, without characters that nobody sees, and translated where they are a translation. */
export const rule: Rule = {
  name: "texts",
  check({ locales, manifest }, report, places) {
    const source = locales.find(({ tag }) => tag === manifest.sourceLocale)?.translations ?? {};
    for (const { tag, translations } of locales) {
      for (const [name, text] of Object.entries(translations)) {
        for (const field of ["message", "description"] as const) {
          const place = () => places.locale(tag, [name, field]);
          const value = text[field];
          const unseen = UNSEEN.exec(value)?.[0];
          if (value.trim() === "") report(place(), `the ${field} of ${name} is empty`);
          else if (value.trim() !== value)
            report(place(), `the ${field} of ${name} begins or ends with a space`);
          if (unseen !== undefined)
            report(
              place(),
              `the ${field} of ${name} has an invisible character, ${codePoint(unseen)}`,
            );
          if (value.includes("$t("))
            report(place(), `the ${field} of ${name} has "$t(", which i18next takes for its own`);
          const length = [...value].length;
          if (length > MAX_LENGTH && !allows(text, "overlong")) {
            report(
              place(),
              `the ${field} of ${name} has ${length} characters: at most ${MAX_LENGTH}`,
              {
                hint: `shorten it, or allow it for this entry in its locale's file: "allow": ["overlong"]`,
              },
            );
          }
          const untranslated =
            tag !== manifest.sourceLocale && value === getOwn(source, name)?.[field];
          if (untranslated && !allows(text, "untranslated")) {
            report(place(), `the ${field} of ${name} is still that of ${manifest.sourceLocale}`, {
              hint: `translate it, or allow it for this entry in its locale's file: "allow": ["untranslated"]`,
            });
          }
        }
      }
    }
  },
};

/** Whether an entry's texts are excused from a check. */
function allows({ allow }: Translation, check: TextCheck): boolean {
  return allow?.includes(check) ?? false;
}
