import { scriptOf } from "../locale-tag.js";
import type { Rule } from "../rule.js";

/** Traditional Chinese texts have no character that is Simplified only, nor the reverse. */
export const rule: Rule = {
  name: "script",
  async check({ locales, glossary }, report, places) {
    for (const { tag, translations } of locales) {
      const { language, script } = scriptOf(tag) ?? {};
      if (language !== "zh" || (script !== "Hant" && script !== "Hans")) continue;
      const foreign = await onlyIn(script === "Hant" ? "Hans" : "Hant");
      const allowed = glossary?.characters?.[tag] ?? "";
      for (const [name, text] of Object.entries(translations)) {
        if (text.allow?.includes("script")) continue;
        for (const field of ["message", "description"] as const) {
          const found = [...new Set(text[field])].filter(
            (character) => foreign.has(character) && !allowed.includes(character),
          );
          if (found.length === 0) continue;
          const words = found
            .map((character) => `${character} (${foreign.get(character)})`)
            .join(", ");
          report(
            places.locale(tag, [name, field]),
            `not ${script === "Hant" ? "Traditional" : "Simplified"} Chinese: ${words}`,
            { hint: `write the character in brackets, or add it to "characters" in glossary.yaml` },
          );
        }
      }
    }
  },
};

/** The characters of one script that OpenCC's tables convert to another and never from it, each with what it becomes. */
async function onlyIn(script: "Hans" | "Hant"): Promise<ReadonlyMap<string, string>> {
  const [simplified, traditional] = await Promise.all([
    import("opencc-js/dict/STCharacters"),
    import("opencc-js/dict/TSCharacters"),
  ]);
  const [from, to] = [simplified.default, traditional.default].map(tableOf) as [Table, Table];
  const [own, other] = script === "Hans" ? [from, to] : [to, from];
  return new Map(
    [...own].filter(([character, becomes]) => character !== becomes && !other.has(character)),
  );
}

type Table = ReadonlyMap<string, string>;

/** `character becomes|character becomes|...` */
function tableOf(text: string): Table {
  return new Map(text.split("|").map((pair) => pair.split(" ") as [string, string]));
}
