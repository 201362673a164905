import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { CODE, errorsOf, NOTES, printProblem, testSingleEdits } from "../load/single-edits.js";
import { PAYMENTS } from "../test-faults.js";

/** Returns what YAML 1.2 reads an unquoted code as. */
const CODES = [
  ["0001", "the number 1"],
  ["-1021", "the number -1021"],
  ["1e3", "the number 1000"],
  ["0x1F", "the number 31"],
  ["true", "the boolean true"],
  ["null", "null"],
  ["~", "null"],
] as const;

/** Values that YAML 1.1 reads unquoted texts as; to YAML 1.2 each is a text. */
const TEXTS = [
  ["1_000", "the number 1000"],
  ["0b11", "the number 3"],
  ["12:30", "the number 750"],
  ["1:2:3.5", "the number 3723.5"],
  ["2026-01-31", "a date"],
  ["no", "the boolean false"],
  ["Off", "the boolean false"],
  ["n", "the boolean false"],
  ["on", "the boolean true"],
  ["yes", "the boolean true"],
  ["y", "the boolean true"],
] as const;

testSingleEdits([
  ...CODES.map(
    ([raw, value]) =>
      [
        `the unquoted code ${raw}`,
        PAYMENTS,
        CODE,
        `code: ${raw}`,
        `41:11 "code" must be a string: unquoted, YAML reads ${raw} as ${value} | quote it: "${raw}"`,
      ] as const,
  ),
  ...TEXTS.map(
    ([raw, value]) =>
      [
        `the unquoted text ${raw}`,
        PAYMENTS,
        NOTES,
        `notes: ${raw}\n    ${NOTES}`,
        `45:12 unquoted, ${raw} is read as ${value} by tools that use YAML 1.1 | quote it: "${raw}"`,
      ] as const,
  ),
  [
    "an empty text",
    PAYMENTS,
    NOTES,
    `notes:\n    ${NOTES}`,
    '45:11 "notes" must be a string: unquoted, YAML reads nothing as null',
  ],
  [
    "a word of YAML 1.1 for true",
    PAYMENTS,
    NOTES,
    `documented: yes\n    ${NOTES}`,
    '45:17 "documented" must be a boolean (it is "yes") | write true',
  ],
  [
    "an unquoted key that YAML 1.1 reads as false",
    "catalog.yaml",
    "  pt: pt-BR",
    "  pt: pt-BR\n  no: de",
    '22:3 unquoted, the key no is read as the boolean false by tools that use YAML 1.1 | quote it: "no"',
  ],
  [
    "a word of YAML 1.1 for false",
    "catalog.yaml",
    "  numericCodes: false",
    "  numericCodes: no",
    '10:17 "numericCodes" must be a boolean (it is "no") | write false',
  ],
  [
    "a text in typographic quotation marks",
    PAYMENTS,
    NOTES,
    `notes: \u201cx\u201d\n    ${NOTES}`,
    '45:12 \u201cx\u201d begins with a typographic quotation mark, which is text to YAML | use plain quotation marks: "x"',
  ],
  [
    "an unquoted text with a number sign",
    PAYMENTS,
    NOTES,
    `notes: Order #7 is open\n    ${NOTES}`,
    '45:12 unquoted, the text ends before "#7 is open", which is a comment to YAML | quote it: "Order #7 is open"; or write a space after # for a comment',
  ],
  [
    "an unquoted text with several blanks before a number sign",
    PAYMENTS,
    NOTES,
    `notes: Order  #7 is open\n    ${NOTES}`,
    '45:12 unquoted, the text ends before "#7 is open", which is a comment to YAML | quote it: "Order  #7 is open"; or write a space after # for a comment',
  ],
]);

test("keys that YAML reads as something else are reported, and what it reads as written is not", async () => {
  const acme = copyAcme();
  const keys = ["True", "0x1F", "", "12"].map((key) => `  ${key}: de\n`).join("");
  acme.edit("catalog.yaml", "  pt: pt-BR\n", `  pt: pt-BR\n${keys}`);
  acme.edit(PAYMENTS, NOTES, `notes: It\u2019s \u201copen\u201d#1 # x\n    ${NOTES}`);
  acme.edit(PAYMENTS, "httpStatus: 429", "httpStatus: 429 #x");
  expect((await errorsOf(acme)).map(printProblem)).toEqual([
    '22:3 unquoted, the key True is read as the boolean true by YAML | quote it: "True"',
    '23:3 unquoted, the key 0x1F is read as the number 31 by YAML | quote it: "0x1F"',
    '24:1 an empty key is null in YAML | quote it: ""',
  ]);
});
