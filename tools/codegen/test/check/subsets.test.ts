import { type Fault, PAYMENTS, testFaults } from "../test-faults.js";

/** A manifest with these tags and subsets. */
const withParts = (parts: string) =>
  ["catalog.yaml", "errorClass:", `${parts}\nerrorClass:`] as const;

const subset = (fields: string) =>
  withParts(`tags: { spot: { description: Spot., names: ["CARD_*"] } }
subsets: { orders: { description: Orders.${fields && `, ${fields}`} } }`);

const reports = (name: string, fields: string, ...problems: readonly string[]): Fault => ({
  name,
  edit: subset(fields),
  problems: problems.map((problem) => `subsets: ${problem}`),
});

const internal = [
  PAYMENTS,
  "name: API_ERROR\n    code: api_error",
  "name: API_ERROR\n    audience: internal\n    code: api_error",
] as const;

/** An entry whose text fits another one with the same code, and is meant by it. */
const twin = [
  PAYMENTS,
  "entries:\n",
  `entries:
  - name: CARD_REFUSED_TODAY
    code: card_declined
    httpStatus: 402
    message: "Your card was declined: \`no money\`. Try 0 days later"
    description: ""
    category: card
    fault: client
    outcome: rejected
    retry: after-fix
    documented: false
    sources: [{ document: more.md, line: 1 }]
`,
] as const;

const TWIN_FILES = {
  "evidence/more.md": "card_declined Your card was declined: `no money`. Try 0 days later",
};

testFaults("the rule subsets", [
  { name: "a subset of everything", edit: subset(""), problems: [] },
  {
    name: "a subset by tags, categories, names and codes",
    edit: subset(
      "tags: [spot], categories: [traffic], names: [CURRENCY_UNSUPPORTED], codes: [api_error]",
    ),
    problems: [],
  },
  {
    name: "a subset in a folder of its own",
    edit: subset("categories: [traffic], folder: ../services/orders/errors"),
    problems: [],
  },
  reports(
    "words that are not declared",
    "tags: [spott], categories: [cards], venues: [tokyo]",
    'the tag "spott" is not declared | did you mean "spot"? @ catalog.yaml: spott], categories: [card',
    'the category "cards" is not declared | did you mean "card"? @ catalog.yaml: cards], venues: [tokyo] }',
    'the venue "tokyo" is not declared | add to catalog.yaml: venues: { tokyo: its name }, and to the entries listed for it alone: venue: tokyo @ catalog.yaml: tokyo] } }',
  ),
  reports(
    "names and codes that no entry has, and a code that is not one",
    'names: [RATE_LIMITD, "ORDER_*"], codes: ["9000..8000", api_eror]',
    'no entry has the name "RATE_LIMITD" | did you mean "RATE_LIMITED"? @ catalog.yaml: RATE_LIMITD, "ORDER_*"], ',
    'no entry has the name "ORDER_*" @ catalog.yaml: "ORDER_*"], codes: ["9000',
    '"9000..8000": the range ends before it begins @ catalog.yaml: "9000..8000", api_eror] }',
    'no entry has the code "api_eror" | did you mean "api_error"? @ catalog.yaml: api_eror] } }',
  ),
  {
    name: "a subset without an entry",
    edits: [
      subset("names: [CARD_EXPIRED], venues: [tokyo]"),
      ["catalog.yaml", "subsets:", "venues: { tokyo: Tokyo., osaka: Osaka. }\nsubsets:"],
      [PAYMENTS, "name: CARD_EXPIRED", "name: CARD_EXPIRED\n    venue: osaka"],
    ],
    problems: [
      "subsets: the subset orders has no entry | give it other words @ catalog.yaml: { description: Orders., n",
    ],
  },
  {
    name: "an entry that would get the responses of one outside",
    edits: [subset("names: [CARD_REFUSED]"), twin],
    files: TWIN_FILES,
    problems: [
      "subsets: responses of CARD_REFUSED_TODAY would be taken for CARD_REFUSED, which the subset orders has | add CARD_REFUSED_TODAY to its names, or leave CARD_REFUSED out @ catalog.yaml: { description: Orders., n",
    ],
  },
  {
    name: "an entry that has more literal text than one outside",
    edits: [subset("names: [CARD_REFUSED_TODAY]"), twin],
    files: TWIN_FILES,
    problems: [],
  },
  {
    name: "an internal entry that it names, and is not for the inside",
    edits: [subset("names: [API_ERROR, RATE_LIMITED]"), internal],
    problems: [
      "subsets: API_ERROR is internal, and the subset is not | set audience: internal and a folder, or leave it out @ catalog.yaml: API_ERROR, RATE_LIMITED] ",
    ],
  },
  {
    name: "a subset for the inside in a folder of its own",
    edits: [subset("audience: internal, folder: ../inside"), internal],
    problems: [],
  },
  reports(
    "internal entries that would be published",
    "audience: internal",
    "internal entries would be published with the packages | give the subset a folder outside of the packages @ catalog.yaml: internal } }",
  ),
  {
    name: "a subset for the inside beside the code of a package",
    edit: subset("audience: internal, folder: ../out/inside"),
    files: { "../out/package.json": "{}" },
    problems: [
      "subsets: ../out/inside lies in ../out, which is published | give the subset a folder outside of the packages @ catalog.yaml: ../out/inside } }",
    ],
  },
  reports(
    "a folder that codegen cannot own",
    "folder: catalog/orders",
    "catalog/orders lies in catalog/, which is edited by hand @ catalog.yaml: catalog/orders } }",
  ),
  reports(
    "a folder that some disks take for one that is edited by hand",
    "folder: Catalog/orders",
    "Catalog/orders lies in catalog/, which is edited by hand @ catalog.yaml: Catalog/orders } }",
  ),
  reports(
    "a folder that some disks take for that of a package",
    "folder: ../OUT/validator",
    "../OUT/validator overlaps ../out/validator, which holds other generated files | give the subset a folder of its own @ catalog.yaml: ../OUT/validator } }",
  ),
  reports(
    "a folder among those of a package",
    "folder: ../out/validator/orders",
    "../out/validator/orders overlaps ../out/validator, which holds other generated files | give the subset a folder of its own @ catalog.yaml: ../out/validator/orders }",
  ),
  {
    name: "a subset that no disk of Windows can hold",
    edit: withParts("subsets: { con: { description: All. } }"),
    problems: [
      "subsets: generated/subsets/con: Windows reserves the name for a device | give the subset another name @ catalog.yaml: { description: All. } }",
    ],
  },
  {
    name: "two subsets in folders that some disks take for one",
    edit: withParts(`subsets:
  cards: { description: Cards., categories: [card], folder: ../errors }
  all: { description: All., folder: ../Errors }`),
    problems: [
      "subsets: ../Errors and the folder of the subset cards overlap | give the subset a folder of its own @ catalog.yaml: ../Errors }",
    ],
  },
  {
    name: "two subsets in one folder",
    edit: withParts(`subsets:
  cards: { description: Cards., categories: [card], folder: ../errors }
  all: { description: All., folder: ../errors/all }`),
    problems: [
      "subsets: ../errors/all and the folder of the subset cards overlap | give the subset a folder of its own @ catalog.yaml: ../errors/all }",
    ],
  },
]);

const ownPackage = (fields: object) => ({
  "package.json": JSON.stringify({ name: "@acme/errors", version: "1.0.0", ...fields }),
});

const WOULD_BE_PUBLISHED =
  'would be published, with internal entries | list only "generated" in files, and export "./locales/*.json": "./generated/locales/*.json"';

testFaults("the rule audience", [
  {
    name: "an internal error whose responses a public one would get",
    edits: [
      twin,
      [PAYMENTS, "code: card_declined\n", "code: card_declined\n    audience: internal\n"],
    ],
    files: TWIN_FILES,
    problems: [
      "audience: CARD_REFUSED_TODAY is internal, but its responses would be taken for CARD_REFUSED, which is public | make both internal or both public, or give one of them another code @ catalog/payments.yaml: internal",
    ],
  },
  {
    name: "a package that publishes the texts of internal entries",
    edit: internal,
    files: ownPackage({ files: ["generated", "./locales/*.json"] }),
    problems: [`audience: locales ${WOULD_BE_PUBLISHED} @ package.json: 1:1`],
  },
  {
    name: "a package that publishes everything",
    edit: internal,
    files: ownPackage({}),
    problems: [`audience: the whole folder ${WOULD_BE_PUBLISHED} @ package.json: 1:1`],
  },
  {
    name: "such a package whose package.json begins with a byte order mark",
    edit: internal,
    files: { "package.json": `\uFEFF${ownPackage({})["package.json"]}` },
    problems: [`audience: the whole folder ${WOULD_BE_PUBLISHED} @ package.json: 1:1`],
  },
  {
    name: "a package that exports the texts that are generated beside internal entries, without any",
    files: ownPackage({ exports: { "./locales/*.json": "./generated/locales/*.json" } }),
    problems: [
      'audience: exports generated/locales/, which is not generated without internal entries | add "locales" to files, and export "./locales/*.json": "./locales/*.json" @ package.json: 1:1',
    ],
  },
  {
    name: "a package that publishes only what is generated",
    edit: internal,
    files: ownPackage({ files: ["generated"] }),
    problems: [],
  },
  ...[
    ["**/*.json", "**"],
    ["./", "."],
    ["/catalog", "catalog"],
    ["evidence/*", "evidence"],
    ["released.json", "released.json"],
  ].map(([file, source]) => ({
    name: `a package that publishes ${file}`,
    edit: internal,
    files: ownPackage({ files: [file] }),
    problems: [`audience: ${source} ${WOULD_BE_PUBLISHED} @ package.json: 1:1`],
  })),
  {
    name: "a package whose .npmignore says what is not published",
    edit: internal,
    files: { ...ownPackage({}), ".npmignore": "catalog\n" },
    problems: [],
  },
  {
    name: "a package that is never published",
    edit: internal,
    files: ownPackage({ private: true }),
    problems: [],
  },
  {
    name: "a package without a version, which npm does not publish",
    edit: internal,
    files: ownPackage({ version: undefined }),
    problems: [],
  },
  { name: "an internal entry", edit: internal, problems: [] },
]);

testFaults("the rule tags", [
  {
    name: "a tag of an entry where the manifest has none",
    edit: [PAYMENTS, "name: API_ERROR", "name: API_ERROR\n    tags: [spot]"],
    problems: [
      'tags: the tag "spot" is not declared | add to catalog.yaml: tags: { spot: { description: ... } } @ catalog/payments.yaml: spot]',
    ],
  },
  {
    name: "a tag of an entry that is misspelled",
    edits: [subset(""), [PAYMENTS, "name: API_ERROR", "name: API_ERROR\n    tags: [spott]"]],
    problems: [
      'schema: must be one of spot (it is "spott") | did you mean "spot"? @ catalog/payments.yaml: spott]',
    ],
  },
  {
    name: "a tag by rule that is about no entry, or of another category",
    edit: withParts(
      'tags: { spot: { description: Spot., names: ["ORDER_*"], codes: [x..y], categories: [cards] } }',
    ),
    problems: [
      'tags: no entry has the name "ORDER_*" @ catalog.yaml: "ORDER_*"], codes: [x..y]',
      'tags: "x..y": both ends of a range must end in a number: 2000..2999 @ catalog.yaml: x..y], categories: [cards',
      'tags: the category "cards" is not declared | did you mean "card"? @ catalog.yaml: cards] } }',
    ],
  },
]);
