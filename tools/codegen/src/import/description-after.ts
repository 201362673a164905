import { type Entry, wordingsOf } from "../catalog/entry.js";
import { withoutFinalStop } from "../catalog/template.js";
import type { Row } from "./formats/rows/row.js";
import { comparableText } from "./name-placeholders.js";

/**
 * The description that a row has beside a message, an empty object if the row has no description;
 * undefined if the row has another message.
 */
export function descriptionAfter(
  message: string,
  row: Row,
): { readonly description?: string } | undefined {
  if (messageKey(row.message) === messageKey(message))
    return row.description === undefined ? {} : { description: row.description };
  // In columns that run together, the entry tells where its message ends.
  const [key, joined] = [comparableText(message), comparableText(row.joined ?? "")];
  const rest = joined.slice(key.length);
  // A space or a lower case letter continues the message.
  if (key === "" || !joined.startsWith(key) || /^[\s\p{Ll}]/u.test(rest)) return undefined;
  return { description: rest };
}

/** Whether a row has the message of an entry, or one of its variants. */
export function hasMessage(entry: Entry, row: Row): boolean {
  return wordingsOf(entry).some((message) => descriptionAfter(message, row) !== undefined);
}

function messageKey(text: string): string {
  return withoutFinalStop(comparableText(text));
}
