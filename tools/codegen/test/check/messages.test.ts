import { PAYMENTS, testFaults } from "../test-faults.js";

testFaults([
  {
    name: "a message that can match another's text",
    edit: [
      PAYMENTS,
      "message: Your card has expired",
      'message: "Your card {state}"\n    params: { state: { meaning: Its state, example: "expired" } }',
    ],
    problems: [
      'messages: a text can fit both this message and that of CARD_REFUSED, which has the same code @ catalog/payments.yaml: "Your card {state}"',
      "messages: a text can fit both this message and that of CARD_EXPIRED, which has the same code @ catalog/payments.yaml: Your card does not suppor",
      'locales: the message lacks {state} @ locales/de.json: "Die Karte ist abgelaufen',
      'locales: the message lacks {state} @ locales/pt-BR.json: "O cartão expirou.",',
    ],
  },
  {
    name: "a placeholder without a param",
    edit: [
      PAYMENTS,
      "    params:\n      currency: { meaning: The currency's code, example: EUR }\n",
      "",
    ],
    problems: [
      'messages: the placeholder {currency} is not in params | add "currency" to params, with its meaning and an example @ catalog/payments.yaml: Your card does not suppor',
      'locales: CURRENCY_UNSUPPORTED has no param "currency" | it has none @ locales/de.json: {',
    ],
  },
  {
    name: "a param without a placeholder",
    edit: [
      PAYMENTS,
      "      currency:",
      '      amount: { meaning: The amount, example: "1" }\n      currency:',
    ],
    problems: [
      'messages: the param "amount" has no placeholder in the message @ catalog/payments.yaml: { meaning: The amount, ex',
      'locales: the message lacks {amount} @ locales/de.json: "Die Karte unterstützt {c',
    ],
  },
  {
    name: "a brace that is no placeholder",
    edit: [PAYMENTS, "message: Slow down.", 'message: "Slow down. {"'],
    problems: [
      'messages: a brace that belongs to no placeholder: a placeholder is a camelCase name in braces, {field} @ catalog/payments.yaml: "Slow down. {"',
      'sources: evidence/errors.md:6 ("| rate_limited  | Slow down.                                                |") does not have the text "Slow down. {" @ catalog/payments.yaml: { document: errors.md, li',
    ],
  },
  {
    name: "more quoted placeholders than can be tried",
    edit: [PAYMENTS, "message: Slow down.", "message: \"Slow '{a}' '{b}' '{c}' '{d}' '{e}'\""],
    problems: [
      "messages: more than 4 quoted placeholders @ catalog/payments.yaml: \"Slow '{a}' '{b}' '{c}' '",
      "messages: the placeholder {a} is not in params | add \"a\" to params, with its meaning and an example @ catalog/payments.yaml: \"Slow '{a}' '{b}' '{c}' '",
      "messages: the placeholder {b} is not in params | add \"b\" to params, with its meaning and an example @ catalog/payments.yaml: \"Slow '{a}' '{b}' '{c}' '",
      "messages: the placeholder {c} is not in params | add \"c\" to params, with its meaning and an example @ catalog/payments.yaml: \"Slow '{a}' '{b}' '{c}' '",
      "messages: the placeholder {d} is not in params | add \"d\" to params, with its meaning and an example @ catalog/payments.yaml: \"Slow '{a}' '{b}' '{c}' '",
      "messages: the placeholder {e} is not in params | add \"e\" to params, with its meaning and an example @ catalog/payments.yaml: \"Slow '{a}' '{b}' '{c}' '",
      "sources: evidence/errors.md:6 (\"| rate_limited  | Slow down.                                                |\") does not have the text \"Slow '{a}' '{b}' '{c}' '{d}' '{e}'\" @ catalog/payments.yaml: { document: errors.md, li",
    ],
  },
]);
