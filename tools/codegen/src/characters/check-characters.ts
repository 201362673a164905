import type { CharacterFault } from "./character-fault.js";
import { lookAlikes, plainLookAlikes } from "./look-alikes.js";
import { UNSEEN, unseenCharacters } from "./unseen.js";

/**
 * The characters of a file to check: all of them; all but those that the texts of a locale may
 * need, which a rule judges; or none, where no person writes the file.
 */
export type CharacterPolicy = "all" | "all-but-texts" | "none";

/**
 * Matches each string of a JSON text, with the colon before it if it is the value of a member. One
 * that is not closed ends with its line: looking for its end again and again would take minutes.
 */
const STRING = /(:\s*)?"(?:[^"\\\n]|\\.)*"?/g;

/**
 * Finds the characters in a raw text that an editor does not show, or shows as others. An escape,
 * `"\u00a0"`, can be seen and is not reported. The text has no byte order mark.
 */
export function checkCharacters(text: string, policy: CharacterPolicy = "all"): CharacterFault[] {
  if (policy === "none") return [];
  const isLocale = policy === "all-but-texts";
  return [
    ...lineEnds(text),
    ...unseenCharacters(isLocale ? blankTexts(text) : text),
    ...lookAlikes(text),
    ...(isLocale ? [] : plainLookAlikes(text)),
  ];
}

/** The names of the members beside each text of a locale, which programs compare. */
const COMPARED: ReadonlySet<string> = new Set(['"status"', '"sourceHash"']);

/** Returns the file of a locale with spaces for the invisible characters in its texts. */
function blankTexts(json: string): string {
  let name = "";
  return json.replace(STRING, (string, colon?: string) => {
    if (colon === undefined) name = string;
    if (colon === undefined || COMPARED.has(name)) return string;
    return string.replace(UNSEEN, (unseen) => " ".repeat(unseen.length));
  });
}

function lineEnds(text: string): CharacterFault[] {
  const offset = text.indexOf("\r\n");
  if (offset < 0) return [];
  return [
    {
      offset,
      message: "CRLF line endings; catalog files use LF",
      hint: "set your editor to LF; if Git made them, run git config core.autocrlf input and check out again",
    },
  ];
}
