import { parseJson } from "./parse-json.js";
import { pythonToJson } from "./python-to-json.js";

/** More fragments than a line of a log has; a line made of brackets alone is an attack. */
const MAX_ATTEMPTS = 50;
/** Deeper than an answer is. */
const MAX_DEPTH = 500;
/** Longer than a line of a log is that is not JSON as a whole. */
const MAX_LENGTH = 1_000_000;

/** A part of a text between matching brackets, and the parts in it. */
interface Fragment {
  readonly from: number;
  to: number;
  readonly inner: Fragment[];
}

/**
 * Returns the JSON objects and arrays that stand in a text, such as a line of a log, from left to
 * right. JSON that is itself quoted (`"{\"code\":...}"`), stands in a field of CSV, or is written
 * as Python prints it counts too. The time is linear in the length of the text, of which at most a
 * million characters are read.
 */
export function findJson(whole: string): readonly object[] {
  const text = whole.slice(0, MAX_LENGTH);
  const only = parseOnly(text);
  if (only !== undefined) return only;
  const found: object[] = [];
  const pending = [...findFragments(text)].reverse();
  for (let attempts = 0; pending.length > 0 && attempts < MAX_ATTEMPTS; attempts++) {
    const { from, to, inner } = pending.pop() as Fragment;
    const value = parseFragment(text.slice(from, to));
    if (value !== undefined) found.push(value);
    else pending.push(...[...inner].reverse());
  }
  return found;
}

/** Most lines have one object or none: that is found without looking at each character. */
function parseOnly(text: string): readonly object[] | undefined {
  const from = text.indexOf("{");
  if (from < 0) return text.includes("[") ? undefined : [];
  const value = parseJson(text.slice(from, text.lastIndexOf("}") + 1));
  return typeof value === "object" && value !== null ? [value] : undefined;
}

/** Finds what stands between matching brackets, in one pass. */
function findFragments(text: string): readonly Fragment[] {
  const brackets = new Brackets(text);
  let isInString = false;
  for (let index = 0; index < text.length; index++) {
    const char = text.charCodeAt(index);
    if (char === BACKSLASH) index++;
    else if (char === QUOTE) isInString = !isInString && brackets.isOpen;
    else if (isInString) continue;
    else if (char === BRACE || char === BRACKET) brackets.open(index);
    else if (char === BRACE + 2 || char === BRACKET + 2) brackets.close(index);
  }
  return brackets.fragments;
}

const [QUOTE, BACKSLASH, BRACKET, BRACE] = [34, 92, 91, 123];

/** The brackets of a text, as they open and close. */
class Brackets {
  readonly #text: string;
  readonly #roots: Fragment[] = [];
  readonly #open: Fragment[] = [];
  #tooDeep = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get isOpen(): boolean {
    return this.#open.length > 0;
  }

  /** The texts found; within brackets that never close, each counts on its own. */
  get fragments(): readonly Fragment[] {
    return [...this.#roots, ...this.#open.flatMap(({ inner }) => inner)];
  }

  open(index: number): void {
    if (this.#open.length < MAX_DEPTH) this.#open.push({ from: index, to: 0, inner: [] });
    else this.#tooDeep++;
  }

  close(index: number): void {
    if (this.#tooDeep > 0) {
      this.#tooDeep--;
      return;
    }
    const fragment = this.#open.pop();
    if (fragment === undefined) return;
    fragment.to = index + 1;
    // The closing brackets of ASCII follow two after the opening ones.
    const isPair = this.#text.charCodeAt(fragment.from) + 2 === this.#text.charCodeAt(index);
    const outer = this.#open.at(-1)?.inner ?? this.#roots;
    outer.push(...(isPair ? [fragment] : fragment.inner));
    // A response stands after its request.
    if (outer.length > 2 * MAX_ATTEMPTS) outer.splice(0, outer.length - MAX_ATTEMPTS);
  }
}

/**
 * Matches brackets around a word or a time, such as `[main]` and `[20/Nov/2026:09:12:01 +0000]`.
 * Most lines of some logs have them, and `JSON.parse` takes long to refuse a text.
 */
const NOT_JSON = /^\[(?:\d+[/:-]|(?!true|false|null)[a-z])[^"'{\\]*$/i;

function parseFragment(text: string): object | undefined {
  if (NOT_JSON.test(text)) return undefined;
  const value = parseJson(text) ?? parseAlike(text);
  return typeof value === "object" && value !== null ? value : undefined;
}

/** Parses JSON that is quoted or escaped, JSON in a field of CSV, or what Python prints. */
function parseAlike(text: string): unknown {
  if (text.includes("\\x22")) return parseJson(withoutEscapes(text));
  const quoted = text.includes('\\"') ? parseJson(unquote(text)) : undefined;
  if (quoted !== undefined) return quoted;
  const field = text.includes('""') ? parseJson(text.replaceAll('""', '"')) : undefined;
  if (field !== undefined) return field;
  return text.includes("'") ? parseJson(pythonToJson(text) ?? "") : undefined;
}

/** Returns a text without the escapes of nginx, which are of bytes: `\x22code\x22`. */
function withoutEscapes(text: string): string {
  const bytes = text.replaceAll(/\\x([\dA-F]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
}

function unquote(text: string): string {
  const value = parseJson(`"${text}"`);
  return typeof value === "string" ? value : "";
}
