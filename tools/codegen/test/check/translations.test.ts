import { lint } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { PAYMENTS, testFaults } from "../test-faults.js";

testFaults("the rule translations", [
  {
    name: "a placeholder that the catalog does not have",
    edit: ["locales/pt-BR.json", "O cartão expirou.", "O cartão {nome} expirou."],
    problems: [
      'translations: CARD_EXPIRED has no param "nome" | its message in the catalog has no placeholders @ locales/pt-BR.json: "O cartão {nome} expirou.',
    ],
  },
  {
    name: "a text without a placeholder of the message",
    edit: ["locales/de.json", "unterstützt {currency} nicht", "geht nicht"],
    problems: [
      'translations: the message is missing the placeholder {currency} | the message of CURRENCY_UNSUPPORTED in the catalog has it @ locales/de.json: "Die Karte geht nicht.",',
    ],
  },
  {
    name: "a misspelled placeholder, with the params that there are",
    edit: ["locales/de.json", "{currency}", "{curency}"],
    problems: [
      'translations: the message is missing the placeholder {currency} | the message of CURRENCY_UNSUPPORTED in the catalog has it @ locales/de.json: "Die Karte unterstützt {c',
      'translations: CURRENCY_UNSUPPORTED has no param "curency" | its params are currency @ locales/de.json: "Die Karte unterstützt {c',
    ],
  },
  {
    name: "a brace outside a placeholder",
    edit: ["locales/de.json", "Bitte warten.", "Bitte {} warten."],
    problems: [
      'translations: the description has a brace outside a placeholder | a placeholder is a param\'s name in braces, such as {field}; other braces are not allowed @ locales/de.json: "Bitte {} warten.",',
    ],
  },
  {
    name: "a name for a category that is not in the manifest",
    edit: [
      "locales/pt-BR.json",
      '"CARD_EXPIRED"',
      '"catalog": { "title": "Acme", "description": "Erros.", "categories": { "cart": { "name": "Cartões", "description": "Pagamentos." } }, "status": "machine", "sourceHash": "000000000000" },\n  "CARD_EXPIRED"',
    ],
    problems: [
      'translations: the catalog has no category cart | did you mean "card"? @ locales/pt-BR.json: "Cartões", "description":',
      'translations: the catalog has no category cart | did you mean "card"? @ locales/pt-BR.json: "Pagamentos." } }, "statu',
    ],
  },
  {
    name: "a text of an entry that is not in the catalog",
    edit: ["locales/pt-BR.json", '"CARD_EXPIRED"', '"CARD_EXPIRE"'],
    problems: [
      'translations: CARD_EXPIRE is not an error of the catalog | did you mean "CARD_EXPIRED"? @ locales/pt-BR.json: "CARD_EXPIRE": {',
    ],
  },
  {
    name: "a description without the placeholders of the message",
    edit: ["locales/de.json", "Ihre Bank hat abgelehnt.", "Ihre Bank hat abgelehnt: {reason}."],
    problems: [],
  },
  {
    name: "the general text without the error's code",
    edit: ["locales/de.json", "Unbekannter Fehler {code}.", "Unbekannter Fehler."],
    problems: [
      'translations: the message is missing the placeholder {code} | it is the error\'s code @ locales/de.json: "Unbekannter Fehler.",',
    ],
  },
  {
    name: "a title with a placeholder",
    edit: ["locales/de.json", '"Falsche Währung"', '"{currency} geht nicht"'],
    problems: [
      'translations: the title of CURRENCY_UNSUPPORTED has the placeholder {currency} | only a message and a description may have placeholders @ locales/de.json: "{currency} geht nicht",',
    ],
  },
  {
    name: "a paramless message of an error without params",
    edit: ["locales/de.json", '"title": "Karte abgelaufen",', '"title": "x", "paramless": "y",'],
    problems: [
      'translations: CARD_EXPIRED needs no paramless message: it has no params @ locales/de.json: "y",',
    ],
  },
  {
    name: "a word for a value that the catalog does not list",
    edits: [
      [PAYMENTS, "example: EUR }", "example: EUR, values: [EUR] }"],
      ["locales/de.json", '"Falsche Währung",', '"x", "values": { "currency": { "USD": "$" } },'],
    ],
    problems: [
      'translations: the catalog does not list this value of CURRENCY_UNSUPPORTED | it lists the values of a param under its values @ locales/de.json: "$" } },',
    ],
  },
  {
    name: "a text for developers of an error that is not in the catalog",
    edit: [
      "locales/pt-BR.json",
      '"CARD_EXPIRED": {',
      '"developer": { "CARD": { "text": "x", "status": "machine", "sourceHash": "" } }, "CARD_EXPIRED": {',
    ],
    problems: [
      'translations: CARD is not an error of the catalog | remove its texts here, or put the entry back @ locales/pt-BR.json: "CARD": { "text": "x", "s',
    ],
  },
]);

test("the rule translations warns once of all values of a param that a locale has no words for", async () => {
  const acme = copyAcme();
  acme.edit(PAYMENTS, "example: EUR }", "example: EUR, values: [EUR, USD] }");
  const reasons = "values: [lost, stolen, expired, frozen, blocked, closed]";
  acme.edit(PAYMENTS, 'example: "do not honour" }', `example: lost, ${reasons} }`);
  acme.edit(
    "locales/de.json",
    '"Falsche Währung",',
    '"x", "values": { "currency": { "USD": "Dollar" } },',
  );
  const { problems } = await lint(acme.catalog);
  const found = problems.filter(({ rule }) => rule === "translations");
  expect(found.map(({ severity, message }) => [severity, message])).toEqual([
    [
      "warning",
      "CARD_REFUSED has no words for the values lost, stolen, expired, frozen, blocked and 1 more of {reason}",
    ],
    ["warning", "CURRENCY_UNSUPPORTED has no word for the value EUR of {currency}"],
  ]);
});
