import type { Locale } from "../../catalog/locale.js";
import { scriptOf } from "../../catalog/locale-tag.js";
import { joinPieces, namesAmong, splitTemplate } from "../../catalog/template.js";
import { paramOfField, type Texts } from "../../catalog/text-unit.js";
import { errorMessage } from "../../std/error-message.js";
import { eachText, howToAllow, reportTexts, type TextFault } from "../each-text.js";
import type { Rule } from "../rule.js";

/**
 * Chinese has a space between Chinese and Latin text, and Japanese has none; both have full-width
 * punctuation. A placeholder counts as a Latin word, unless the locale has words for its values.
 */
export const rule: Rule = {
  name: "spacing",
  async check({ locales }, report, places) {
    for (const locale of locales) {
      const correct = await correctorOf(scriptOf(locale.tag)?.language, (message) =>
        report(places.locale(locale.tag, []), message, { severity: "warning" }),
      );
      reportTexts(findFaults(locale, correct), report, places);
    }
  },
};

/** Whether the spacing and the punctuation of a locale's texts are right. */
export async function isSpacedRight(tag: string, texts: Texts): Promise<boolean> {
  const correct = await correctorOf(scriptOf(tag)?.language, () => {});
  const right = correctOnce(texts, correct);
  return Object.entries(texts).every(([field, text]) => right[field] === text);
}

function* findFaults(locale: Locale, correct: Corrector): Generator<TextFault> {
  for (const text of eachText(locale, "spacing")) {
    const right = correctOnce(text.texts, correct)[text.field];
    if (right === text.text) continue;
    yield {
      text,
      message: `wrong spacing or punctuation in the ${text.field} of ${text.name}`,
      hint: `write "${right}", or ${howToAllow("spacing")}`,
    };
  }
}

/** Corrects a text; `worded` are the params that the locale has words for. */
type Corrector = (text: string, worded: ReadonlySet<string>) => string;

/**
 * The corrected texts: correcting takes long, and most edits leave most texts unchanged.
 */
const corrected = new WeakMap<Texts, Texts>();

function correctOnce(texts: Texts, correct: Corrector): Texts {
  const known = corrected.get(texts);
  if (known !== undefined) return known;
  const worded = new Set(Object.keys(texts).map((field) => paramOfField(field) ?? ""));
  const right = Object.fromEntries(
    Object.entries(texts).map(([field, text]) => [field, correct(text, worded)]),
  );
  corrected.set(texts, right);
  return right;
}

async function correctorOf(
  language: string | undefined,
  warn: (message: string) => void,
): Promise<Corrector> {
  if (language === "ja") return correctJapanese;
  if (language !== "zh") return (text) => text;
  try {
    const { format } = await import("autocorrect-node");
    return (text, worded) => withoutPlaceholders(text, worded, format);
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
const LATIN = "Qxplaceholderxq";

/** Stands in for a placeholder whose values have words in the locale. */
const CHINESE = "龘";

function withoutPlaceholders(
  text: string,
  worded: ReadonlySet<string>,
  correct: (text: string) => string,
): string {
  const pieces = splitTemplate(text);
  const names = namesAmong(pieces).values();
  const words = joinPieces(
    pieces,
    (literal) => literal,
    (name) => (worded.has(name) ? CHINESE : LATIN),
  );
  return correct(words).replaceAll(
    new RegExp(`${LATIN}|${CHINESE}`, "g"),
    () => `{${names.next().value}}`,
  );
}
