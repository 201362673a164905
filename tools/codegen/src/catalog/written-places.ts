import type { ErrorPlaces } from "./wire.js";
import type { WirePath } from "./wire-path.js";

/** The places of a code and of a text in an error that is written. */
export interface WrittenPlaces {
  readonly code?: WirePath;
  readonly text?: WirePath;
}

type Places = Pick<ErrorPlaces, "code" | "message">;

/**
 * Returns where an error has a code and a text beside each other: in their first places, or, if
 * these exclude each other, in the first that do not and are not places of both. Without such
 * places, the code stands alone.
 */
export function writtenPlaces({ code: codes, message: texts }: Places): WrittenPlaces {
  const [code] = codes;
  const [text] = texts;
  if (code === undefined) return text === undefined ? {} : { text };
  if (text === undefined) return { code };
  if (!doMeet(code, text)) return { code, text };
  const ownCodes = codes.filter((each) => !texts.some((other) => isSame(each, other)));
  const ownTexts = texts.filter((each) => !codes.some((other) => isSame(each, other)));
  for (const ownCode of ownCodes) {
    const ownText = ownTexts.find((each) => !doMeet(ownCode, each));
    if (ownText !== undefined) return { code: ownCode, text: ownText };
  }
  return { code: ownCodes[0] ?? code };
}

/** Whether one string is both: the text, which has the code in it. */
export function isTextWithCode({ code: [code], message: [text] }: Places): boolean {
  return code !== undefined && text !== undefined && isSame(code, text);
}

/** Whether one of two paths leads through the other: then only one of them can have a string. */
function doMeet(one: WirePath, other: WirePath): boolean {
  const length = Math.min(one.length, other.length);
  return isSame(one.slice(0, length), other.slice(0, length));
}

function isSame(one: WirePath, other: WirePath): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
