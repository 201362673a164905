import { lint } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { PAYMENTS, TERMS, testFaults } from "../test-faults.js";
import { errorsOf } from "./single-edits.js";

testFaults("loading", [
  {
    name: "an unknown field",
    edit: [PAYMENTS, "name: RATE_LIMITED\n", "name: RATE_LIMITED\n    color: red\n"],
    problems: [
      'schema: unknown field "color": expected one of name, kind, code, aliases, httpStatus, message, variants, params, description, category, fault, outcome, retry, delay, tags, audience, alike, documented, sources, notes, draft, retired @ catalog/payments.yaml: color: red',
    ],
  },
  {
    name: "an unquoted code that YAML reads as a number",
    edit: [PAYMENTS, "code: rate_limited", "code: 0429"],
    problems: [
      'schema: "code" must be a string: unquoted, YAML reads 0429 as the number 429 | quote it: "0429" @ catalog/payments.yaml: 0429',
    ],
  },
  {
    name: "a category that does not exist",
    edit: [PAYMENTS, "category: traffic", "category: trafic"],
    problems: [
      'schema: "category" must be one of card, traffic (it is "trafic") | did you mean "traffic"? @ catalog/payments.yaml: trafic',
    ],
  },
  {
    name: "a missing field",
    edit: [PAYMENTS, "    category: traffic\n", ""],
    problems: [
      'schema: the field "category" is missing @ catalog/payments.yaml: name: RATE_LIMITED',
    ],
  },
  {
    name: "fields of an error on the success row",
    edit: [PAYMENTS, "name: API_ERROR\n", "name: API_ERROR\n    kind: success\n"],
    problems: [
      'schema: "category" is not allowed here @ catalog/payments.yaml: category: traffic',
      'schema: "fault" is not allowed here @ catalog/payments.yaml: fault: server',
      'schema: "outcome" is not allowed here @ catalog/payments.yaml: outcome: unknown',
      'schema: "retry" is not allowed here @ catalog/payments.yaml: retry: after-reconcile',
    ],
  },
  {
    name: "a tab in YAML's indentation",
    edit: [PAYMENTS, "    code: rate_limited", "\tcode: rate_limited"],
    problems: [
      "syntax: indented with a tab; YAML allows only spaces | indent with spaces (1 line begins with tabs) @ catalog/payments.yaml: \tcode: rate_limited",
    ],
  },
  {
    name: "a duplicate key in YAML",
    edit: [PAYMENTS, "code: rate_limited", "code: rate_limited\n    code: other"],
    problems: [
      'syntax: duplicate key "code" | the first is on line 41: keep one @ catalog/payments.yaml: code: other',
    ],
  },
  {
    name: "invalid JSON",
    edit: ["locales/de.json", '"RATE_LIMITED":', '"RATE_LIMITED"'],
    problems: ["syntax: not valid JSON: colon expected @ locales/de.json: {"],
  },
  {
    name: "a duplicate key in JSON",
    edit: [
      "locales/de.json",
      '"message": "Zu viele Anfragen."',
      '"message": "Zu viele.", "message": "Zu viele Anfragen."',
    ],
    problems: [
      'syntax: duplicate key "message" | the first is on line 64: keep one @ locales/de.json: "message": "Zu viele Anfr',
    ],
  },
  {
    name: "a category without a status",
    edit: ["catalog.yaml", "card: { status: 402, ", "card: { "],
    problems: ['schema: the field "status" is missing @ catalog.yaml: { description: Cards and '],
  },
  {
    name: "a category whose name is not in lower case",
    edit: ["catalog.yaml", "  traffic:", "  Traffic:"],
    problems: [
      'schema: the name "Traffic" must be in kebab-case, such as rate-limit @ catalog.yaml: Traffic: { status: 429, d',
    ],
  },
  {
    name: "a manifest without the wire",
    edit: ["catalog.yaml", "wire:", "wires:"],
    problems: [
      'schema: the field "wire" is missing @ catalog.yaml: id: acme-errors',
      'schema: unknown field "wires": expected one of id, title, description, table, wire, categories, venues, tags, subsets, nameEndings, ranges, imports, retirement, errorClass, packages, runtime, site, emitters, rules, generateCommand, sourceLocale, localeAliases | did you mean "wire"? @ catalog.yaml: wires:',
    ],
  },
  {
    name: "a YAML alias without an anchor",
    edit: [PAYMENTS, "httpStatus: 429", "httpStatus: *other"],
    problems: [
      "syntax: Unresolved alias (the anchor must be set before the alias): other @ catalog/payments.yaml: entries:",
    ],
  },
  {
    name: "an entry that is not an object",
    edit: [PAYMENTS, "  - name: RATE_LIMITED", "  - nothing\n  - name: RATE_LIMITED"],
    problems: ['schema: must be an object (it is "nothing") @ catalog/payments.yaml: nothing'],
  },
  {
    name: "an unknown field in the glossary",
    files: { "glossary.yaml": TERMS.replace("never:", "nver:") },
    problems: [
      'schema: unknown field "nver": expected one of use, never, source | did you mean "never"? @ glossary.yaml: nver: [提幣], source: pages',
    ],
  },
]);

test("lint reports malformed parts together with what the rules find in the others", async () => {
  const acme = copyAcme();
  acme.edit("catalog/payments.yaml", "category: traffic", "category: trafic");
  acme.edit("catalog/payments.yaml", "name: CARD_EXPIRED", "name: CARD_REFUSED");
  acme.edit("locales/pt-BR.json", "O cartão expirou.", "O cartão {nome} expirou.");
  acme.write("catalog/notes.txt", "not an entry");
  expect((await errorsOf(acme)).map(({ rule }) => rule)).toEqual([
    "files",
    "names",
    "schema",
    "translations",
    "translations",
    "translations",
  ]);
});

test.each([
  "",
  "[]",
  "null",
  "entries:",
  "entries: {}",
  "entries: [1, null, []]",
  "- a",
  "text",
  "a: *b",
  "%YAML 9",
  "\u0000",
])("loading reports a file of entries that holds %j", async (text) => {
  const acme = copyAcme();
  acme.write("catalog/odd.yaml", text);
  const files = (await errorsOf(acme)).map(({ location }) => location.file);
  expect(files).toContain("catalog/odd.yaml");
});

test("loading reports a folder without a catalog", async () => {
  const { problems, catalog } = await lint(`${copyAcme().root}/nowhere`);
  expect(catalog).toBeUndefined();
  expect(problems.map(({ location }) => location.file)).toContain("catalog.yaml");
});
