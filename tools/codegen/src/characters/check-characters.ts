import { RELEASED } from "../load/released-file.js";
import type { CharacterFault } from "./character-fault.js";
import { lookAlikes, plainLookAlikes } from "./look-alikes.js";
import { UNSEEN, unseenCharacters } from "./unseen.js";

/** The texts of a locale: what another language needs in them is for the rule `texts` to judge. */
const LOCALE_TEXTS = /"(?:message|description)"\s*:\s*"(?:[^"\\\n]|\\.)*"/g;

/**
 * The characters that an editor does not show, or shows as others, in the text of a file without its byte order mark.
 * What is written as an escape, `"\u00a0"`, can be seen: only what stands there itself is a fault.
 */
export function checkCharacters(file: string, text: string): CharacterFault[] {
  // Nobody writes it: it holds what stood in the other files, and shows what was escaped there.
  if (file === RELEASED) return [];
  const isLocale = file.startsWith("locales/");
  const own = isLocale
    ? text.replace(LOCALE_TEXTS, (found) =>
        found.replace(UNSEEN, (unseen) => " ".repeat(unseen.length)),
      )
    : text;
  const plain = isLocale ? [] : plainLookAlikes(text);
  return [...lineEnds(text), ...unseenCharacters(own), ...lookAlikes(text), ...plain];
}

function lineEnds(text: string): CharacterFault[] {
  const offset = text.indexOf("\r\n");
  if (offset < 0) return [];
  return [
    {
      offset,
      message: "the lines end in CR LF: the files of a catalog have LF alone",
      hint: "set the line ends to LF in your editor; where Git made them, run git config core.autocrlf input and check the file out afresh",
    },
  ];
}
