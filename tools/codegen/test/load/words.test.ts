import { PAYMENTS, testFaults } from "../test-faults.js";

const VENUES = [
  "catalog.yaml",
  "categories:",
  "venues: { east: East, west: West }\ncategories:",
] as const;
const TAGS = [
  "catalog.yaml",
  "categories:",
  "tags: { spot: { description: Spot. } }\ncategories:",
] as const;
const MORE = "name: RATE_LIMITED\n";
const withField = (field: string) => [PAYMENTS, MORE, `${MORE}    ${field}\n`] as const;

testFaults("the manifest's lists of words", [
  {
    name: "words of every list",
    edits: [VENUES, TAGS, withField("venue: west\n    tags: [spot]")],
    problems: [],
  },
  {
    name: "a category that is not a text",
    edit: [PAYMENTS, "category: traffic", "category: 7"],
    problems: [
      'schema: "category" must be one of card, traffic (it is 7) @ catalog/payments.yaml: 7',
    ],
  },
  {
    name: "a list of categories",
    edit: [PAYMENTS, "category: traffic", "category: [traffic]"],
    problems: [
      'schema: "category" must be one of card, traffic @ catalog/payments.yaml: [traffic]',
    ],
  },
  {
    name: "a venue that it does not list",
    edits: [VENUES, withField("venue: wst")],
    problems: [
      'schema: "venue" must be one of east, west (it is "wst") | did you mean "west"? @ catalog/payments.yaml: wst',
    ],
  },
  {
    name: "a venue where it lists none",
    edit: withField("venue: west"),
    problems: [
      'schema: unknown field "venue": expected one of name, kind, code, aliases, httpStatus, message, variants, params, description, category, fault, outcome, retry, delay, tags, audience, alike, documented, sources, notes, draft, retired @ catalog/payments.yaml: venue: west',
    ],
  },
  {
    name: "a tag that it does not list, at the tag",
    edits: [TAGS, withField("tags: [spot, Sport]")],
    problems: [
      'schema: must be one of spot (it is "Sport") | did you mean "spot"? @ catalog/payments.yaml: Sport]',
    ],
  },
  {
    name: "a tag in another form where it lists none",
    edit: withField("tags: [Spot Trading]"),
    problems: [
      'schema: must be in kebab-case, such as spot-trading (it is "Spot Trading") @ catalog/payments.yaml: Spot Trading]',
    ],
  },
  {
    name: "a wrong word beside other faults of the same entry",
    edits: [
      [PAYMENTS, "category: traffic\n    fault: client", "category: trafic\n    fault: nobody"],
      [PAYMENTS, "httpStatus: 429", "httpStatus: 42"],
    ],
    problems: [
      'schema: "httpStatus" must be >= 100 (it is 42) @ catalog/payments.yaml: 42',
      'schema: "category" must be one of card, traffic (it is "trafic") | did you mean "traffic"? @ catalog/payments.yaml: trafic',
      'schema: "fault" must be one of client, server (it is "nobody") @ catalog/payments.yaml: nobody',
    ],
  },
]);
