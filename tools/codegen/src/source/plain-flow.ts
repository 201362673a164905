import { PLAIN_KEY, readPlainKey, readPlainScalar } from "./plain-scalar.js";

/** A value that is written on one line. */
export type FlowValue =
  | string
  | number
  | boolean
  | null
  | readonly FlowValue[]
  | { readonly [name: string]: FlowValue };

/** Reads a list or an object on one line, such as `{ document: errors.md, line: 7 }`. */
export function readPlainFlow(text: string): FlowValue | undefined {
  const tokens = new Tokens(text);
  const value = readValue(tokens);
  return tokens.isAtEnd() ? value : undefined;
}

/** A text of which token after token is taken, with the spaces around it. */
class Tokens {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Takes the next token if it has a form: a sticky expression whose first group is the token. */
  take(form: RegExp): string | undefined {
    form.lastIndex = this.#at;
    const found = form.exec(this.#text);
    if (found !== null) this.#at = form.lastIndex;
    return found?.[1];
  }

  isAtEnd(): boolean {
    return this.#at === this.#text.length;
  }
}

const OPEN = / *([[{]) */y;
const CLOSE_LIST = / *(])/y;
const CLOSE_OBJECT = / *(})/y;
const COMMA = / *(,) */y;
const KEY = new RegExp(`(${PLAIN_KEY})(?:: +|(?<="):)`, "y");
const SCALAR = /("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^[\]{},:#"' ](?: *[^[\]{},:# ])*)/y;

function readValue(tokens: Tokens): FlowValue | undefined {
  const open = tokens.take(OPEN);
  if (open === "[") return readItems(tokens);
  if (open === "{") return readMembers(tokens);
  const raw = tokens.take(SCALAR);
  return raw === undefined ? undefined : readPlainScalar(raw);
}

function readItems(tokens: Tokens): FlowValue[] | undefined {
  const items: FlowValue[] = [];
  if (tokens.take(CLOSE_LIST)) return items;
  do {
    const item = readValue(tokens);
    if (item === undefined) return undefined;
    items.push(item);
  } while (tokens.take(COMMA));
  return tokens.take(CLOSE_LIST) ? items : undefined;
}

function readMembers(tokens: Tokens): Record<string, FlowValue> | undefined {
  const members: Record<string, FlowValue> = {};
  if (tokens.take(CLOSE_OBJECT)) return members;
  do {
    const key = readPlainKey(tokens.take(KEY) ?? "");
    if (key === undefined || Object.hasOwn(members, key)) return undefined;
    const value = readValue(tokens);
    if (value === undefined) return undefined;
    members[key] = value;
  } while (tokens.take(COMMA));
  return tokens.take(CLOSE_OBJECT) ? members : undefined;
}
