import { joinPieces, splitTemplate } from "../catalog/template.js";

/** The substitute for each letter, by its character code. */
const ACCENTED: Readonly<Record<number, string>> = Object.fromEntries(
  [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"].map((letter, index) => [
    letter.charCodeAt(0),
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
  return `[${joinPieces(splitTemplate(text), accent, (name) => `{${name}}`)}]`;
}

function accent(text: string): string {
  let accented = "";
  for (let at = 0; at < text.length; at++) accented += ACCENTED[text.charCodeAt(at)] ?? text[at];
  return accented;
}
