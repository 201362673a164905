import { PAYMENTS } from "../test-faults.js";
import { CODE, NOTES, testSingleEdits } from "./single-edits.js";

testSingleEdits([
  [
    "a value that another field forbids",
    PAYMENTS,
    "retry: after-reconcile",
    "retry: after-reconcile\n    delay: PT5M",
    '58:12 "retry" must be "after-delay" here (it is "after-reconcile")',
  ],
  [
    "a misspelled field of an entry",
    PAYMENTS,
    NOTES,
    `notse: x\n    ${NOTES}`,
    '45:5 unknown field "notse": expected one of name, kind, code, aliases, httpStatus, message, variants, params, description, category, fault, outcome, retry, delay, tags, audience, alike, documented, sources, notes, draft, retired | did you mean "notes"?',
  ],
  [
    "a field that does not exist",
    PAYMENTS,
    NOTES,
    `wrong: x\n    ${NOTES}`,
    '45:5 unknown field "wrong": expected one of name, kind, code, aliases, httpStatus, message, variants, params, description, category, fault, outcome, retry, delay, tags, audience, alike, documented, sources, notes, draft, retired',
  ],
  [
    "a misspelled category",
    PAYMENTS,
    "category: traffic",
    "category: Trafic",
    '45:15 "category" must be one of card, traffic (it is "Trafic") | did you mean "traffic"?',
  ],
  [
    "a misspelled outcome",
    PAYMENTS,
    "outcome: unknown",
    "outcome: unknwon",
    '57:14 "outcome" must be one of rejected, unknown, applied (it is "unknwon") | did you mean "unknown"?',
  ],
  [
    "a misspelled name of another entry",
    PAYMENTS,
    CODE,
    `${CODE}\n    retired: { since: "1.0.0", reason: Gone, replacedBy: API_EROR }`,
    '42:58 API_EROR is not an entry of the catalog | did you mean "API_ERROR"?',
  ],
  [
    "a misspelled field of the manifest",
    "catalog.yaml",
    "table: errors.md\n",
    "table: errors.md\nlocaleAlias: {}\n",
    '5:1 unknown field "localeAlias": expected one of id, title, description, table, wire, categories, venues, tags, subsets, nameEndings, ranges, imports, retirement, errorClass, packages, runtime, site, emitters, rules, generateCommand, sourceLocale, localeAliases | did you mean "localeAliases"?',
  ],
  [
    "a misspelled status of a text",
    "locales/de.json",
    '"status": "final"',
    '"status": "finl"',
    '8:15 "status" must be one of machine, translated, reviewed, final (it is "finl") | did you mean "final"?',
  ],
  [
    "a misspelled name in a locale",
    "locales/de.json",
    '"RATE_LIMITED"',
    '"RATE_LIMTED"',
    '62:3 RATE_LIMTED is not an error of the catalog | did you mean "RATE_LIMITED"?',
  ],
  [
    "a quoted line number",
    PAYMENTS,
    "line: 7",
    'line: "7"',
    '59:44 "line" must be an integer (it is "7") | write 7, unquoted',
  ],
  [
    "a number for a text of a locale",
    "locales/de.json",
    '"Bitte warten."',
    "7",
    '65:20 "description" must be a string (it is 7) | quote it: "7"',
  ],
]);
