import type { Param } from "../catalog/catalog.js";
import { quoteForms } from "../catalog/template.js";

/** A message with its placeholders as the catalog writes them. */
export interface Template {
  readonly message: string;
  readonly params: Readonly<Record<string, Param>>;
}

/** The placeholders that documents have: `{{x}}` `${x}` `{x}` `%(x)s` `%1$s` `%s` `<x>` `:x`. */
const PLACEHOLDERS =
  /\{\{([^{}]+)\}\}|\$\{([^{}]+)\}|\{([^{}]*)\}|%\(\s*(\w+)\s*\)[sdif]|%(?:\d+\$)?[sdif](?![a-z])|<([A-Za-z](?:[\w .-]*\w)?)>|(?<![\w:]):([A-Za-z]\w*)(?![\w:])/g;

/** The number of placeholders of a message. */
export function countPlaceholders(text: string): number {
  return text.match(PLACEHOLDERS)?.length ?? 0;
}

/** Names the placeholders of a message: by their own names, or by the word before them. */
export function namePlaceholders(text: string, description = ""): Template {
  const originals: string[] = [];
  const names = new Set<string>();
  const message = text.replace(PLACEHOLDERS, (...found) => {
    const [original, index] = [found[0] as string, found.at(-2) as number];
    const groups = found.slice(1, -2) as (string | undefined)[];
    const ownName = camelCase(groups.find((word) => word !== undefined) ?? "");
    const name = toUnique(ownName || nameAfter(text.slice(0, index)), names);
    originals.push(original);
    names.add(name);
    return `{${name}}`;
  });
  const examples = examplesIn(description, message);
  const params = [...names].map((name, index): [string, Param] => [
    name,
    { meaning: `What ${originals[index]} stands for`, example: examples?.[index] ?? name },
  ]);
  return { message, params: Object.fromEntries(params) };
}

const FILLERS = /^(a|an|and|as|at|be|by|for|from|in|is|of|on|or|per|than|the|to|was|with)$/i;

/** A name from the last content word of a text. */
function nameAfter(text: string): string {
  const words = text.replaceAll(PLACEHOLDERS, " ").match(/[A-Za-z][A-Za-z0-9]*/g) ?? [];
  const last = words.reverse().find((word) => !FILLERS.test(word));
  return camelCase(last ?? "") || "value";
}

function camelCase(text: string): string {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const name = words
    .map((word, index) => (index === 0 ? lowerFirst(word) : word[0]?.toUpperCase() + word.slice(1)))
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
    const [first = "", ...others] = form.filter((_, index) => index % 2 === 0);
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

/** What a value may be: anything more may be a sentence. */
const VALUE = /[\w.-]{0,40}/y;

/** The values between a place and the first of some literals, and between each two of them. */
function valuesAfter(
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
export function textKey(text: string): string {
  return text.replaceAll(PLACEHOLDERS, "\u0000");
}
