import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { CODE, errorsOf, NOTES, printProblem, testSingleEdits } from "../load/single-edits.js";
import { PAYMENTS } from "../test-faults.js";

const INVISIBLE = [
  ["\u00a0", "00A0 (NO-BREAK SPACE)", "write a plain space"],
  ["\u00ad", "00AD (SOFT HYPHEN)", "remove it"],
  ["\u200b", "200B (ZERO WIDTH SPACE)", "remove it"],
  ["\u202e", "202E (RIGHT-TO-LEFT OVERRIDE)", "remove it"],
  ["\u0000", "0000 (NULL)", "remove it"],
  ["\u0090", "0090 (a control character)", "remove it"],
  ["\ufeff", "FEFF (ZERO WIDTH NO-BREAK SPACE)", "remove it"],
] as const;

testSingleEdits([
  ...INVISIBLE.map(
    ([character, name, fix]) =>
      [
        `the invisible U+${name}`,
        PAYMENTS,
        NOTES,
        `notes: a${character}b${character}c\n    ${NOTES}`,
        `45:13 an invisible character, U+${name} | ${fix}, or "\\u${name.slice(0, 4).toLowerCase()}" in double quotation marks if it is meant`,
      ] as const,
  ),
  [
    "an invisible character that no short escape can write",
    PAYMENTS,
    "entries:",
    "# \u{e0041}\nentries:",
    "1:3 an invisible character, U+E0041 | remove it",
  ],
  [
    "an invisible character in a JSON Schema",
    "wire.schema.json",
    '"$defs"',
    '"$comment": "a\u200bb", "$defs"',
    '5:17 an invisible character, U+200B (ZERO WIDTH SPACE) | remove it, or "\\u200b" in double quotation marks if it is meant',
  ],
  [
    "a word with a Cyrillic letter",
    PAYMENTS,
    NOTES,
    `notes: the \u041eRDER_1 of\n    ${NOTES}`,
    '45:16 "\u041eRDER_1" mixes letters of two scripts: \u041e is U+041E (Cyrillic), which looks like the Latin O | write it in one script, or "\\u041e" in double quotation marks if it is meant',
  ],
  [
    "a word with a Greek letter in a locale",
    "locales/de.json",
    '"Bitte warten."',
    '"Bitte w\u03b1rten.", "allow": ["script"]',
    '65:27 "w\u03b1rten" mixes letters of two scripts: \u03b1 is U+03B1 (Greek), which looks like the Latin a | write it in one script, or "\\u03b1" in double quotation marks if it is meant',
  ],
  [
    "a typographic minus before a number",
    PAYMENTS,
    NOTES,
    `notes: (\u22121021)\n    ${NOTES}`,
    '45:13 \u2212 is U+2212, which looks like - | write a plain -, or "\\u2212" in double quotation marks if it is meant',
  ],
  [
    "a full-width digit",
    PAYMENTS,
    NOTES,
    `notes: code \uff10\n    ${NOTES}`,
    '45:17 \uff10 is U+FF10, which looks like 0 | write a plain 0, or "\\uff10" in double quotation marks if it is meant',
  ],
]);

test.each<[name: string, file: string, from: string, to: string]>([
  [
    "an escape of an invisible character",
    PAYMENTS,
    NOTES,
    `notes: "a\\u00a0b \\u041eRDER no"\n    ${NOTES}`,
  ],
  ["a quoted word of YAML 1.1", PAYMENTS, NOTES, `notes: "no"\n    ${NOTES}`],
  [
    "an escape before a Cyrillic word",
    PAYMENTS,
    NOTES,
    `notes: "\\n\u041e\u0448\u0438\u0431\u043a\u0430 API-\u043a\u043b\u044e\u0447"\n    ${NOTES}`,
  ],
  ["a tab inside a text", PAYMENTS, NOTES, `notes: |\n      a\n      \tb\n    ${NOTES}`],
  ["an emoji with its variation selector", PAYMENTS, NOTES, `notes: \u26a0\ufe0f\n    ${NOTES}`],
  [
    "typographic punctuation in a quoted text",
    PAYMENTS,
    NOTES,
    `notes: "a \u2013 \u201cb\u201d, 3\u20134 \u6ce8\uff1ac"\n    ${NOTES}`,
  ],
  [
    "typographic punctuation within an unquoted text of several lines",
    PAYMENTS,
    NOTES,
    `notes: it\u2019s\n      \u201ca\u201d\n    ${NOTES}`,
  ],
  [
    "a comment that names a number, behind a text of several lines",
    PAYMENTS,
    NOTES,
    `notes: Order is\n      open # see #7 and #8\n    ${NOTES}`,
  ],
  ["a tab behind a key", PAYMENTS, CODE, `code:\trate_limited`],
  ...["Bitte warten.", "Unlesbare Antwort", "Abgelehnt: nicht ausgeführt."].map(
    (text): [string, string, string, string] => [
      `an invisible character in ${JSON.stringify(text)}, a text of a locale,`,
      "locales/de.json",
      text,
      text.replace(" ", "\u00a0Auf\u200clage "),
    ],
  ),
])("%s is accepted", async (_, file, from, to) => {
  const acme = copyAcme();
  acme.edit(file, from, to);
  expect(await errorsOf(acme)).toEqual([]);
});

test("an invisible character in a locale is reported outside of its texts", async () => {
  const acme = copyAcme();
  const locale = { ...JSON.parse(acme.read("locales/de.json")), questions: ["Is \u200bit?"] };
  acme.write(
    "locales/de.json",
    JSON.stringify({ ...locale, "A\u200b": locale.NO_RESPONSE }, null, 2),
  );
  acme.edit("locales/de.json", '"sourceHash": "', '"sourceHash": "\u200b');
  const messages = (await errorsOf(acme)).map(({ message }) => message);
  const wanted = "an invisible character, U+200B (ZERO WIDTH SPACE)";
  expect(messages).toEqual([wanted, wanted, wanted]);
});

test("a string of a locale that is never closed is read in linear time", async () => {
  const acme = copyAcme();
  acme.write("locales/de.json", `{ "A": "${'\\"'.repeat(200_000)}`);
  const messages = (await errorsOf(acme)).map(({ message }) => message);
  expect(messages).toHaveLength(1);
});

test("a full-width colon is reported beside the syntax error that it causes", async () => {
  const acme = copyAcme();
  acme.edit(PAYMENTS, CODE, CODE.replace(":", "\uff1a"));
  expect((await errorsOf(acme)).map(printProblem)).toContain(
    '41:9 \uff1a is U+FF1A, which looks like : | write a plain :, or "\\uff1a" in double quotation marks if it is meant',
  );
});

test("the characters of every YAML file are checked", async () => {
  const acme = copyAcme();
  acme.write("glossary.yaml", "terms: [] # \u200b\n");
  acme.write("openapi.yaml", "openapi: 3.1.0 # \u200b\n");
  const places = (await errorsOf(acme)).map(({ location: { file, line, column } }) => [
    file,
    line,
    column,
  ]);
  expect(places).toEqual([
    ["glossary.yaml", 1, 13],
    ["openapi.yaml", 1, 18],
  ]);
});
