import type { CharacterFault } from "./character-fault.js";
import { codePoint, escapeJson, whereMeant } from "./code-point.js";

/** Characters that show nothing or an odd space. Tabs and emoji variation selectors are fine. */
export const UNSEEN: RegExp =
  /(?![ \t\n]|\r\n|\ufe0e|\ufe0f)[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** The Unicode names of the most common ones. */
const NAMES: Readonly<Record<string, string>> = {
  "\u0000": "NULL",
  "\u0008": "BACKSPACE",
  "\u000b": "LINE TABULATION",
  "\u000c": "FORM FEED",
  "\r": "CARRIAGE RETURN",
  "\u001b": "ESCAPE",
  "\u007f": "DELETE",
  "\u0085": "NEXT LINE",
  "\u00a0": "NO-BREAK SPACE",
  "\u00ad": "SOFT HYPHEN",
  "\u034f": "COMBINING GRAPHEME JOINER",
  "\u061c": "ARABIC LETTER MARK",
  "\u2003": "EM SPACE",
  "\u2007": "FIGURE SPACE",
  "\u2009": "THIN SPACE",
  "\u200b": "ZERO WIDTH SPACE",
  "\u200c": "ZERO WIDTH NON-JOINER",
  "\u200d": "ZERO WIDTH JOINER",
  "\u200e": "LEFT-TO-RIGHT MARK",
  "\u200f": "RIGHT-TO-LEFT MARK",
  "\u2028": "LINE SEPARATOR",
  "\u2029": "PARAGRAPH SEPARATOR",
  "\u202a": "LEFT-TO-RIGHT EMBEDDING",
  "\u202b": "RIGHT-TO-LEFT EMBEDDING",
  "\u202c": "POP DIRECTIONAL FORMATTING",
  "\u202d": "LEFT-TO-RIGHT OVERRIDE",
  "\u202e": "RIGHT-TO-LEFT OVERRIDE",
  "\u202f": "NARROW NO-BREAK SPACE",
  "\u2060": "WORD JOINER",
  "\u2066": "LEFT-TO-RIGHT ISOLATE",
  "\u2067": "RIGHT-TO-LEFT ISOLATE",
  "\u2068": "FIRST STRONG ISOLATE",
  "\u2069": "POP DIRECTIONAL ISOLATE",
  "\u3000": "IDEOGRAPHIC SPACE",
  "\u3164": "HANGUL FILLER",
  "\ufeff": "ZERO WIDTH NO-BREAK SPACE",
};

/** Finds invisible characters: each once a line, as whoever finds one finds the others. */
export function unseenCharacters(text: string): CharacterFault[] {
  const faults: CharacterFault[] = [];
  let [lineEnd, seen] = [-1, new Set<string>()];
  for (const { 0: character, index } of text.matchAll(UNSEEN)) {
    if (index > lineEnd) {
      seen = new Set();
      lineEnd = text.indexOf("\n", index);
      if (lineEnd < 0) lineEnd = text.length;
    }
    if (seen.has(character)) continue;
    seen.add(character);
    const fix = /\p{Zs}/u.test(character) ? "write a plain space" : "remove it";
    faults.push({
      offset: index,
      message: `an invisible character, ${codePoint(character)}${name(character)}`,
      hint: `${fix}${whereMeant(character)}`,
    });
  }
  return faults;
}

function name(character: string): string {
  const known = NAMES[character] ?? (/\p{Cc}/u.test(character) ? "a control character" : undefined);
  return known === undefined ? "" : ` (${known})`;
}

/**
 * Returns a text for a terminal: code points in the place of invisible characters and of those that
 * would steer the terminal. Lines and tabs stay.
 */
export function showUnseen(text: string): string {
  return text.replace(UNSEEN, (character) => `<${codePoint(character)}>`);
}

/**
 * Returns the name of a file, or another text of one line, for a terminal. A line break would begin
 * a line of its own, which GitHub Actions may run as a command.
 */
export function showInLine(text: string): string {
  return showUnseen(text).replace(/[\r\n\t]/g, (character) => `<${codePoint(character)}>`);
}

/** Returns a JSON text with escapes in the place of invisible characters. */
export function escapeUnseenJson(json: string): string {
  return json.replace(UNSEEN, escapeJson);
}

/** Returns lines for a terminal, with one character for each, so that columns stay. */
export function blankUnseen(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replace(UNSEEN, (character) =>
      /\p{Zs}/u.test(character) ? " " : "\ufffd".repeat(character.length),
    );
}
