import { PAYMENTS, testFaults } from "../test-faults.js";

testFaults("the rule messages", [
  {
    name: "no message with less literal text than that of another entry which it matches",
    edit: [
      PAYMENTS,
      "message: Your card has expired",
      'message: "Your card {state}"\n    params: { state: { meaning: Its state, example: "expired" } }',
    ],
    problems: [
      'translations: the message is missing the placeholder {state} | the message of CARD_EXPIRED in the catalog has it @ locales/de.json: "Die Karte ist abgelaufen',
      'translations: the message is missing the placeholder {state} | the message of CARD_EXPIRED in the catalog has it @ locales/pt-BR.json: "O cartão expirou.",',
    ],
  },
  {
    name: "a placeholder that params does not describe",
    edit: [
      PAYMENTS,
      "    params:\n      currency: { meaning: The currency's code, example: EUR }\n",
      "",
    ],
    problems: [
      'messages: the placeholder {currency} is not in params | add "currency" to params, with its meaning and an example @ catalog/payments.yaml: Your card does not suppor',
      'translations: CURRENCY_UNSUPPORTED has no param "currency" | its message in the catalog has no placeholders @ locales/de.json: "Die Karte unterstützt {c',
      'translations: CURRENCY_UNSUPPORTED needs no paramless message: it has no params @ locales/de.json: "Die Karte unterstützt di',
    ],
  },
  {
    name: "a param that the message does not use",
    edit: [
      PAYMENTS,
      "      currency:",
      '      amount: { meaning: The amount, example: "1" }\n      currency:',
    ],
    problems: [
      'messages: the param "amount" is not used in the message | remove it, or write {amount} where the message has its value @ catalog/payments.yaml: { meaning: The amount, ex',
      'translations: the message is missing the placeholder {amount} | the message of CURRENCY_UNSUPPORTED in the catalog has it @ locales/de.json: "Die Karte unterstützt {c',
    ],
  },
  {
    name: "a brace outside a placeholder",
    edit: [PAYMENTS, "message: Slow down.", 'message: "Slow down. {"'],
    problems: [
      'messages: a brace is not part of a placeholder | a placeholder is a camelCase name in braces, such as {field} @ catalog/payments.yaml: "Slow down. {"',
      'sources: the text "Slow down. {" is not in evidence/errors.md:6: "| rate_limited  | Slow down.                                                |" | code, message and description are the table\'s own; another wording that was seen is one of the variants, with its source @ catalog/payments.yaml: { document: errors.md, li',
    ],
  },
  {
    name: "more than four quoted placeholders",
    edit: [PAYMENTS, "message: Slow down.", "message: \"Slow '{a}' '{b}' '{c}' '{d}' '{e}'\""],
    problems: [
      "messages: 5 placeholders are in quotation marks: at most 4 may be @ catalog/payments.yaml: \"Slow '{a}' '{b}' '{c}' '",
      "messages: the placeholder {a} is not in params | add \"a\" to params, with its meaning and an example @ catalog/payments.yaml: \"Slow '{a}' '{b}' '{c}' '",
      "messages: the placeholder {b} is not in params | add \"b\" to params, with its meaning and an example @ catalog/payments.yaml: \"Slow '{a}' '{b}' '{c}' '",
      "messages: the placeholder {c} is not in params | add \"c\" to params, with its meaning and an example @ catalog/payments.yaml: \"Slow '{a}' '{b}' '{c}' '",
      "messages: the placeholder {d} is not in params | add \"d\" to params, with its meaning and an example @ catalog/payments.yaml: \"Slow '{a}' '{b}' '{c}' '",
      "messages: the placeholder {e} is not in params | add \"e\" to params, with its meaning and an example @ catalog/payments.yaml: \"Slow '{a}' '{b}' '{c}' '",
      "sources: the text \"Slow '{a}' '{b}' '{c}' '{d}' '{e}'\" is not in evidence/errors.md:6: \"| rate_limited  | Slow down.                                                |\" | code, message and description are the table's own; another wording that was seen is one of the variants, with its source @ catalog/payments.yaml: { document: errors.md, li",
    ],
  },
  {
    name: "a placeholder of printf",
    edit: [PAYMENTS, "message: Slow down.", 'message: "Slow %s."'],
    problems: [
      'messages: "%s" is not a placeholder | write a name in braces, such as {field}, and describe it in params @ catalog/payments.yaml: "Slow %s."',
      'sources: the text "Slow %s." is not in evidence/errors.md:6: "| rate_limited  | Slow down.                                                |" | code, message and description are the table\'s own; another wording that was seen is one of the variants, with its source @ catalog/payments.yaml: { document: errors.md, li',
    ],
  },
  {
    name: "a placeholder that is used twice",
    edit: [
      PAYMENTS,
      'message: Your card does not support "{currency}"',
      'message: "Your {currency} does not support {currency}"',
    ],
    problems: [
      'messages: the placeholder {currency} is used twice | give each value a name of its own @ catalog/payments.yaml: "Your {currency} does not',
    ],
  },
  {
    name: "placeholders that touch",
    edit: [PAYMENTS, '`{reason}`. Try {days} days later"\n', '`{reason}{days}` days later"\n'],
    problems: [
      'messages: two placeholders touch: without text between them, their values cannot be separated @ catalog/payments.yaml: "Your card was declined: ',
      'sources: the text "Your card was declined: `{reason}{days}` days later" is not in evidence/errors.md:3: "| card_declined | Your card was declined: `{reason}`. Try {days} days later |" | code, message and description are the table\'s own; another wording that was seen is one of the variants, with its source @ catalog/payments.yaml: { document: errors.md, li',
    ],
  },
  {
    name: "placeholders whose quotation marks touch",
    edit: [PAYMENTS, '`{reason}`. Try {days} days later"\n', "`{reason}`'{days}' days later\"\n"],
    problems: [
      'messages: two placeholders touch: without text between them, their values cannot be separated @ catalog/payments.yaml: "Your card was declined: ',
    ],
  },
  {
    name: "a variant with a placeholder where the message has none",
    edit: [
      PAYMENTS,
      "message: Slow down.\n",
      "message: Slow down.\n    variants: [{ message: 'Slow {x}', sources: [{ document: errors.md, line: 6 }] }]\n",
    ],
    problems: [
      "messages: the variant's placeholder {x} is not in the message | the message has no placeholders @ catalog/payments.yaml: 'Slow {x}', sources: [{ d",
    ],
  },
  {
    name: "a variant with a brace, and a placeholder that the message does not have",
    edit: [
      PAYMENTS,
      "- message: Your card was declined\n",
      "- message: Your card was declined {reason} {often} {\n",
    ],
    problems: [
      "messages: a brace is not part of a placeholder | a placeholder is a camelCase name in braces, such as {field} @ catalog/payments.yaml: Your card was declined {r",
      "messages: the variant's placeholder {often} is not in the message | use those of the message: reason, days @ catalog/payments.yaml: Your card was declined {r",
      'sources: the text "Your card was declined {reason} {often} {" is not in evidence/errors.md:3: "| card_declined | Your card was declined: `{reason}`. Try {days} days later |" @ catalog/payments.yaml: { document: errors.md, li',
    ],
  },
]);
