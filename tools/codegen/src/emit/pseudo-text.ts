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
 * A text for tests of layouts: accented, about 40 % longer, and in brackets, so that one sees what is not translated,
 * what does not fit and what is cut off. Placeholders stay.
 */
export function pseudoText(text: string): string {
  const pieces = splitTemplate(text).map((piece, index) =>
    index % 2 === 1
      ? `{${piece}}`
      : piece.replace(/[a-z]/gi, (letter) => ACCENTED[letter] ?? letter),
  );
  return `[${pieces.join("")}]`;
}
