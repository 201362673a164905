import { type Fault, PAYMENTS, testFaults } from "../test-faults.js";

/** A manifest with these ranges. */
const withRanges = (ranges: string) =>
  ["catalog.yaml", "errorClass:", `ranges:\n${ranges}\nerrorClass:`] as const;

/** One range for the file of the second catalog, one for a file that does not exist yet. */
const owned = (own: string, other: string) =>
  withRanges(
    `  ${PAYMENTS}: { owner: "@acme/payments", ${own} }\n  catalog/orders.yaml: { owner: ["@acme/orders", ann@acme.example], ${other} }`,
  );

const overlap = (one: string, other: string, problems: readonly string[]): Fault => ({
  name: `${one} beside ${other}`,
  edit: withRanges(
    `  catalog/a.yaml: { owner: "@acme/a", codes: ["${one}"] }\n  catalog/b.yaml: { owner: "@acme/b", codes: ["${other}"] }`,
  ),
  problems,
});

const overlaps = (one: string, other: string) =>
  overlap(one, other, [
    `ranges: the codes "${other}" overlap "${one}" of catalog/a.yaml | ask @acme/a, or choose others @ catalog.yaml: "${other}"] }`,
  ]);

const unusable = (range: string, why: string) =>
  ({
    name: `the range ${range}`,
    edit: withRanges(`  ${PAYMENTS}: { owner: "@acme/payments", codes: ["${range}"] }`),
    problems: [`ranges: "${range}": ${why} @ catalog.yaml: "${range}"] }`],
  }) satisfies Fault;

testFaults("the rule ranges", [
  {
    name: "a file that holds codes and names of its range only",
    edit: owned(
      'codes: ["card_*", rate_limited, api_error], names: ["CARD_*", CURRENCY_UNSUPPORTED, RATE_LIMITED, API_ERROR]',
      'codes: ["2000..2999"], names: ["ORDER_*"]',
    ),
    problems: [],
  },
  {
    name: "a file whose range has an owner only",
    edit: owned("", 'codes: ["2000..2999"]'),
    problems: [],
  },
  {
    name: "a code and a name that no range of the file has",
    edit: owned(
      'codes: ["card_*", rate_limited], names: ["CARD_*", "CURRENCY_*", "RATE_*"]',
      'codes: ["2000..2999"]',
    ),
    problems: [
      'ranges: the name "API_ERROR" is not in the ranges of catalog/payments.yaml: CARD_*, CURRENCY_*, RATE_* | choose another name; @acme/payments can widen the range in catalog.yaml @ catalog/payments.yaml: API_ERROR',
      'ranges: the code "api_error" is not in the ranges of catalog/payments.yaml: card_*, rate_limited | codegen next-code catalog/payments.yaml prints a free one; @acme/payments can widen the range in catalog.yaml @ catalog/payments.yaml: api_error',
    ],
  },
  {
    name: "a code and a name in the range of another file",
    edit: owned("", "codes: [api_error], names: [RATE_LIMITED]"),
    problems: [
      'ranges: the name "RATE_LIMITED" is in the range "RATE_LIMITED" of catalog/orders.yaml | move the entry there, or ask @acme/orders, ann@acme.example @ catalog/payments.yaml: RATE_LIMITED',
      'ranges: the code "api_error" is in the range "api_error" of catalog/orders.yaml | move the entry there, or ask @acme/orders, ann@acme.example @ catalog/payments.yaml: api_error',
    ],
  },
  {
    name: "an alias in the range of another file",
    edits: [
      owned("", 'codes: ["2000..2999"]'),
      [
        PAYMENTS,
        "code: api_error",
        'code: api_error\n    aliases: [{ code: "2500", sources: [{ document: more.md, line: 1 }] }]',
      ],
    ],
    files: { "evidence/more.md": "2500 Something went wrong" },
    problems: [
      'ranges: the code "2500" is in the range "2000..2999" of catalog/orders.yaml | move the entry there, or ask @acme/orders, ann@acme.example @ catalog/payments.yaml: "2500", sources: [{ docum',
    ],
  },
  overlaps("2000..2999", "2999..3100"),
  overlaps("2000..2999", "2500"),
  overlaps("0001..0099", "7"),
  overlaps("E100..E199", "E*"),
  overlaps("order.*", "order.book.*"),
  overlaps("-1199..-1100", "-1150"),
  overlap("2000..2999", "3000..3999", []),
  overlap("E100..E199", "F100..F199", []),
  overlap("-1199..-1100", "1100..1199", []),
  overlap("order.*", "orders.*", []),
  overlap("card_declined2..card_declined9", "card_declined1", []),
  unusable("2999..2000", "the range ends before it begins"),
  unusable("E100..F199", "both ends of a range must begin alike: E100..E199"),
  unusable("low..high", "both ends of a range must end in a number: 2000..2999"),
  {
    name: "a file whose name is misspelled",
    edit: withRanges(
      '  catalog/paymets.yaml: { owner: "@acme/all", codes: ["card_*"], names: ["CARD_*", API_ERROR] }',
    ),
    problems: [
      'ranges: catalog/paymets.yaml has no entries, and entries of its range are in catalog/payments.yaml, which has no range | write catalog/payments.yaml in its place, or move the entries @ catalog.yaml: { owner: "@acme/all", cod',
    ],
  },
  {
    name: "a file outside of the catalog's folder, and an owner that nobody can ask",
    edit: withRanges("  catalog/../x/a.yaml: { owner: the payments team }"),
    problems: [
      'schema: the name "catalog/../x/a.yaml" must be a file of the catalog, such as catalog/orders.yaml @ catalog.yaml: catalog/../x/a.yaml: { ow',
      'schema: "owner" must be a user, a team or an e-mail address, such as @ann, @acme/orders or orders@acme.example (it is "the payments team") @ catalog.yaml: the payments team }',
    ],
  },
]);
