import type { Param } from "../catalog/catalog.js";
import { literalsAmong, quoteForms } from "../catalog/template.js";
import { capitalize } from "../std/capitalize.js";
import { findPlaceholders, isDoubtful, type Placeholder } from "./find-placeholders.js";

/** A message with its placeholders as the catalog writes them. */
export interface Template {
  readonly message: string;
  readonly params: Readonly<Record<string, Param>>;
  /** Whether the document leaves no doubt about what stands for a value. */
  readonly isSure: boolean;
}

/** Names the placeholders of a message: by their own names, or by the word before them. */
export function namePlaceholders(text: string, description = ""): Template {
  const found = findPlaceholders(text);
  const names: string[] = [];
  const taken = new Set<string>();
  let message = "";
  let from = 0;
  for (const { start, end, name } of found) {
    const literal = text.slice(from, start);
    const unique = toUnique(camelCase(name ?? "") || nameAfter(message + literal), taken);
    taken.add(unique);
    names.push(unique);
    message += `${literal}{${unique}}`;
    from = end;
  }
  message += text.slice(from);
  const examples = found.length === 0 ? [] : examplesIn(description, message);
  const params = names.map((name, index): [string, Param] => {
    const { start = 0, end = 0 } = found[index] ?? {};
    const meaning = `What ${text.slice(start, end)} stands for`;
    return [name, { meaning, example: examples?.[index] ?? name }];
  });
  return {
    message,
    params: Object.fromEntries(params),
    isSure: found.every(({ isSure }) => isSure) && !isDoubtful(withoutPlaceholders(text, found)),
  };
}

function withoutPlaceholders(text: string, found: readonly Placeholder[]): string {
  let rest = "";
  let from = 0;
  for (const { start, end } of found) {
    rest += `${text.slice(from, start)}\u0000`;
    from = end;
  }
  return rest + text.slice(from);
}

const FILLERS = /^(a|an|and|as|at|be|by|for|from|in|is|of|on|or|per|than|the|to|was|with)$/i;

/** A name from the last content word of a text. */
function nameAfter(text: string): string {
  const words = text.replaceAll(/\{[^{}]*\}/g, " ").match(/[A-Za-z][A-Za-z0-9]*/g) ?? [];
  const last = words.reverse().find((word) => !FILLERS.test(word));
  return camelCase(last ?? "") || "value";
}

function camelCase(text: string): string {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const name = words
    .map((word, index) => (index === 0 ? lowerFirst(word) : capitalize(word)))
    .join("");
  return /^[a-z]/.test(name) ? name : "";
}

function lowerFirst(word: string): string {
  return word === word.toUpperCase() ? word.toLowerCase() : word[0]?.toLowerCase() + word.slice(1);
}

function toUnique(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** The values of the placeholders, if the description contains the message with values in it. */
function examplesIn(description: string, message: string): readonly string[] | undefined {
  for (const form of quoteForms(message)) {
    const [first = "", ...others] = literalsAmong(form);
    if (others.length === 0 || (first + others.join("")).trim().length < 4) continue;
    let at = description.indexOf(first);
    while (at >= 0) {
      const values = valuesAfter(description, at + first.length, others);
      if (values !== undefined) return values;
      at = at < description.length ? description.indexOf(first, at + 1) : -1;
    }
  }
  return undefined;
}

/** Matches a value: anything more may be a sentence. */
const VALUE = /[\w.-]{0,40}/y;

/**
 * The values between a place and the first of some literals, and between each two of them;
 * undefined if the text has others.
 */
export function valuesAfter(
  text: string,
  start: number,
  literals: readonly string[],
): readonly string[] | undefined {
  const values: string[] = [];
  let from = start;
  for (const literal of literals) {
    VALUE.lastIndex = from;
    const longest = VALUE.exec(text)?.[0].length ?? 0;
    const length = text.slice(from, from + longest + literal.length).lastIndexOf(literal);
    if (length < 1) return undefined;
    values.push(text.slice(from, from + length));
    from += length + literal.length;
  }
  return values;
}

/** A text in which all placeholders are the same, whatever their form and name: for comparing. */
export function comparableText(text: string): string {
  const found = findPlaceholders(text);
  return found.length === 0 ? text : withoutPlaceholders(text, found);
}
