import type { Param } from "../catalog/catalog.js";
import { quoteForms } from "../catalog/template.js";
import { escapePattern } from "../std/escape-pattern.js";

/** A message with its placeholders as the catalog writes them. */
export interface Template {
  readonly message: string;
  readonly params: Readonly<Record<string, Param>>;
}

/** The placeholders that documents have: `{{x}}` `${x}` `{x}` `%(x)s` `%1$s` `%s` `<x>` `:x`. */
const PLACEHOLDERS =
  /\{\{\s*([^{}]+?)\s*\}\}|\$\{\s*([^{}]+?)\s*\}|\{\s*([^{}]*?)\s*\}|%\(\s*(\w+)\s*\)[sdif]|%(?:\d+\$)?[sdif](?![a-z])|<([A-Za-z](?:[\w .-]*\w)?)>|(?<![\w:]):([A-Za-z]\w*)(?!\w*:)/g;

/** Names the placeholders of a message: by their own names, or by the word before them. */
export function namePlaceholders(text: string, description = ""): Template {
  const originals: string[] = [];
  const names: string[] = [];
  const message = text.replace(PLACEHOLDERS, (...found) => {
    const [original, index] = [found[0] as string, found.at(-2) as number];
    const groups = found.slice(1, -2) as (string | undefined)[];
    const ownName = camelCase(groups.find((word) => word !== undefined) ?? "");
    const name = toUnique(ownName || nameAfter(text.slice(0, index)), names);
    originals.push(original);
    names.push(name);
    return `{${name}}`;
  });
  const examples = examplesIn(description, message);
  const params = names.map((name, index): [string, Param] => [
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

function toUnique(name: string, taken: readonly string[]): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}${number}`;
    if (!taken.includes(candidate)) return candidate;
  }
}

/** The values of the placeholders, if the description contains the message with values in it. */
function examplesIn(description: string, message: string): readonly string[] | undefined {
  for (const form of quoteForms(message)) {
    const literals = form.filter((_, index) => index % 2 === 0);
    if (literals.length < 2 || literals.join("").trim().length < 4) continue;
    const pattern = literals.map(escapePattern).join("([\\w.-]{1,40})");
    const found = new RegExp(pattern).exec(description);
    if (found) return found.slice(1);
  }
  return undefined;
}

/** A text in which all placeholders are the same, whatever their form and name: for comparing. */
export function textKey(text: string): string {
  return text.replaceAll(PLACEHOLDERS, "\u0000");
}
