import { listSome } from "./list-some.js";

/** A text of a document may be all of it. */
const MAX_LENGTH = 200;

/** A text in quotation marks, shortened if it is long. */
export function quoteBriefly(text: string): string {
  return JSON.stringify(shorten(text));
}

/** The beginning of a text if it is longer than a number of characters. */
export function shorten(text: string, length: number = MAX_LENGTH): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

/** The first of many texts in quotation marks, and how many more there are. */
export function listQuoted(texts: readonly string[]): string {
  return listSome(texts.map(quoteBriefly), 20);
}
