import type { ErrorEntry, Wire } from "../../catalog/catalog.js";
import { codesOf, examplesOf, wordingsOf } from "../../catalog/entry.js";
import { renderTemplate } from "../../catalog/template.js";
import { writeBody } from "../../catalog/wire-body.js";
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
  const vector = (
    what: string,
    itsCode: unknown,
    itsText?: unknown,
    status = httpStatus,
  ): Vector => ({
    id: `${name}/${what}`,
    body: writeBody(wire, { code: itsCode, text: itsText }),
    // Where the status is the code, the body has none.
    status: wire.code.length === 0 ? Number(itsCode) || null : status,
  });
  for (const [index, itsCode] of codesOf(entry).entries()) {
    const kind = index === 0 ? "code" : `alias ${index}`;
    yield vector(`${kind}, without a text`, itsCode);
    yield vector(kind, itsCode, text);
    const isNumeric = wire.numericCodes && Number.isSafeInteger(Number(itsCode));
    if (isNumeric) yield vector(`${kind}, a number`, Number(itsCode), text);
  }
  for (const [index, wording] of wordingsOf(entry).slice(0, MOST_WORDINGS).entries()) {
    const kind = index === 0 ? "message" : `variant ${index}`;
    for (const [form, written] of Object.entries(formsOf(renderTemplate(wording, values))))
      yield vector(`${kind}, ${form}`, code, written);
  }
  for (const [form, written] of Object.entries(nearMisses(text)))
    yield vector(`near miss, ${form}`, code, written);
  for (const status of [200, 429, 502]) yield vector(`status ${status}`, code, text, status);
  const random = createRandom(name);
  for (let number = 1; number <= RANDOM_BODIES; number++)
    yield vector(`random ${number}`, randomCode(entry, random), randomText(entry, random));
}

/** The ways in which a text may come. */
function formsOf(text: string): Readonly<Record<string, string>> {
  const bare = text.replace(/\.$/, "");
  return {
    "as documented": text,
    "with a full stop": `${bare}.`,
    "without a full stop": bare,
    "blanks around it": `  ${text}\n`,
    "without quotation marks": text.replaceAll(/'([^' ]+)'/g, "$1"),
  };
}

/** Texts that are not the entry's, however much they look like it. */
function nearMisses(text: string): Readonly<Record<string, string | null>> {
  return {
    "another case": text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase(),
    "a blank more": text.replace(" ", "  "),
    "a word before": `Error: ${text}`,
    "a word after": `${text} again`,
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
