import { createRandom, type Random } from "../../test/hostile/random.js";

/** A line of a log: a code as it came, a text and a status. */
export interface LogRow {
  /** Any JSON value; undefined where there is no code. */
  readonly code: unknown;
  readonly msg: string | null;
  readonly status: number | null;
}

/** The parts that rows are made of. */
export interface LoggedEntry {
  readonly name: string;
  readonly codes: readonly string[];
  readonly wordings: readonly string[];
  readonly params: readonly string[];
}

/** An error of a catalog. */
interface CatalogEntry {
  readonly name: string;
  readonly kind?: string;
  readonly code: string;
  readonly aliases?: readonly (string | { readonly code: string })[];
  readonly message: string;
  readonly variants?: readonly (string | { readonly message: string })[];
}

/** Returns what rows are made of, for the errors of a catalog. */
export function toLogged(entries: readonly CatalogEntry[]): readonly LoggedEntry[] {
  return entries
    .filter(({ kind }) => kind !== "success")
    .map(({ name, code, aliases = [], message, variants = [] }) => ({
      name,
      codes: [code, ...aliases.map((alias) => (typeof alias === "string" ? alias : alias.code))],
      wordings: [message, ...variants.map((one) => (typeof one === "string" ? one : one.message))],
      params: [...message.matchAll(/\{([a-z]\w*)\}/gi)].map(([, param = ""]) => param),
    }));
}

/** Returns the text of an error with its params, or undefined where they cannot be read back. */
export type Render = (name: string, params: Readonly<Record<string, string>>) => string | undefined;

/** Makes rows from a seed: each entry in turn, near misses, and what no entry explains. */
export function* logRows(
  entries: readonly LoggedEntry[],
  render: Render,
  { seed, count }: { readonly seed: number; readonly count: number },
): Generator<LogRow> {
  const random = createRandom(seed);
  for (let index = 0; index < count; index++) {
    const entry = entries[index % entries.length] as LoggedEntry;
    yield {
      code: codeOf(entry, entries, random),
      msg: textOf(entry, entries, render, random),
      status: random.pick(STATUSES),
    };
  }
}

const STATUSES = [null, null, null, 0, 200, 400, 401, 404, 418, 429, 500, 502];

/** Values that are not codes, or of no error. */
const OTHER_CODES: readonly unknown[] = [
  ...["no-such-code", "-999999", -999999, "", " ", "0", "0000", "200", 0, 200, 201, -0],
  ...[0.5, -1141.5, 1e300, -9007199254740994, null, undefined, true, false, [], {}],
  ...["__proto__", "NaN", "null", "'", '"', "\\", "%", "_%", "1e3", "😀", "\u00a00001"],
];

function codeOf(entry: LoggedEntry, entries: readonly LoggedEntry[], random: Random): unknown {
  const code = random.pick(entry.codes);
  const number = Number(code);
  switch (random.below(12)) {
    case 0:
      return random.pick(OTHER_CODES);
    case 1:
      return random.pick(random.pick(entries).codes);
    case 2:
      return random.pick([
        ` ${code}`,
        `${code} `,
        `0${code}`,
        `+${code}`,
        `${code}.0`,
        `${number}`,
      ]);
    case 3:
    case 4:
    case 5:
      return Number.isNaN(number) ? code : number;
    default:
      return code;
  }
}

function textOf(
  entry: LoggedEntry,
  entries: readonly LoggedEntry[],
  render: Render,
  random: Random,
): string | null {
  const kind = random.below(16);
  if (kind === 0) return null;
  if (kind === 1) return random.pick(["", " ", ".", " . ", "\u3000", "😀", anyValue(random)]);
  const source = kind === 2 ? random.pick(entries) : entry;
  const params = Object.fromEntries(source.params.map((param) => [param, anyValue(random)]));
  const rendered = kind < 9 ? render(source.name, params) : undefined;
  const text = rendered ?? fill(random.pick(source.wordings), random);
  return kind % 2 === 0 ? text : change(text, random);
}

const PLACEHOLDER = /['"`«「]?\{[a-z]\w*\}['"`»」]?/gi;

/** Fills the placeholders of a wording, whose quotation marks become others, or odd ones. */
function fill(wording: string, random: Random): string {
  const [open, close] = random.pick([...MARKS, ["", ""], ["", ""]] as const);
  const odd = () => mark(random) + anyValue(random) + mark(random);
  switch (random.below(5)) {
    case 0:
      return wording.replaceAll(/\{[a-z]\w*\}/gi, odd);
    case 1:
      return wording.replaceAll(PLACEHOLDER, odd);
    case 2:
      return closeLate(wording, random);
    default:
      return wording.replaceAll(PLACEHOLDER, () => open + anyValue(random) + close);
  }
}

/** Quotes a value that has all that follows it in the wording, where another end is possible. */
function closeLate(wording: string, random: Random): string {
  const literals = wording.split(PLACEHOLDER);
  const [open, close] = random.pick(MARKS);
  const at = random.below(literals.length);
  return literals
    .map((literal, index) => {
      const value = index === 0 ? "" : random.pick(["a", "7"]);
      return index === at + 1 ? open + value + literal : value + literal;
    })
    .concat(random.below(4) === 0 ? "" : `${close}${literals[at + 1] ?? ""}`)
    .concat(random.pick(["", "x", `y${literals.slice(at + 2).join("z")}`]))
    .join("");
}

const MARKS = [
  ["'", "'"],
  ['"', '"'],
  ["“", "”"],
  ["«", "»"],
  ["`", "´"],
  ["「", "」"],
  ["'", "’"],
] as const;

function mark(random: Random): string {
  return random.below(3) === 0 ? random.pick(random.pick(MARKS)) : "";
}

const VALUES = [
  ...["clientOrderId", "5", "0", "a b", "é", "价格", "😀", "'", "''", '"', "'quoted'", "“x”", "«"],
  ...["%", "_", "\\", "\\%", ".", "..", " ", "\n", "a\nb", "\t", ".*", "(", "[a", "$", "$$", "{x}"],
  ...["' missing or invalid", " orders per ", "x' or 1=1 --", "\u200f", "\u2028", "\\'", "x."],
];

function anyValue(random: Random): string {
  const value = random.pick(VALUES);
  return random.below(3) === 0 ? value + random.pick(VALUES) : value;
}

const BLANKS = [
  " ",
  "  ",
  "\t",
  "\n",
  "\r\n",
  "\u000b",
  "\f",
  "\u00a0",
  "\u1680",
  "\u2003",
  "\u2029",
];
const OTHER_BLANKS = [
  "\u202f",
  "\u205f",
  "\u3000",
  "\ufeff",
  "\u0085",
  "\u200b",
  "\u180e",
  "\u001c",
];

/** Changes a text a little: in ways that do not count, and in ways that do. */
function change(text: string, random: Random): string {
  const blank = () => random.pick([...BLANKS, ...OTHER_BLANKS]);
  const at = random.below(text.length + 1);
  const characters = [...text];
  const place = random.below(characters.length || 1);
  const changes: readonly (() => string)[] = [
    () => text + blank(),
    () => blank() + text + blank(),
    () => `${text}.`,
    () => `${text}. `,
    () => `${text}..`,
    () => (text.endsWith(".") ? text.slice(0, -1) : text),
    () => text.toUpperCase(),
    () => text.replace(" ", "  "),
    () => text.replaceAll("'", random.pick(["", '"', "’", "`"])),
    () => [...characters.slice(0, place), ...characters.slice(place + 1)].join(""),
    () => [...characters.slice(0, place), random.pick(VALUES), ...characters.slice(place)].join(""),
    () => characters.slice(0, place).join(""),
    () => text.replace("o", "о"),
    () => (isWithinPair(text, at) ? text : text.slice(0, at) + blank() + text.slice(at)),
    () => text + text,
  ];
  return random.pick(changes)();
}

function isWithinPair(text: string, at: number): boolean {
  return /[\udc00-\udfff]/.test(text.charAt(at));
}
