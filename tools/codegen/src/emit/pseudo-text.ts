import { splitTemplate } from "../catalog/template.js";

const ACCENTED: Readonly<Record<string, string>> = Object.fromEntries(
  [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"].map((letter, index) => [
    letter,
    ([..."áƀćđéƒĝĥíĵķłɱńóƥɋŕšţúṽŵẋýžÁƁĆĐÉƑĜĤÍĴĶŁṀŃÓƤɊŔŠŢÚṼŴẊÝŽ"][index] ?? letter).repeat(
      "aeiouAEIOU".includes(letter) ? 2 : 1,
    ),
  ]),
);

/**
 * Returns a text to test layouts with: accented, about 40 % longer and in brackets, so that texts
 * which are not translated, do not fit or are cut off stand out. Placeholders are unchanged.
 */
export function pseudoText(text: string): string {
  const pieces = splitTemplate(text).map((piece, index) =>
    index % 2 === 1
      ? `{${piece}}`
      : piece.replace(/[a-z]/gi, (letter) => ACCENTED[letter] ?? letter),
  );
  return `[${pieces.join("")}]`;
}
