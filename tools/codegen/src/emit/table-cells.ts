import type { ErrorEntry } from "../catalog/catalog.js";
import { wordingsOf } from "../catalog/entry.js";
import { splitTemplate, unquote, withoutFinalStop } from "../catalog/template.js";
import { printLiteral } from "./literal.js";

/** Returns the name, the message and the variants of an error as the validator's table has them. */
export function toCells(entry: ErrorEntry): string {
  const name = entry.name.toLowerCase().replaceAll("_", " ");
  const words = name.split(" ");
  const [message, ...variants] = wordingsOf(entry).map(toSmallText);
  const texts = [message === name ? "" : message, ...variants];
  const cells = [name, ...texts.map((text = "") => toCell(text, words))].join("|");
  return cells.endsWith("|") ? cells.slice(0, -1) : cells;
}

/**
 * Returns a text without its capital, which compresses with the words of names; or a JSON string
 * where the text has no capital, has blanks at its ends, or would not be one cell of a line.
 */
function toSmallText(message: string): string {
  const text = markPlaceholders(withoutFinalStop(message));
  const small = text.replace(/^[A-Z](?![A-Z])/, (capital) => capital.toLowerCase());
  const isCell = small !== "" && small === small.trim() && !/^"|[|\n\d]/.test(small);
  if (isCell && small.charAt(0).toUpperCase() + small.slice(1) === text) return small;
  return printLiteral(text).replaceAll("|", "\\u007c");
}

/** Returns a text with the words that the error's name has, and the blanks before them, as digits. */
function toCell(text: string, words: readonly string[]): string {
  if (text.startsWith('"')) return text;
  const numbers = new Map(words.slice(0, 10).map((word, at) => [word, String(at)]));
  return ` ${text}`.replace(/ ([a-z]+)(?!\w)/g, (whole, word) => numbers.get(word) ?? whole).trim();
}

/** Moves the quotation marks around each placeholder into it: `{field''}`. */
function markPlaceholders(text: string): string {
  if (!text.includes("{")) return text;
  const names = splitTemplate(text).filter((_, index) => index % 2 === 1);
  const { literals, quotes } = unquote(text);
  const rest = names.map((name, index) => `{${name}${quotes[index]}}${literals[index + 1]}`);
  return [literals[0], ...rest].join("");
}
