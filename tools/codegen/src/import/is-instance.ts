import type { Entry } from "../catalog/catalog.js";
import { wordingsOf } from "../catalog/entry.js";
import { literalsAmong, namesAmong, quoteForms, withoutFinalStop } from "../catalog/template.js";
import { valuesAfter } from "./name-placeholders.js";

/**
 * Whether a text is a wording of an entry with values in it: `Order 17 not found` of
 * `Order {id} not found`. A word such as `was` is not a value, but another wording.
 */
export function isInstance(
  text: string,
  entry: Pick<Entry, "message" | "variants" | "params">,
): boolean {
  const written = withoutFinalStop(text);
  return wordingsOf(entry)
    .flatMap((wording) => quoteForms(withoutFinalStop(wording)))
    .some((form) => {
      const [first = "", ...others] = literalsAmong(form);
      if (others.length === 0 || !written.startsWith(first)) return false;
      const values = valuesAfter(written, first.length, others) ?? [];
      const names = namesAmong(form);
      const rendered = others.map((literal, index) => `${values[index]}${literal}`).join("");
      return (
        first + rendered === written &&
        values.every((value, index) => isValue(value, entry.params[names[index] ?? ""]?.example))
      );
    });
}

/** Whether a text is a number, an identifier, a symbol such as `BTC`, or the example of a param. */
function isValue(text: string, example: string | undefined): boolean {
  return text === example || /\d|[A-Z]{2}/.test(text);
}
