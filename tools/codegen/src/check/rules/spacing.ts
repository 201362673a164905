import type { Translation } from "../../catalog/catalog.js";
import { scriptOf } from "../../catalog/locale-tag.js";
import { splitTemplate } from "../../catalog/template.js";
import { errorMessage } from "../../std/error-message.js";
import type { Rule } from "../rule.js";

/**
 * Between Chinese and Latin text stands a space, and the punctuation is full-width; Japanese has no such space.
 * A placeholder counts as a Latin word.
 */
export const rule: Rule = {
  name: "spacing",
  async check({ locales }, report, places) {
    for (const { tag, translations } of locales) {
      const correct = await correctorOf(scriptOf(tag)?.language, (message) =>
        report(places.locale(tag, []), message, { severity: "warning" }),
      );
      for (const [name, text] of Object.entries(translations)) {
        if (text.allow?.includes("spacing")) continue;
        const right = known.get(text) ?? correctBoth(text, correct);
        known.set(text, right);
        for (const field of ["message", "description"] as const) {
          const corrected = right[field];
          if (corrected === text[field]) continue;
          report(
            places.locale(tag, [name, field]),
            `spacing or punctuation in the ${field} of ${name}`,
            {
              hint: `write "${corrected}"`,
            },
          );
        }
      }
    }
  },
};

type Corrector = (text: string) => string;

type Texts = Pick<Translation, "message" | "description">;

/** By text: watch checks all of them again when one has changed, and the correction takes its time. */
const known = new WeakMap<Translation, Texts>();

function correctBoth({ message, description }: Texts, correct: Corrector): Texts {
  return { message: correct(message), description: correct(description) };
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
    warn(`spacing is not checked: autocorrect-node does not run here (${errorMessage(cause)})`);
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
    .replace(SPACE_AFTER, "")
    .replace(SPACE_BEFORE, "")
    .replace(HALF_WIDTH, (mark) => FULL_WIDTH[mark] ?? mark);
}

/** What stands for a placeholder while a text is corrected: a Latin word that no text has. */
const WORD = "Qxplaceholderxq";

function withoutPlaceholders(text: string, correct: Corrector): string {
  const pieces = splitTemplate(text);
  const names = pieces.filter((_, index) => index % 2 === 1);
  const words = pieces.map((piece, index) => (index % 2 === 0 ? piece : WORD));
  return correct(words.join("")).replaceAll(WORD, () => `{${names.shift()}}`);
}
