import type { Place } from "../capture/files/read-capture.js";
import type { FoundText } from "./report.js";

/** A word with a digit in it is a value more often than not. */
const VALUE = /[\p{L}\p{N}_.,:-]*\p{N}[\p{L}\p{N}_.,:-]*/gu;

/** Returns what texts that differ only in values have in common. */
export function shapeOf(text: string): string {
  return text.replace(VALUE, "#");
}

/** Texts of one shape. */
export class TextGroup {
  readonly #text: string;
  readonly #place: Place;
  /** The values of the first text, `undefined` where another text has another one. */
  readonly #values: (string | undefined)[];
  #count = 0;

  constructor(text: string, place: Place) {
    this.#text = text;
    this.#place = place;
    this.#values = text.match(VALUE) ?? [];
  }

  /** Takes a text of the shape. */
  add(text: string): void {
    this.#count++;
    if (text === this.#text) return;
    for (const [index, value] of (text.match(VALUE) ?? []).entries())
      if (this.#values[index] !== value) this.#values[index] = undefined;
  }

  /** Returns what is known of them. */
  toFoundText(): FoundText {
    let index = 0;
    let number = 0;
    const template = this.#text.replace(VALUE, (value) => {
      if (this.#values[index++] !== undefined) return value;
      number++;
      return number === 1 ? "{value}" : `{value${number}}`;
    });
    return { text: this.#text, template, count: this.#count, place: this.#place };
  }
}
