import { emit, type Location, lint } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";

const PAYMENTS = "catalog/payments.yaml";

/** One fault each: the file, what stands there, what is put in its place, and the problems that it must give. */
const faults: readonly [
  name: string,
  file: string,
  from: string,
  to: string,
  problems: readonly string[],
][] = [
  [
    "a field that does not exist",
    PAYMENTS,
    "name: RATE_LIMITED\n",
    "name: RATE_LIMITED\n    colour: red\n",
    [
      'schema: unknown field "colour": expected one of name, kind, code, aliases, httpStatus, message, variants, params, description, category, fault, outcome, retry, alike, documented, sources, notes, draft, retired @ catalog/payments.yaml: colour: red',
    ],
  ],
  [
    "a code without quotation marks",
    PAYMENTS,
    "code: rate_limited",
    "code: 0429",
    [
      'schema: "code" must be string: YAML reads 0429 without quotation marks as the number 429 @ catalog/payments.yaml: 0429',
    ],
  ],
  [
    "a category that does not exist",
    PAYMENTS,
    "category: traffic",
    "category: trafic",
    [
      'schema: "category" must be one of card, traffic (it is "trafic") @ catalog/payments.yaml: trafic',
    ],
  ],
  [
    "a field that is missing",
    PAYMENTS,
    "    category: traffic\n",
    "",
    ['schema: the field "category" is missing @ catalog/payments.yaml: name: RATE_LIMITED'],
  ],
  [
    "a judgement on a success row",
    PAYMENTS,
    "name: API_ERROR\n",
    "name: API_ERROR\n    kind: success\n",
    [
      'schema: "category" must be absent here @ catalog/payments.yaml: category: traffic',
      'schema: "fault" must be absent here @ catalog/payments.yaml: fault: server',
      'schema: "outcome" must be absent here @ catalog/payments.yaml: outcome: unknown',
      'schema: "retry" must be absent here @ catalog/payments.yaml: retry: after-reconcile',
    ],
  ],
  [
    "bad YAML",
    PAYMENTS,
    "    code: rate_limited",
    "\tcode: rate_limited",
    [
      "syntax: a tab as indentation: YAML allows spaces alone @ catalog/payments.yaml: \tcode: rate_limited",
    ],
  ],
  [
    "a key that stands twice",
    PAYMENTS,
    "code: rate_limited",
    "code: rate_limited\n    code: other",
    ['syntax: the key "code" stands twice @ catalog/payments.yaml: code: other'],
  ],
  [
    "bad JSON",
    "locales/de.json",
    '"RATE_LIMITED":',
    '"RATE_LIMITED"',
    ["syntax: not valid JSON: ColonExpected @ locales/de.json: {"],
  ],
  [
    "a name that is taken",
    PAYMENTS,
    "name: RATE_LIMITED",
    "name: API_ERROR",
    [
      "names: the name API_ERROR is taken: names are unique @ catalog/payments.yaml: API_ERROR",
      'locales: RATE_LIMITED is no error of the catalog @ locales/de.json: "RATE_LIMITED": {',
    ],
  ],
  [
    "the reserved name",
    PAYMENTS,
    "name: API_ERROR",
    "name: UNRECOGNIZED",
    [
      "names: the name UNRECOGNIZED is reserved for errors that the catalog does not list @ catalog/payments.yaml: UNRECOGNIZED",
      'locales: API_ERROR is no error of the catalog @ locales/de.json: "API_ERROR": {',
    ],
  ],
  [
    "an ending that is not in the vocabulary",
    "catalog.yaml",
    "errorClass:",
    "nameEndings: [REFUSED, EXPIRED, UNSUPPORTED, LIMITED]\nerrorClass:",
    [
      "names: the name API_ERROR ends in no word of the vocabulary @ catalog/payments.yaml: API_ERROR",
    ],
  ],
  [
    "an entry alike to one that does not exist",
    PAYMENTS,
    "name: CARD_EXPIRED\n",
    "name: CARD_EXPIRED\n    alike: [CARD_EXPIRE]\n",
    ["alike: CARD_EXPIRE is not an entry of the catalog @ catalog/payments.yaml: CARD_EXPIRE]"],
  ],
  [
    "an entry alike to itself",
    PAYMENTS,
    "name: CARD_EXPIRED\n",
    "name: CARD_EXPIRED\n    alike: [CARD_EXPIRED]\n",
    [
      "alike: CARD_EXPIRED is alike to itself: expected another error @ catalog/payments.yaml: CARD_EXPIRED]",
    ],
  ],
  [
    "an entry alike to one that does not say so",
    PAYMENTS,
    "name: CARD_EXPIRED\n",
    "name: CARD_EXPIRED\n    alike: [CARD_REFUSED]\n",
    [
      "alike: CARD_EXPIRED is alike to CARD_REFUSED, but CARD_REFUSED is not alike to CARD_EXPIRED @ catalog/payments.yaml: CARD_REFUSED]",
    ],
  ],
  [
    "an entry alike to another twice",
    PAYMENTS,
    "name: CARD_EXPIRED\n",
    "name: CARD_EXPIRED\n    alike: [CARD_REFUSED, CARD_REFUSED]\n",
    [
      "alike: CARD_EXPIRED is alike to CARD_REFUSED, but CARD_REFUSED is not alike to CARD_EXPIRED @ catalog/payments.yaml: CARD_REFUSED, CARD_REFUSE",
      "alike: CARD_REFUSED appears twice @ catalog/payments.yaml: CARD_REFUSED]",
    ],
  ],
  [
    "a code and message that another entry has",
    PAYMENTS,
    "    code: api_error\n    httpStatus: 500\n    message: Something went wrong",
    "    code: rate_limited\n    httpStatus: 500\n    message: Slow down.",
    [
      "codes: RATE_LIMITED has the same code and message: nothing tells them apart @ catalog/payments.yaml: rate_limited",
      "messages: a text can fit both this message and that of RATE_LIMITED, which has the same code @ catalog/payments.yaml: Slow down.",
      'sources: evidence/errors.md:7 ("| api_error     | Something went wrong                                      |") does not have the code "rate_limited" @ catalog/payments.yaml: { document: errors.md, li',
    ],
  ],
  [
    "a renamed entry that keeps a variant and an alias from its successor",
    PAYMENTS,
    "  - name: API_ERROR",
    `  - name: OLD_ERROR
    code: api_error
    httpStatus: 500
    message: Something went wrong
    variants: [{ message: wrong, sources: [{ document: errors.md, line: 7 }] }]
    aliases: [{ code: went, sources: [{ document: errors.md, line: 7 }] }]
    description: ""
    category: traffic
    fault: server
    outcome: unknown
    retry: after-reconcile
    retired: { since: "1.1.0", reason: Renamed, replacedBy: API_ERROR }
    sources: [{ document: errors.md, line: 7 }]
  - name: API_ERROR`,
    [
      'judgements: API_ERROR lacks the variant "wrong" of OLD_ERROR @ catalog/payments.yaml: API_ERROR }',
      'judgements: API_ERROR lacks the alias "went" of OLD_ERROR @ catalog/payments.yaml: API_ERROR }',
    ],
  ],
  [
    "entries that are renamed to each other",
    PAYMENTS,
    "    code: api_error\n",
    `    code: api_error
    retired: { since: "1.1.0", reason: Renamed, replacedBy: OLD_ERROR }
    httpStatus: 500
    message: Something went wrong
    description: ""
    category: traffic
    fault: server
    outcome: unknown
    retry: after-reconcile
    sources: [{ document: errors.md, line: 7 }]
  - name: OLD_ERROR
    code: api_error
    retired: { since: "1.1.0", reason: Renamed, replacedBy: API_ERROR }
`,
    [
      "judgements: API_ERROR is replaced in a circle @ catalog/payments.yaml: OLD_ERROR }",
      "judgements: OLD_ERROR is replaced in a circle @ catalog/payments.yaml: API_ERROR }",
    ],
  ],
  [
    "an alias that is another entry's code",
    PAYMENTS,
    "code: api_error",
    "code: api_error\n    aliases: [{ code: rate_limited, sources: [{ document: errors.md, line: 6 }] }]",
    [
      'codes: the alias "rate_limited" collides with the code of RATE_LIMITED @ catalog/payments.yaml: rate_limited, sources: [{',
    ],
  ],
  [
    "a message that can match another's text",
    PAYMENTS,
    "message: Your card has expired",
    'message: "Your card {state}"\n    params: { state: { meaning: Its state, example: "expired" } }',
    [
      'messages: a text can fit both this message and that of CARD_REFUSED, which has the same code @ catalog/payments.yaml: "Your card {state}"',
      "messages: a text can fit both this message and that of CARD_EXPIRED, which has the same code @ catalog/payments.yaml: Your card does not suppor",
      'locales: the message lacks {state} @ locales/de.json: "Die Karte ist abgelaufen',
      'locales: the message lacks {state} @ locales/pt-BR.json: "O cartão expirou.",',
    ],
  ],
  [
    "a placeholder without a param",
    PAYMENTS,
    "    params:\n      currency: { meaning: The currency's code, example: EUR }\n",
    "",
    [
      "messages: the placeholder {currency} is not in params @ catalog/payments.yaml: Your card does not suppor",
      'locales: CURRENCY_UNSUPPORTED has no param "currency" @ locales/de.json: {',
    ],
  ],
  [
    "a param without a placeholder",
    PAYMENTS,
    "      currency:",
    '      amount: { meaning: The amount, example: "1" }\n      currency:',
    [
      'messages: the param "amount" has no placeholder in the message @ catalog/payments.yaml: { meaning: The amount, ex',
      'locales: the message lacks {amount} @ locales/de.json: "Die Karte unterstützt {c',
    ],
  ],
  [
    "a brace that is no placeholder",
    PAYMENTS,
    "message: Slow down.",
    'message: "Slow down. {"',
    [
      'messages: a brace that belongs to no placeholder: a placeholder is a camelCase name in braces, {field} @ catalog/payments.yaml: "Slow down. {"',
      'sources: evidence/errors.md:6 ("| rate_limited  | Slow down.                                                |") does not have the text "Slow down. {" @ catalog/payments.yaml: { document: errors.md, li',
    ],
  ],
  [
    "a line that does not exist",
    PAYMENTS,
    "line: 7",
    "line: 70",
    [
      "sources: evidence/errors.md has no line 70: it has 7 @ catalog/payments.yaml: { document: errors.md, li",
    ],
  ],
  [
    "a document that does not exist",
    PAYMENTS,
    "[{ document: errors.md, line: 7 }]",
    "[{ document: errors.md, line: 7 }, { document: other.md, line: 1 }]",
    [
      "sources: evidence/other.md does not exist @ catalog/payments.yaml: { document: other.md, lin",
    ],
  ],
  [
    "a line of another error",
    PAYMENTS,
    "line: 7",
    "line: 6",
    [
      'sources: evidence/errors.md:6 ("| rate_limited  | Slow down.                                                |") does not have the code "api_error" @ catalog/payments.yaml: { document: errors.md, li',
    ],
  ],
  [
    "an undocumented entry that cites the table",
    PAYMENTS,
    "code: api_error",
    "code: api_error\n    documented: false",
    [
      "sources: API_ERROR is not documented, but cites a line of errors.md @ catalog/payments.yaml: [{ document: errors.md, l",
    ],
  ],
  [
    "an unknown outcome that may be repeated",
    PAYMENTS,
    "retry: after-reconcile",
    "retry: after-delay",
    [
      "judgements: an unknown outcome calls for after-reconcile, not after-delay: a repeat may do the work twice @ catalog/payments.yaml: after-delay",
    ],
  ],
  [
    "a doubt without a note",
    PAYMENTS,
    "outcome: unknown",
    "outcome: rejected",
    [
      "judgements: rejected with after-reconcile leaves a doubt: notes must say which @ catalog/payments.yaml: after-reconcile",
    ],
  ],
  [
    "a retirement that leads nowhere",
    PAYMENTS,
    "code: api_error",
    'code: api_error\n    retired: { since: "1.1.0", reason: Gone, replacedBy: OTHER_ERROR }',
    [
      "judgements: OTHER_ERROR is no other entry of the catalog @ catalog/payments.yaml: OTHER_ERROR }",
    ],
  ],
  [
    "a placeholder that a translation makes up",
    "locales/pt-BR.json",
    "O cartão expirou.",
    "O cartão {nome} expirou.",
    ['locales: CARD_EXPIRED has no param "nome" @ locales/pt-BR.json: {'],
  ],
  [
    "a wire schema that rejects the catalog's own errors",
    "wire.schema.json",
    '{ "type": "string", "not": { "const": "" } }',
    '{ "enum": ["card_declined", "rate_limited"] }',
    [
      'wire: ErrorBody in wire.schema.json rejects {"error":{"code":"api_error","message":"Something went wrong"}} @ catalog/payments.yaml: api_error',
    ],
  ],
  [
    "a success code that the wire schema takes for an error",
    "catalog.yaml",
    "successCodes: []",
    "successCodes: [ok]",
    [
      'wire: ErrorBody accepts {"error":{"code":"ok"}}, though the code means success @ wire.schema.json: 1:1',
    ],
  ],
  [
    "a source locale that does not exist",
    "catalog.yaml",
    "sourceLocale: de",
    "sourceLocale: nl",
    ["locales: locales/nl.json does not exist @ catalog.yaml: nl"],
  ],
  [
    "two equal keys deep in a locale",
    "locales/de.json",
    '"message": "Zu viele Anfragen."',
    '"message": "Zu viele.", "message": "Zu viele Anfragen."',
    ['syntax: the key "message" stands twice @ locales/de.json: "message": "Zu viele Anfr'],
  ],
  [
    "an alias that is a success code",
    "catalog.yaml",
    "successCodes: []",
    "successCodes: [rate_limited]",
    [
      'codes: the code "rate_limited" means success (successCodes in catalog.yaml) @ catalog/payments.yaml: rate_limited',
      'wire: ErrorBody accepts {"error":{"code":"rate_limited"}}, though the code means success @ wire.schema.json: 1:1',
    ],
  ],
  [
    "a number that the wire schema takes for a code",
    "wire.schema.json",
    '{ "type": "string", "not": { "const": "" } }',
    '{ "type": ["string", "integer"], "not": { "const": "" } }',
    [
      "wire: ErrorBody accepts a number as a code, though numericCodes is false @ wire.schema.json: 1:1",
    ],
  ],
  [
    "a wire schema that is none",
    "wire.schema.json",
    '"type": "object",\n          "required": ["code"]',
    '"type": "objekt",\n          "required": ["code"]',
    [
      "wire: $defs/ErrorBody cannot be used: type must be JSONType or JSONType[]: objekt @ wire.schema.json: 1:1",
    ],
  ],
  [
    "a wire schema without ErrorBody",
    "wire.schema.json",
    '"ErrorBody": {',
    '"Failure": {',
    [
      "wire: $defs/ErrorBody cannot be used: can't resolve reference #/$defs/ErrorBody from id wire @ wire.schema.json: 1:1",
    ],
  ],
  [
    "a catalog schema that refers to nowhere",
    "catalog.schema.json",
    "#/$defs/Retired",
    "#/$defs/Gone",
    [
      "schema: is no JSON Schema that can be used: can't resolve reference #/$defs/Gone from id # @ catalog.schema.json: {",
    ],
  ],
  [
    "a manifest without the wire",
    "catalog.yaml",
    "wire:",
    "wires:",
    [
      'schema: the field "wire" is missing @ catalog.yaml: id: acme-errors',
      'schema: unknown field "wires": expected one of id, title, description, table, wire, problemStatus, nameEndings, errorClass, packages, runtime, emitters, generateCommand, sourceLocale, localeAliases @ catalog.yaml: wires:',
    ],
  ],
  [
    "a YAML alias to nowhere",
    PAYMENTS,
    "httpStatus: 429",
    "httpStatus: *other",
    [
      "syntax: Unresolved alias (the anchor must be set before the alias): other @ catalog/payments.yaml: entries:",
    ],
  ],
  [
    "more quoted placeholders than can be tried",
    PAYMENTS,
    "message: Slow down.",
    "message: \"Slow '{a}' '{b}' '{c}' '{d}' '{e}'\"",
    [
      "messages: more than 4 quoted placeholders @ catalog/payments.yaml: \"Slow '{a}' '{b}' '{c}' '",
      "messages: the placeholder {a} is not in params @ catalog/payments.yaml: \"Slow '{a}' '{b}' '{c}' '",
      "messages: the placeholder {b} is not in params @ catalog/payments.yaml: \"Slow '{a}' '{b}' '{c}' '",
      "messages: the placeholder {c} is not in params @ catalog/payments.yaml: \"Slow '{a}' '{b}' '{c}' '",
      "messages: the placeholder {d} is not in params @ catalog/payments.yaml: \"Slow '{a}' '{b}' '{c}' '",
      "messages: the placeholder {e} is not in params @ catalog/payments.yaml: \"Slow '{a}' '{b}' '{c}' '",
      "sources: evidence/errors.md:6 (\"| rate_limited  | Slow down.                                                |\") does not have the text \"Slow '{a}' '{b}' '{c}' '{d}' '{e}'\" @ catalog/payments.yaml: { document: errors.md, li",
    ],
  ],
  [
    "a row that two entries cite",
    PAYMENTS,
    "line: 4",
    "line: 3",
    [
      "sources: CARD_EXPIRED is the entry of errors.md:3 @ catalog/payments.yaml: [{ document: errors.md, l",
      'sources: evidence/errors.md:3 ("| card_declined | Your card was declined: `{reason}`. Try {days} days later |") does not have the text "Your card has expired" @ catalog/payments.yaml: { document: errors.md, li',
    ],
  ],
  [
    "a document called as what every object has",
    PAYMENTS,
    "{ document: errors.md, line: 7 }",
    "{ document: errors.md, line: 7 }, { document: __proto__, line: 1 }, { document: constructor, line: 1 }",
    [
      "sources: evidence/__proto__ does not exist @ catalog/payments.yaml: { document: __proto__, li",
      "sources: evidence/constructor does not exist @ catalog/payments.yaml: { document: constructor, ",
    ],
  ],
  [
    "a table called as what every object has",
    "catalog.yaml",
    "table: errors.md",
    "table: [errors.md, constructor, __proto__]",
    [
      "sources: evidence/constructor does not exist @ catalog.yaml: [errors.md, constructor, ",
      "sources: evidence/__proto__ does not exist @ catalog.yaml: [errors.md, constructor, ",
    ],
  ],
  [
    "a code that is the end of another",
    PAYMENTS,
    "code: api_error",
    "code: error",
    [
      'sources: evidence/errors.md:7 ("| api_error     | Something went wrong                                      |") does not have the code "error" @ catalog/payments.yaml: { document: errors.md, li',
    ],
  ],
  [
    "an alias of a locale that is no tag",
    "catalog.yaml",
    "pt: pt-BR",
    "../pt: pt-BR",
    ['locales: "../pt" is no canonical BCP 47 tag @ catalog.yaml: pt-BR'],
  ],
  [
    "two packages in one folder",
    "catalog.yaml",
    "../out/messages",
    "../out/./validator",
    [
      "packages: ../out/./validator is the folder of validator too @ catalog.yaml: ../out/./validator }",
    ],
  ],
  [
    "a package in the folder of another, all of which belongs to the generators",
    "catalog.yaml",
    "../out/messages",
    "../out/types/messages",
    [
      "packages: ../out/types/messages and the folder of types lie in one another @ catalog.yaml: ../out/types/messages }",
    ],
  ],
  [
    "a package whose folder holds the catalog",
    "catalog.yaml",
    "../out/messages",
    "..",
    [
      "packages: .. holds the catalog, which is edited by hand @ catalog.yaml: .. }",
      "packages: .. and the folder of types lie in one another @ catalog.yaml: .. }",
      "packages: .. and the folder of validator lie in one another @ catalog.yaml: .. }",
    ],
  ],
  [
    "a package among what is edited by hand",
    "catalog.yaml",
    "../out/messages",
    "locales",
    ["packages: locales lies in locales/, which is edited by hand @ catalog.yaml: locales }"],
  ],
  [
    "a package at a place of one machine",
    "catalog.yaml",
    "../out/messages",
    "/out/messages",
    ["packages: /out/messages is not relative to the manifest @ catalog.yaml: /out/messages }"],
  ],
  [
    "a package without a name beside others that have one",
    "catalog.yaml",
    'name: "@acme/error-messages", ',
    "",
    [
      "packages: messages has no name, and another has: name all three, or none @ catalog.yaml: { folder: ../out/messages",
    ],
  ],
  [
    "two packages of one name",
    "catalog.yaml",
    "@acme/error-messages",
    "@acme/errors",
    [
      'packages: @acme/errors is the name of validator too @ catalog.yaml: { name: "@acme/errors", f',
    ],
  ],
  [
    "a class that is called like a type of the package",
    "catalog.yaml",
    "AcmePaymentError",
    "ApiError",
    ["manifest: ApiError is the name of the type of every error @ catalog.yaml: ApiError"],
  ],
  [
    "a category without a status",
    "catalog.yaml",
    "problemStatus: { card: 402, traffic: 429 }",
    "problemStatus: { card: 402, taffic: 429 }",
    [
      'manifest: the category "traffic" has no status @ catalog.yaml: { card: 402, taffic: 429 ',
      'manifest: "taffic" is no category of catalog.schema.json @ catalog.yaml: 429 }',
    ],
  ],
  [
    "an entry that is a text",
    PAYMENTS,
    "  - name: RATE_LIMITED",
    "  - nothing\n  - name: RATE_LIMITED",
    ['schema: must be object (it is "nothing") @ catalog/payments.yaml: nothing'],
  ],
];

test.each(faults)("%s", async (_, file, from, to, problems) => {
  const acme = copyAcme();
  acme.edit(file, from, to);
  const found = (await lint(acme.catalog)).problems.filter(({ severity }) => severity === "error");
  const printed = found.map(
    ({ rule, message, location }) => `${rule}: ${message} @ ${pointedAt(location)}`,
  );
  expect(printed).toEqual(problems);
});

test("an entry alike to the success row is reported", async () => {
  const acme = copyAcme();
  acme.edit(PAYMENTS, "name: CARD_REFUSED\n", "name: CARD_REFUSED\n    alike: [DONE]\n");
  acme.edit(
    PAYMENTS,
    "entries:\n",
    `entries:
  - { name: DONE, kind: success, code: ok, httpStatus: 200, message: Done, description: "", sources: [{ document: errors.md, line: 1 }] }
`,
  );
  const found = (await lint(acme.catalog)).problems.filter(({ rule }) => rule === "alike");
  expect(found.map(({ message }) => message)).toEqual(["DONE is not an error"]);
});

test("entries that name each other as alike are right, and the doc comments say it", async () => {
  const acme = copyAcme();
  acme.edit(PAYMENTS, "name: CARD_REFUSED\n", "name: CARD_REFUSED\n    alike: [CARD_EXPIRED]\n");
  acme.edit(PAYMENTS, "name: CARD_EXPIRED\n", "name: CARD_EXPIRED\n    alike: [CARD_REFUSED]\n");
  const { catalog, problems } = await lint(acme.catalog);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  if (catalog === undefined) throw new Error("the catalog is not well formed");
  const { files } = await emit(catalog);
  const entries = files.find(({ path }) => path === "../out/types/generated/entries.ts");
  expect(entries?.text.match(/Not told apart .+/g)).toEqual([
    "Not told apart by any source from: CARD_EXPIRED.",
    "Not told apart by any source from: CARD_REFUSED.",
  ]);
});

test.each([
  ["-42", []],
  ["-43", ["the name API_ERROR_42 ends in no word of the vocabulary"]],
])("a name may end in its entry's own code: API_ERROR_42 with code %s", async (code, problems) => {
  const acme = copyAcme();
  acme.edit(
    "catalog.yaml",
    "errorClass:",
    "nameEndings: [REFUSED, EXPIRED, UNSUPPORTED, LIMITED, ERROR]\nerrorClass:",
  );
  acme.edit(PAYMENTS, "name: API_ERROR", "name: API_ERROR_42");
  acme.edit(PAYMENTS, "code: api_error", `code: "${code}"`);
  const found = (await lint(acme.catalog)).problems.filter(({ rule }) => rule === "names");
  expect(found.map(({ message }) => message)).toEqual(problems);
});

const zh = (message: string, description = "請稍後再試。", more = {}) =>
  JSON.stringify({
    RATE_LIMITED: { message, description, status: "final", sourceHash: "", ...more },
  });

const TERMS = `terms:
  - term: withdrawal
    locales: { zh-Hant-HK: { use: 提現, never: [提幣] } }
characters: { zh-Hant-HK: 台 }
`;

/** A text, or a glossary, and what is wrong with it. */
const textFaults: readonly [name: string, files: Record<string, string>, problems: string[]][] = [
  ["a right text", { "locales/zh-Hant-HK.json": zh("請求過多，請檢查 API Key。") }, []],
  [
    "a text that is still the source's",
    { "locales/zh-Hant-HK.json": zh("Zu viele Anfragen.", "Bitte warten.") },
    [
      "texts: the message of RATE_LIMITED is still that of de",
      "texts: the description of RATE_LIMITED is still that of de",
    ],
  ],
  [
    "the same, allowed",
    {
      "locales/zh-Hant-HK.json": zh("Zu viele Anfragen.", "Bitte warten.", {
        allow: ["untranslated"],
      }),
    },
    [],
  ],
  [
    "a text of more than 200 characters",
    { "locales/zh-Hant-HK.json": zh("過".repeat(201), "多".repeat(200)) },
    ["texts: the message of RATE_LIMITED has 201 characters: at most 200"],
  ],
  [
    "the same, allowed",
    { "locales/zh-Hant-HK.json": zh("過".repeat(201), "多", { allow: ["overlong"] }) },
    [],
  ],
  [
    "an empty text, and spaces around one",
    { "locales/zh-Hant-HK.json": zh(" ", "請稍後。 ") },
    [
      "texts: the message of RATE_LIMITED is empty",
      "texts: the description of RATE_LIMITED begins or ends with a space",
    ],
  ],
  [
    "a character that nobody sees",
    { "locales/zh-Hant-HK.json": zh("請求\u202e過多。", "請\u200b稍後。") },
    [
      "texts: the message of RATE_LIMITED has an invisible character, U+202E",
      "texts: the description of RATE_LIMITED has an invisible character, U+200B",
    ],
  ],
  [
    "Simplified characters in a Traditional text",
    { "locales/zh-Hant-HK.json": zh("请求过多。") },
    ["script: not Traditional Chinese: 请 (請), 过 (過)"],
  ],
  [
    "Traditional characters in a Simplified text",
    { "locales/zh-Hans.json": zh("请求过多，請稍后。", "请稍后再试。") },
    ["script: not Simplified Chinese: 請 (请)"],
  ],
  [
    "the text of another language",
    { "locales/zh-Hant-HK.json": zh("リクエストが多すぎます。", "요청이 많습니다.") },
    [
      'script: "リクエストが" is not written as Chinese (Traditional, Hong Kong SAR China) is',
      'script: "요청이" is not written as Chinese (Traditional, Hong Kong SAR China) is',
    ],
  ],
  [
    "the same, allowed",
    {
      "locales/zh-Hant-HK.json": zh("リクエスト。", "요청。", { allow: ["script", "spacing"] }),
    },
    [],
  ],
  [
    "a character that both scripts write, and that the glossary allows",
    { "locales/zh-Hant-HK.json": zh("平台請求過多。"), "glossary.yaml": TERMS },
    [],
  ],
  [
    "the same without the glossary",
    { "locales/zh-Hant-HK.json": zh("平台請求過多。") },
    ["script: not Traditional Chinese: 台 (臺)"],
  ],
  [
    "a term that the glossary forbids",
    { "locales/zh-Hant-HK.json": zh("提幣過多。"), "glossary.yaml": TERMS },
    ['glossary: "提幣" is not the word for "withdrawal"'],
  ],
  [
    "the same, allowed",
    {
      "locales/zh-Hant-HK.json": zh("提幣過多。", "請。", { allow: ["terms"] }),
      "glossary.yaml": TERMS,
    },
    [],
  ],
  [
    "a glossary of a locale that is not there, with an unknown field",
    { "glossary.yaml": TERMS.replace("never:", "nver:") },
    ['schema: unknown field "nver": expected one of use, never'],
  ],
  [
    "a glossary of a locale that is not there",
    { "glossary.yaml": TERMS },
    [
      "glossary: locales/zh-Hant-HK.json does not exist",
      "glossary: locales/zh-Hant-HK.json does not exist",
    ],
  ],
  [
    "Latin without spaces and half-width punctuation in a Chinese text",
    { "locales/zh-Hant-HK.json": zh("請檢查API Key,再試。") },
    ["spacing: spacing or punctuation in the message of RATE_LIMITED"],
  ],
  [
    "spaces around Latin and half-width punctuation in a Japanese text",
    { "locales/ja.json": zh("リクエスト が多い, API を確認", "IDを確認してください.") },
    [
      "spacing: spacing or punctuation in the message of RATE_LIMITED",
      "spacing: spacing or punctuation in the description of RATE_LIMITED",
    ],
  ],
  [
    "a right Japanese text",
    {
      "locales/ja.json": zh(
        "リクエストが多すぎます（API Key）。",
        "注文IDを確認し、30日以内に再度お試しください。",
      ),
    },
    [],
  ],
];

test.each(textFaults)("%s", async (_, files, expected) => {
  const acme = copyAcme();
  for (const [file, text] of Object.entries(files)) acme.write(file, text);
  const found = (await lint(acme.catalog)).problems.filter(({ severity }) => severity === "error");
  expect(found.map(({ rule, message }) => `${rule}: ${message}`)).toEqual(expected);
  for (const { location } of found) expect(Object.keys(files)).toContain(location.file);
});

test("the correction of a text keeps its placeholders", async () => {
  const acme = copyAcme();
  acme.write(
    "locales/zh-Hans.json",
    JSON.stringify({
      CARD_REFUSED: {
        message: "卡被拒绝,请{days}天后再试.",
        description: "请稍后。",
        status: "final",
        sourceHash: "",
      },
    }),
  );
  const { problems } = await lint(acme.catalog);
  expect(problems.find(({ rule }) => rule === "spacing")?.hint).toBe(
    'write "卡被拒绝，请 {days} 天后再试。"',
  );
});

test("the catalog itself has no errors; what a locale lacks and what is stale are warnings", async () => {
  const acme = copyAcme();
  acme.edit("locales/pt-BR.json", "3c98809630f5", "another");
  const { problems } = await lint(acme.catalog);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  const messages = problems.map(({ message }) => message);
  expect(messages).toContain(
    "pt-BR lacks 5 of 6 texts: UNRECOGNIZED, CARD_REFUSED, CURRENCY_UNSUPPORTED, RATE_LIMITED, API_ERROR",
  );
  expect(messages).toContain(
    "1 text of pt-BR is stale, since the source has changed: CARD_EXPIRED",
  );
});

test("mistakes of form and mistakes that only rules see are reported together", async () => {
  const acme = copyAcme();
  acme.edit("catalog/payments.yaml", "category: traffic", "category: trafic");
  acme.edit("catalog/payments.yaml", "name: CARD_EXPIRED", "name: CARD_REFUSED");
  acme.edit("locales/pt-BR.json", "O cartão expirou.", "O cartão {nome} expirou.");
  acme.write("catalog/notes.txt", "not an entry");
  const { problems } = await lint(acme.catalog);
  const rules = problems.filter(({ severity }) => severity === "error").map(({ rule }) => rule);
  expect(rules).toEqual(["files", "names", "schema", "locales", "locales"]);
});

test("a file of entries that holds something else is a problem, not an exception", async () => {
  for (const text of [
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
  ]) {
    const acme = copyAcme();
    acme.write("catalog/odd.yaml", text);
    const { problems } = await lint(acme.catalog);
    expect(
      problems.some(
        ({ location, severity }) => location.file === "catalog/odd.yaml" && severity === "error",
      ),
      text,
    ).toBe(true);
  }
});

test("a folder without a catalog", async () => {
  const { problems, catalog } = await lint(`${copyAcme().root}/nowhere`);
  expect(catalog).toBeUndefined();
  expect(problems.map(({ location }) => location.file)).toContain("catalog.yaml");
});

/** What stands where a problem points: the next characters of its line. */
function pointedAt({ file, line, column, text }: Location): string {
  return `${file}: ${text?.split("\n")[line - 1]?.slice(column - 1, column + 24) ?? `${line}:${column}`}`;
}
