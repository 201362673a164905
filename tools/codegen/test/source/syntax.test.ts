import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { CODE, errorsOf, printProblem, testSingleEdits } from "../load/single-edits.js";
import { PAYMENTS } from "../test-faults.js";

const KEEP = "keep what both sides want, and remove the lines with <<<<<<<, ======= and >>>>>>>";

testSingleEdits([
  [
    "a duplicate key in YAML",
    PAYMENTS,
    CODE,
    `${CODE}\n    code: other`,
    '42:5 duplicate key "code" | the first is on line 41: keep one',
  ],
  [
    "a duplicate key in JSON",
    "locales/de.json",
    '"Bitte warten."',
    '"Bitte warten.", "description": "Warten."',
    '65:37 duplicate key "description" | the first is on line 65: keep one',
  ],
  [
    "an indent with a tab",
    PAYMENTS,
    `    ${CODE}`,
    `    \t${CODE}`,
    "41:5 indented with a tab; YAML allows only spaces | indent with spaces (1 line begins with tabs)",
  ],
  [
    "an unquoted text with a colon",
    PAYMENTS,
    "message: Slow down.",
    "message: Slow down: now",
    '43:14 Nested mappings are not allowed in compact mappings | quote a text that has ": " in it',
  ],
  [
    "an item without its dash",
    PAYMENTS,
    "  - name: RATE_LIMITED",
    "    name: RATE_LIMITED",
    '40:5 duplicate key "name" | the first is on line 28: keep one, or begin the next item with "- "',
  ],
  [
    "a first item without its dash",
    PAYMENTS,
    "  - name: CARD_REFUSED",
    "    name: CARD_REFUSED",
    '18:1 A block sequence may not be used as an implicit map key | begin the item above with "- "',
  ],
  [
    "a first item whose lines are not indented equally",
    PAYMENTS,
    "  - name: CARD_REFUSED",
    "   - name: CARD_REFUSED",
    '3:1 Sequence item without - indicator | begin items with "- ", and indent all lines of an item equally',
  ],
  [
    "an item that is not indented as the others are",
    PAYMENTS,
    "  - name: RATE_LIMITED",
    "   - name: RATE_LIMITED",
    "40:4 All sequence items must start at the same column | indent all items of the list equally",
  ],
  [
    "a bracket that is not closed",
    PAYMENTS,
    "[{ document: errors.md, line: 6 }]",
    "[{ document: errors.md, line: 6 }",
    "50:3 Flow sequence in block collection must be sufficiently indented and end with a ] | close the bracket in the line above",
  ],
  [
    "an unquoted text that begins with a placeholder",
    PAYMENTS,
    "message: Slow down.",
    "message: {limit} reached.",
    "43:22 Unexpected scalar at node end | quote the text as a whole",
  ],
  [
    "an unquoted text that begins with a sign of YAML",
    PAYMENTS,
    "message: Slow down.",
    "message: @limit reached.",
    "43:14 Plain value cannot start with reserved character @ | quote a text that begins with this character",
  ],
  ["a tag", PAYMENTS, "message: Slow down.", "message: !slow down.", "43:14 Unresolved tag: !slow"],
  [
    "the first of two mistakes around a text with a tab",
    PAYMENTS,
    CODE,
    "code: {rate}_limited\n    notes: |-\n      Wait,\n      \tor stop.\n    draft: {a} b",
    "41:17 Unexpected scalar at node end | quote the text as a whole",
  ],
  [
    "a text that goes on after its closing quotation mark",
    PAYMENTS,
    "message: Slow down.",
    'message: "Slow" down.',
    "43:21 Unexpected scalar at node end | quote the text as a whole",
  ],
  [
    "a conflict of a merge in YAML",
    PAYMENTS,
    "    message: Slow down.\n",
    "<<<<<<< HEAD\n    message: Slow down.\n=======\n    message: Wait.\n>>>>>>> other\n",
    `43:1 a merge of Git left a conflict | ${KEEP}`,
  ],
  [
    "a conflict of a merge in JSON",
    "locales/de.json",
    "{\n",
    '{\n<<<<<<< HEAD\n  "$schema": "a",\n=======\n>>>>>>> other\n',
    `2:1 a merge of Git left a conflict | ${KEEP}`,
  ],
  [
    "YAML that is nested too deep",
    PAYMENTS,
    "entries:",
    `entries: ${"[".repeat(20_000)}`,
    "1:1 is nested too deep to be read",
  ],
  [
    "YAML objects that are nested too deep",
    PAYMENTS,
    "entries:",
    `entries: ${"{ a: ".repeat(20_000)}`,
    "1:1 is nested too deep to be read",
  ],
  [
    "JSON objects that are nested too deep",
    "locales/de.json",
    "{",
    '{"a":'.repeat(20_000),
    "1:1 is nested too deep to be read",
  ],
  [
    "a comment in JSON",
    "locales/de.json",
    "{",
    "{ // German",
    "1:3 not valid JSON: invalid comment token",
  ],
  [
    "JSON that is nested too deep",
    "locales/de.json",
    "{",
    "[".repeat(20_000),
    "1:1 is nested too deep to be read",
  ],
  [
    "a byte order mark in YAML",
    PAYMENTS,
    "entries:",
    "\ufeffentries:",
    '1:1 the file begins with a byte order mark, U+FEFF | save it as "UTF-8", not as "UTF-8 with BOM"',
  ],
  [
    "a byte order mark in JSON",
    "locales/de.json",
    "{",
    "\ufeff{",
    '1:1 the file begins with a byte order mark, U+FEFF | save it as "UTF-8", not as "UTF-8 with BOM"',
  ],
  [
    "a CRLF line ending",
    PAYMENTS,
    `${CODE}\n`,
    `${CODE}\r\n`,
    "41:23 CRLF line endings; catalog files use LF | set your editor to LF; if Git made them, run git config core.autocrlf input and check out again",
  ],
]);

test.each([
  ["locales/de.json", "1:1 not valid JSON: value expected"],
  ["wire.schema.json", "1:1 not valid JSON: value expected"],
  [PAYMENTS, "1:1 must be an object"],
])("an empty %s is reported", async (file, problem) => {
  const acme = copyAcme();
  acme.write(file, "");
  expect((await errorsOf(acme)).map(printProblem)).toContain(problem);
});

test("brackets inside strings and comments do not count as nesting", async () => {
  const acme = copyAcme();
  const brackets = "[{".repeat(300);
  acme.edit(PAYMENTS, CODE, `${CODE} # ${brackets}\n    notes: '${brackets}'`);
  acme.edit("locales/de.json", "Bitte warten.", `Bitte warten. \\"${"[{".repeat(200)}`);
  acme.edit("wire.schema.json", '"$defs"', `"$comment": "${brackets}", "$defs"`);
  expect((await errorsOf(acme)).map(({ rule }) => rule)).not.toContain("syntax");
});

test("a file that is not UTF-8 is reported at its first wrong byte", async () => {
  const acme = copyAcme();
  writeFileSync(join(acme.catalog, "locales/de.json"), Buffer.from('{\n  "\xe9": 1 }', "latin1"));
  expect((await errorsOf(acme)).map(printProblem)).toContain("2:4 is not UTF-8 | save it as UTF-8");
});

test("a file with many mistakes reports all of them at once", async () => {
  const acme = copyAcme();
  acme.edit(PAYMENTS, "entries:", "\ufeffentries:");
  acme.edit(PAYMENTS, "    code: api_error", "\tcode: 0001");
  acme.edit(PAYMENTS, CODE, `${CODE}\n    code: other\n    documented: no`);
  acme.edit(PAYMENTS, "category: traffic", "categry: traffic\n    notes: on");
  acme.edit(PAYMENTS, "Slow down.", "Sl\u043ew\u00a0down.");
  const text = acme.read(PAYMENTS);
  acme.write(PAYMENTS, text.replaceAll("\n", "\r\n"));
  const found = (await errorsOf(acme)).map(
    ({ rule, location, message }) =>
      `${location.line}:${location.column} ${rule} ${message.slice(0, 24)}`,
  );
  expect(found).toEqual([
    "1:1 characters the file begins with a b",
    "1:9 characters CRLF line endings; catal",
    '40:5 schema the field "category" is ',
    '42:5 syntax duplicate key "code"',
    '43:17 schema "documented" must be a b',
    '45:14 characters "Sl\u043ew" mixes letters of ',
    "45:18 characters an invisible character, ",
    '47:5 schema unknown field "categry":',
    "48:12 schema unquoted, on is read as ",
    "54:1 syntax indented with a tab; YAM",
    '54:8 schema "code" must be a string:',
  ]);
});
