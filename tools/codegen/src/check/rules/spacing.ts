import type { Translation } from "../../catalog/locale.js";
import { scriptOf } from "../../catalog/locale-tag.js";
import { splitTemplate } from "../../catalog/template.js";
import { errorMessage } from "../../std/error-message.js";
import { eachText, howToAllow } from "../each-text.js";
import type { Rule } from "../rule.js";

/**
 * Chinese has a space between Chinese and Latin text, and Japanese has none; both have full-width
 * punctuation. A placeholder counts as a Latin word.
 */
export const rule: Rule = {
  name: "spacing",
  async check({ locales }, report, places) {
    for (const locale of locales) {
      const correct = await correctorOf(scriptOf(locale.tag)?.language, (message) =>
        report(places.locale(locale.tag, []), message, { severity: "warning" }),
      );
      for (const { name, field, text, translation, place } of eachText(
        [locale],
        places,
        "spacing",
      )) {
        const right = correctOnce(translation, correct)[field];
        if (right === text) continue;
        report(place(), `wrong spacing or punctuation in the ${field} of ${name}`, {
          hint: `write "${right}", or ${howToAllow("spacing")}`,
        });
      }
    }
  },
};

type Corrector = (text: string) => string;

type Texts = Pick<Translation, "message" | "description">;

/**
 * The corrected texts: correcting takes long, and watch asks again for those that did not change.
 */
const corrected = new WeakMap<Translation, Texts>();

function correctOnce(translation: Translation, correct: Corrector): Texts {
  const { message, description } = translation;
  const texts = corrected.get(translation) ?? {
    message: correct(message),
    description: correct(description),
  };
  corrected.set(translation, texts);
  return texts;
}

async function correctorOf(
  language: string | undefined,
  warn: (message: string) => void,
): Promise<Corrector> {
  if (language === "ja") return correctJapanese;
  if (language !== "zh") return (text) => text;
  try {
    const { format } = await import("autocorrect-node");
    return (text) => withoutPlaceholders(text, format);
  } catch (cause) {
    warn(`spacing is not checked: autocorrect-node cannot run here (${errorMessage(cause)})`);
    return (text) => text;
  }
}

const CJK = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー、。「」（）]";
const SPACE_AFTER = new RegExp(`(?<=${CJK}) +(?=[\\w{])`, "gu");
const SPACE_BEFORE = new RegExp(`(?<=[\\w}]) +(?=${CJK})`, "gu");
const HALF_WIDTH = new RegExp(`(?<=${CJK})[,.!?:;()]`, "gu");
const FULL_WIDTH: Readonly<Record<string, string>> = {
  ",": "、",
  ".": "。",
  "!": "！",
  "?": "？",
  ":": "：",
  ";": "；",
  "(": "（",
  ")": "）",
};

function correctJapanese(text: string): string {
  return text
    .replace(HALF_WIDTH, (mark) => FULL_WIDTH[mark] ?? mark)
    .replace(SPACE_AFTER, "")
    .replace(SPACE_BEFORE, "");
}

/** Stands in for a placeholder while a text is corrected: a Latin word that no text has. */
const WORD = "Qxplaceholderxq";

function withoutPlaceholders(text: string, correct: Corrector): string {
  const pieces = splitTemplate(text);
  const names = pieces.filter((_, index) => index % 2 === 1);
  const words = pieces.map((piece, index) => (index % 2 === 0 ? piece : WORD));
  return correct(words.join("")).replaceAll(WORD, () => `{${names.shift()}}`);
}
