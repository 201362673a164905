import type { Incoming } from "./incoming.js";
import { readTextsJson } from "./read-texts-json.js";
import { readXliff } from "./read-xliff.js";

/** Reads the texts of a file that a translator returned: XLIFF 1.2, or the JSON of an export. */
export function readTexts(file: string, text: string): Incoming {
  const isXml = /^\ufeff?\s*</.test(text);
  return isXml ? readXliff(file, text) : readTextsJson(file, text);
}
