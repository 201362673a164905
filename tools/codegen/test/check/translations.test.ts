import { testFaults } from "../test-faults.js";

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
]);
