import { localize } from "@hashkey-errors/messages";
import { messages } from "@hashkey-errors/messages/zh-Hans";
import { identify, parseResponse } from "@hashkey-errors/validator";
import { documentedEntries, messageOnWire, mixedBodies, pick } from "./entries.js";
import {
  makeI18next,
  makeIntlMessageFormat,
  makeLingui,
  makeMessageFormat2,
  makeTemplateLiterals,
  type NamedError,
  type Words,
} from "./formatters.js";
import { makePass, measure } from "./measure.js";
import type { Timing } from "./spread.js";
import { NO_WORDS, stacks, type Translate } from "./stacks.js";

// Each section runs in its own process, so that neither finds code that the other has optimized.
const entries = documentedEntries();
const times = process.argv[2] === "words" ? timeWords() : timePipeline();
console.log(JSON.stringify([...times]));

/** Times identified errors: all documented ones in a mix, every tenth one with params. */
function timeWords(): Map<string, Timing> {
  const withParams = entries.filter(({ message }) => message.includes("{"));
  const errors = Array.from({ length: 1_000 }, (_, index) => {
    const entry = pick(index % 10 === 0 ? withParams : entries, index);
    const error = identify(entry.code, messageOnWire(entry));
    if (error.name !== entry.name) throw new Error(`${entry.name} is identified as ${error.name}`);
    return error as typeof error & NamedError;
  });
  const names = entries.map(({ name }) => name);
  const ours = (error: (typeof errors)[number]) => localize(error, messages);
  const sides: readonly [name: string, say: (error: (typeof errors)[number]) => Words][] = [
    ["ours: localize", ours],
    ["intl-messageformat", makeIntlMessageFormat(names)],
    ["messageformat 4", makeMessageFormat2(names)],
    ["i18next", makeI18next()],
    ["Lingui", makeLingui()],
    ["by hand: a function with template literals for each", makeTemplateLiterals(names)],
  ];
  for (const [name, say] of sides) {
    for (const error of errors) assertSame(name, error.name, say(error), ours(error));
  }
  const contenders = sides.map(([name, say]) => ({ name, pass: makePass(say, errors) }));
  return measure(contenders, errors.length);
}

/** Times response bodies, each from its text to a localized sentence. */
function timePipeline(): Map<string, Timing> {
  const bodies = mixedBodies(entries);
  const ours: Translate = (text) => {
    const response = parseResponse(JSON.parse(text));
    return response.kind === "error" ? localize(response.error, messages) : NO_WORDS;
  };
  const sides: readonly (readonly [name: string, translate: Translate])[] = [
    ["ours: parseResponse + localize", ours],
    ...stacks.map(({ name, make }) => [name, make(entries)] as const),
  ];
  for (const [name, translate] of sides) {
    for (const { text } of bodies) {
      // Two errors share this code, and the stacks cannot tell them apart.
      if (text.includes('"0001"')) continue;
      assertSame(name, text, translate(text), ours(text));
    }
  }
  const texts = bodies.map(({ text }) => text);
  const parse = (text: string) => JSON.parse(text) as object;
  return measure(
    [["JSON.parse of the text", parse] as const, ...sides].map(([name, one]) => ({
      name,
      pass: makePass(one, texts),
    })),
    texts.length,
  );
}

function assertSame(side: string, input: string, given: Words, wanted: Words): void {
  if (given.message !== wanted.message || given.description !== wanted.description) {
    throw new Error(
      `${side} renders ${input} as ${JSON.stringify(given)}, and ours as ${JSON.stringify(wanted)}`,
    );
  }
}
