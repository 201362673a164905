import type { Glossary, Locale } from "../../catalog/locale.js";
import { languageName, scriptOf } from "../../catalog/locale-tag.js";
import { getOwn } from "../../std/get-own.js";
import { memoizeByObject } from "../../std/memoize-by-object.js";
import { memoizeByText } from "../../std/memoize-by-text.js";
import { eachText, howToAllow, rememberFaults, reportTexts, type TextFault } from "../each-text.js";
import type { Rule } from "../rule.js";

/**
 * A text is written in its language's script, beside Latin letters. Traditional Chinese has no
 * characters that are Simplified only, nor the reverse.
 */
export const rule: Rule = {
  name: "script",
  async check({ locales, glossary }, report, places) {
    for (const locale of locales) {
      reportTexts(findLetters(locale), report, places);
      reportTexts(await findCharacters(locale, glossary), report, places);
    }
  },
};

const findLetters = rememberFaults(foreignLettersIn);

function* foreignLettersIn(locale: Locale): Generator<TextFault> {
  const { tag } = locale;
  const foreign = foreignLetters(scriptOf(tag)?.script);
  if (foreign === undefined) return;
  for (const text of eachText(locale, "script")) {
    const [found] = foreign.exec(text.text) ?? [];
    if (found === undefined) continue;
    yield {
      text,
      message: `"${found}" is not in the script of ${languageName(tag)}`,
      hint: `if this is the text of another language, translate it; otherwise ${howToAllow("script")}`,
    };
  }
}

const findCharacters = memoizeByObject(
  async (locale: Locale, glossary: Glossary | undefined): Promise<readonly TextFault[]> => {
    const { language, script } = scriptOf(locale.tag) ?? {};
    if (language !== "zh" || (script !== "Hant" && script !== "Hans")) return [];
    const foreign = await onlyIn(script === "Hant" ? "Hans" : "Hant");
    const allowed = getOwn(glossary?.characters ?? {}, locale.tag) ?? "";
    return [...foreignCharactersIn(locale, script, foreign, allowed)];
  },
);

function* foreignCharactersIn(
  locale: Locale,
  script: "Hant" | "Hans",
  foreign: Table,
  allowed: string,
): Generator<TextFault> {
  const [wanted, other] =
    script === "Hant" ? ["Traditional", "Simplified"] : ["Simplified", "Traditional"];
  for (const text of eachText(locale, "script")) {
    const found = [...new Set(text.text)].filter(
      (character) => foreign.has(character) && !allowed.includes(character),
    );
    if (found.length === 0) continue;
    const listed = found.map((character) => `${character} (${foreign.get(character)})`).join(", ");
    yield {
      text,
      message: `${other} characters in ${wanted} Chinese: ${listed}`,
      hint: `write the character in parentheses, or add the one before it to "characters" in glossary.yaml`,
    };
  }
}

/** Scripts that are a combination of others, which regular expressions know only one by one. */
const COMBINED: Readonly<Record<string, readonly string[]>> = {
  Hans: ["Han", "Bopo"],
  Hant: ["Han", "Bopo"],
  Jpan: ["Han", "Hira", "Kana"],
  Kore: ["Hang", "Han"],
};

/** Matches letters that are neither of a script, nor Latin, nor common to all scripts. */
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

/**
 * The characters that OpenCC's tables convert only away from a script, each with what it becomes.
 */
const onlyIn = memoizeByText(async (script: "Hans" | "Hant"): Promise<Table> => {
  const [simplified, traditional] = await Promise.all([
    import("opencc-js/dict/STCharacters"),
    import("opencc-js/dict/TSCharacters"),
  ]);
  const [from, to] = [simplified.default, traditional.default].map(tableOf) as [Table, Table];
  const [own, other] = script === "Hans" ? [from, to] : [to, from];
  return new Map(
    [...own].filter(([character, becomes]) => character !== becomes && !other.has(character)),
  );
});

type Table = ReadonlyMap<string, string>;

/** `character becomes|character becomes|...` */
function tableOf(text: string): Table {
  return new Map(text.split("|").map((pair) => pair.split(" ") as [string, string]));
}
