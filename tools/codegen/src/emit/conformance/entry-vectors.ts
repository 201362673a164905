import type { ErrorEntry, Wire } from "../../catalog/catalog.js";
import { codesOf, examplesOf, wordingsOf } from "../../catalog/entry.js";
import {
  literalsAmong,
  namesAmong,
  renderTemplate,
  splitTemplate,
} from "../../catalog/template.js";
import { writeAt, writeBody, writeError, writeErrors } from "../../catalog/wire-body.js";
import { createRandom, type Random } from "./random.js";
import type { Vector } from "./vector.js";

/** The number of bodies made up at random of each entry. */
const RANDOM_BODIES = 6;

/** The number of wordings of an entry to try: each is held against all others. */
const MOST_WORDINGS = 50;

/**
 * The bodies that try one entry: each code and wording of it, what may differ, and what must not
 * match.
 */
export function* entryVectors(wire: Wire, entry: ErrorEntry): Generator<Vector> {
  const { name, code, message, httpStatus } = entry;
  const values = examplesOf(entry.params);
  const text = renderTemplate(message, values);
  // Then the body has no code.
  const isStatus = wire.code.length === 0;
  const vector = (
    what: string,
    itsCode: unknown,
    itsText?: unknown,
    status = httpStatus,
  ): Vector => ({
    id: `${name}/${what}`,
    body: writeBody(wire, { code: itsCode, text: itsText }),
    status: isStatus ? toStatus(itsCode) : status,
  });
  for (const [index, itsCode] of codesOf(entry).entries()) {
    const kind = index === 0 ? "code" : `alias ${index}`;
    yield vector(`${kind}, without a text`, itsCode);
    yield vector(kind, itsCode, text);
    const isNumeric = wire.numericCodes && Number.isSafeInteger(Number(itsCode));
    if (isNumeric) yield vector(`${kind}, a number`, Number(itsCode), text);
  }
  for (const [what, written] of textsOf(entry, values)) yield vector(what, code, written);
  for (const [what, errors] of Object.entries(errorsOf(wire, entry, text)))
    yield { ...vector(what, code), body: writeErrors(wire, errors) };
  const meant = Object.keys(wire.statuses).slice(-1).map(Number);
  for (const status of isStatus ? [] : [200, 502, ...meant])
    yield vector(`status ${status}`, code, text, status);
  const random = createRandom(name);
  for (let number = 1; number <= RANDOM_BODIES; number++)
    yield vector(`random ${number}`, randomCode(entry, random), randomText(entry, random));
}

function toStatus(code: unknown): number | null {
  return /^[1-5]\d\d$/.test(String(code)) ? Number(code) : null;
}

type Values = Readonly<Record<string, string>>;

/** The texts that try an entry, each once, with what they are. */
function textsOf(
  entry: ErrorEntry,
  values: Values,
): readonly (readonly [what: string, text: string | null])[] {
  const texts = new Map<string | null, string>();
  const add = (kind: string, forms: Readonly<Record<string, string | null>>) => {
    for (const [form, text] of Object.entries(forms))
      if (!texts.has(text)) texts.set(text, `${kind}, ${form}`);
  };
  for (const [index, wording] of wordingsOf(entry).slice(0, MOST_WORDINGS).entries())
    add(index === 0 ? "message" : `variant ${index}`, {
      ...formsOf(renderTemplate(wording, values)),
      ...valueForms(wording, values),
    });
  add("near miss", nearMisses(renderTemplate(entry.message, values)));
  return [...texts].map(([text, what]) => [what, text]);
}

/** The errors of bodies that have several, or texts in several places. */
function errorsOf(
  wire: Wire,
  { code, params }: ErrorEntry,
  text: string,
): Readonly<Record<string, readonly unknown[]>> {
  const bodies: Record<string, readonly unknown[]> = {};
  const whole = writeError(wire, { code, text });
  const unknown = writeError(wire, { code: "no-such-code", text: "x" });
  if (wire.isList) {
    bodies["before another error"] = [whole, unknown];
    bodies["after another error"] = [unknown, whole];
  }
  const [first, ...others] = Object.keys(params).length > 0 ? wire.message : [];
  for (const [index, path] of others.entries()) {
    const place = `text ${index + 2}`;
    const textless = writeError(wire, { code });
    bodies[place] = [writeAt(textless, path, text)];
    bodies[`${place}, beside null`] = [writeAt(writeAt(textless, first ?? [], null), path, text)];
    bodies[`${place}, beside the first`] = [writeAt(whole, path, "x")];
    bodies[`${place}, a number`] = [writeAt(whole, path, 1)];
  }
  return bodies;
}

/** The ways in which a text may come. */
function formsOf(text: string): Readonly<Record<string, string>> {
  const bare = text.replace(/\.$/, "");
  return {
    "as documented": text,
    "with a full stop": `${bare}.`,
    "without a full stop": bare,
    // The functions of many languages that trim do not know each of these.
    "blanks around it": `\ufeff ${text}\u3000\u00a0\n`,
    "without quotation marks": text.replaceAll(QUOTED, "$2"),
    ...Object.fromEntries(
      MARKS.map((marks) => [`in ${marks}`, text.replaceAll(QUOTED, marks.replace(" ", "$2"))]),
    ),
  };
}

const QUOTED = /(['"`])([^'"` ]+)\1/g;

/** The marks that may stand in the place of a template's. */
const MARKS = [
  "' '",
  '" "',
  "` `",
  "\u201c \u201d",
  "\u2018 \u2019",
  "\u300c \u300d",
  "\u00ab \u00bb",
];

/** Texts with values that are harder to find than the examples; none without placeholders. */
function valueForms(wording: string, values: Values): Values {
  const withEach = (change: (value: string, name: string) => string) =>
    renderTemplate(
      wording,
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, change(value, name)]),
      ),
    );
  const pieces = splitTemplate(wording);
  const after = (name: string) =>
    literalsAmong(pieces)[namesAmong(pieces).indexOf(name) + 1]?.replace(/^['"`]/, "");
  return {
    "values of two lines": withEach((value) => `${value}\n${value}`),
    "values with quotation marks": withEach((value) => `"${value}"`),
    "values with one quotation mark": withEach((value) => `'${value}`),
    "values with what follows them": withEach((value, name) => `${value}${after(name)}${value}`),
    "empty values": withEach(() => ""),
  };
}

/** Texts that are not the entry's, however much they look like it. */
function nearMisses(text: string): Readonly<Record<string, string | null>> {
  return {
    "another case": text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase(),
    // The functions of many languages that trim take it for a blank.
    "a next line after": `${text}\u0085`,
    "a blank more": text.replace(" ", "  "),
    "a word before": `Error: ${text}`,
    "a word after": `${text} again`,
    "two full stops": `${text.replace(/\.$/, "")}..`,
    "the last letter missing": text.replace(/\.$/, "").slice(0, -1),
    empty: "",
    null: null,
  };
}

function randomCode(entry: ErrorEntry, random: Random): unknown {
  const { code } = entry;
  return random.pick([
    code,
    code,
    code,
    ` ${code}`,
    `${code}0`,
    `0${code}`,
    Number(code),
    code.replace("-", ""),
  ]);
}

const ALPHABET = [..."abcXYZ019-_[]{}%$/\\\"'\u00e9\u4ea4\ud83d\ude00 "];

function randomText(entry: ErrorEntry, random: Random): string {
  const word = () =>
    Array.from({ length: 1 + random.below(12) }, () => random.pick(ALPHABET)).join("");
  const values = Object.fromEntries(
    Object.keys(entry.params).map((name) => [name, `v${random.below(1e6)}`]),
  );
  const text = renderTemplate(random.pick(wordingsOf(entry)), values);
  return random.pick([text, text, `${text} ${word()}`, word(), `${word()} ${text}`]);
}
