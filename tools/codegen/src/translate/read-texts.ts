import type { Texts } from "../catalog/text-unit.js";
import type { Incoming } from "./incoming.js";
import { readTextsJson } from "./read-texts-json.js";
import { readXliff } from "./read-xliff.js";

/** Reads the texts of a file that a translator returned: XLIFF 1.2, or the JSON of an export. */
export function readTexts(file: string, text: string): Incoming {
  const isXml = /^\ufeff?\s*</.test(text);
  const incoming = isXml ? readXliff(file, text) : readTextsJson(file, text);
  const texts = incoming.texts.map((unit) => ({ ...unit, target: compose(unit.target) }));
  return { ...incoming, texts };
}

/** Composes letters and their marks: some keyboards and tools write `é` as two characters. */
function compose(texts: Texts): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([field, text]) => [field, text.normalize("NFC")]),
  );
}
