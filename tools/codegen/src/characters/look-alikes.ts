import type { CharacterFault } from "./character-fault.js";
import { codePoint, whereMeant } from "./code-point.js";

const LOOK_ALIKES = new Map(
  [
    ["АВЕЅІЈКМНОРСТУХ", "ABESIJKMHOPCTYX"],
    ["аеѕіјорсухһԁ", "aesijopcyxhd"],
    ["ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"],
    ["αικνορυχ", "aikvopux"],
  ].flatMap(([from = "", to = ""]) =>
    [...from].map((letter, at) => [letter, to.charAt(at)] as const),
  ),
);

/** Characters that an input method or a word processor puts in the place of a plain one. */
const NOT_PLAIN: readonly RegExp[] = [
  /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/gu,
  // The minus of a code.
  /(?<![\p{L}\p{N}])[\u2010-\u2013\u2212\ufe63\uff0d](?=\d)/gu,
  // A colon behind a key: YAML reads it as part of the key.
  /(?<=^[ -]*[a-z]\w*)\uff1a(?=\s)/gmu,
];

/** Finds characters that look like a plain letter, digit, minus or colon, where that is meant. */
export function plainLookAlikes(text: string): CharacterFault[] {
  return NOT_PLAIN.flatMap((pattern) => [...text.matchAll(pattern)]).map(
    ({ 0: character, index }) => {
      const plain = /\p{Pd}|\u2212/u.test(character) ? "-" : character.normalize("NFKC");
      return {
        offset: index,
        message: `${character} is ${codePoint(character)}, which looks like ${plain}`,
        hint: `write a plain ${plain}${whereMeant(character)}`,
      };
    },
  );
}

/** Finds words that mix Latin letters with letters of another script that look like them. */
export function lookAlikes(text: string): CharacterFault[] {
  if (!/[\p{Script=Greek}\p{Script=Cyrillic}]/u.test(text)) return [];
  // The letter of an escape, as in "\nОшибка", is not part of the word.
  const words = text
    .replace(/\\(?:u[\da-fA-F]{4}|.)/g, (letters) => " ".repeat(letters.length))
    .matchAll(/[\p{L}\p{M}\p{N}_]+/gu);
  return [...words].flatMap(({ 0: word, index }) => {
    const [other] = [...word].map(scriptOf).filter((script) => script !== undefined);
    if (other === undefined || !/\p{Script=Latin}/u.test(word)) return [];
    const letters = [...new Set(word)].filter((letter) => scriptOf(letter) !== undefined);
    const [first = ""] = letters;
    const described = letters.map((letter) => {
      const latin = LOOK_ALIKES.get(letter);
      const like = latin === undefined ? "" : `, which looks like the Latin ${latin}`;
      return `${letter} is ${codePoint(letter)} (${scriptOf(letter)})${like}`;
    });
    return {
      offset: index,
      message: `"${word}" mixes letters of two scripts: ${described.join("; ")}`,
      hint: `write it in one script${whereMeant(first)}`,
    };
  });
}

function scriptOf(letter: string): "Cyrillic" | "Greek" | undefined {
  if (/\p{Script=Cyrillic}/u.test(letter)) return "Cyrillic";
  return /\p{Script=Greek}/u.test(letter) ? "Greek" : undefined;
}
