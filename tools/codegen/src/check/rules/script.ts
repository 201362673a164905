import type { Locale } from "../../catalog/catalog.js";
import { languageName, scriptOf } from "../../catalog/locale-tag.js";
import type { Places } from "../../load/places.js";
import { getOwn } from "../../std/get-own.js";
import type { Report, Rule } from "../rule.js";

/**
 * A text has no letters of another language's script, beside Latin ones. Traditional Chinese texts have no character
 * that is Simplified only, nor the reverse.
 */
export const rule: Rule = {
  name: "script",
  async check({ locales, glossary }, report, places) {
    checkLetters(locales, report, places);
    for (const { tag, translations } of locales) {
      const { language, script } = scriptOf(tag) ?? {};
      if (language !== "zh" || (script !== "Hant" && script !== "Hans")) continue;
      const foreign = await onlyIn(script === "Hant" ? "Hans" : "Hant");
      const allowed = getOwn(glossary?.characters ?? {}, tag) ?? "";
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

/** The scripts that Unicode knows a combination of under another name. */
const COMBINED: Readonly<Record<string, readonly string[]>> = {
  Hans: ["Han", "Bopo"],
  Hant: ["Han", "Bopo"],
  Jpan: ["Han", "Hira", "Kana"],
  Kore: ["Hang", "Han"],
};

function checkLetters(locales: readonly Locale[], report: Report, places: Places): void {
  for (const { tag, translations } of locales) {
    const foreign = foreignLetters(scriptOf(tag)?.script);
    if (foreign === undefined) continue;
    for (const [name, text] of Object.entries(translations)) {
      if (text.allow?.includes("script")) continue;
      for (const field of ["message", "description"] as const) {
        const [found] = foreign.exec(text[field]) ?? [];
        if (found === undefined) continue;
        report(
          places.locale(tag, [name, field]),
          `"${found}" is not written as ${languageName(tag)} is`,
          { hint: `is it the text of another language? Where it is right: "allow": ["script"]` },
        );
      }
    }
  }
}

/** What a text in a script cannot have: letters that are neither of it, nor Latin, nor of no script. */
function foreignLetters(script: string | undefined): RegExp | undefined {
  if (script === undefined) return undefined;
  const own = (COMBINED[script] ?? [script]).map((name) => `\\p{scx=${name}}`).join("");
  try {
    return new RegExp(`[^${own}\\p{scx=Latn}\\p{sc=Zyyy}\\p{sc=Zinh}]+`, "u");
  } catch {
    // A script for private use, or one that regular expressions do not know.
    return undefined;
  }
}

/** Each table is made once: watch checks again and again. */
const tables = new Map<string, Promise<Table>>();

/** The characters of one script that OpenCC's tables convert to another and never from it, each with what it becomes. */
function onlyIn(script: "Hans" | "Hant"): Promise<Table> {
  const table = tables.get(script) ?? readTable(script);
  tables.set(script, table);
  return table;
}

async function readTable(script: "Hans" | "Hant"): Promise<Table> {
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
