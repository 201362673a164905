const RAISED: Readonly<Record<string, string>> = Object.fromEntries(
  [..."0123456789()"].map((sign, index) => [sign, [..."⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾"][index] ?? sign]),
);

/**
 * Returns the text of a superscript in raised digits, which are not part of the word or number
 * before them. Raised letters, as in "1st", are letters like others.
 */
export function toSuperscript(text: string): string {
  return text.replaceAll(/[\d()]/g, (sign) => RAISED[sign] ?? sign);
}
