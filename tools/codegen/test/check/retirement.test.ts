import { lint, load, snapshotOf } from "@hashkey-errors/codegen";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { copyAcme, type Workspace } from "../acme.js";
import { PAYMENTS, printErrors, testFaults } from "../test-faults.js";

const EXPIRED = `  - name: CARD_EXPIRED
    code: card_declined
    httpStatus: 402
    message: Your card has expired
    description: ""
    category: card
    fault: client
    outcome: rejected
    retry: after-fix
    sources: [{ document: errors.md, line: 4 }]
`;

/** The second catalog, released with a retired entry that is then removed. */
function removed(sunset: string, exceptions = ""): Workspace {
  const acme = copyAcme();
  const retired = `${EXPIRED}    retired: { since: 1.1.0, reason: Gone., ${sunset} }\n`;
  acme.edit(PAYMENTS, EXPIRED, retired);
  const { catalog } = load(acme.catalog);
  if (catalog === undefined) throw new Error("the catalog is not well formed");
  acme.write("released.json", JSON.stringify(snapshotOf(catalog)));
  acme.edit(PAYMENTS, retired, "");
  for (const file of ["locales/de.json", "locales/pt-BR.json"]) {
    const { CARD_EXPIRED: _, ...texts } = JSON.parse(acme.read(file));
    acme.write(file, JSON.stringify(texts));
  }
  if (exceptions !== "")
    acme.edit(
      "catalog.yaml",
      "errorClass:",
      `retirement: { exceptions: [${exceptions}] }\nerrorClass:`,
    );
  return acme;
}

const exception = (until: string, name = "CARD_EXPIRED") =>
  `{ name: ${name}, reason: Nobody ever got it., until: "${until}" }`;

const TODAY = "2026-06-15";

beforeAll(() => void vi.useFakeTimers({ now: new Date(`${TODAY}T12:00Z`), toFake: ["Date"] }));
afterAll(() => void vi.useRealTimers());

const BEFORE_SUNSET =
  "released: CARD_EXPIRED was removed before its sunset, 2999-01-01 | restore the entry until then, or add it to retirement.exceptions in catalog.yaml @ released.json: 1:1";

test.each<[what: string, sunset: string, exceptions: string, problems: readonly string[]]>([
  ["accepts a removal after the sunset", 'sunset: "2020-01-31"', "", []],
  ["accepts a removal on the day of the sunset", `sunset: "${TODAY}"`, "", []],
  ["reports a removal before the sunset", 'sunset: "2999-01-01"', "", [BEFORE_SUNSET]],
  [
    "reports a removal without a sunset",
    "",
    "",
    [
      "released: CARD_EXPIRED was released but is missing from the catalog | restore the entry and retire it: retired: { since, reason, replacedBy?, sunset? } @ released.json: 1:1",
    ],
  ],
  ["accepts an exception", 'sunset: "2999-01-01"', exception("2999-01-01"), []],
  ["accepts an exception on its last day", 'sunset: "2999-01-01"', exception(TODAY), []],
  ["accepts an exception without a sunset", "", exception("2999-01-01"), []],
  [
    "reports a removal whose exception has ended",
    'sunset: "2999-01-01"',
    exception("2020-01-01"),
    [BEFORE_SUNSET],
  ],
  [
    "reports a removal whose exception is about another entry",
    'sunset: "2999-01-01"',
    exception("2999-01-01", "CARD_REFUSED"),
    [BEFORE_SUNSET],
  ],
])("the rule released %s", async (_, sunset, exceptions, problems) => {
  expect(await printErrors(removed(sunset, exceptions).catalog)).toEqual(problems);
});

testFaults("the rule retirement", [
  {
    name: "a sunset and an end of an exception that no calendar has",
    edits: [
      [
        PAYMENTS,
        EXPIRED,
        `${EXPIRED}    retired: { since: 1.1.0, reason: Gone., sunset: "2027-02-30" }\n`,
      ],
      [
        "catalog.yaml",
        "errorClass:",
        `retirement: { exceptions: [${exception("2027-13-01")}] }\nerrorClass:`,
      ],
    ],
    problems: [
      'retirement: 2027-13-01 is not a day: expected one such as 2027-06-30 @ catalog.yaml: "2027-13-01" }] }',
      'retirement: 2027-02-30 is not a day: expected one such as 2027-06-30 @ catalog/payments.yaml: "2027-02-30" }',
    ],
  },
]);

test("the rule retirement warns of an exception that has ended, and of one about an unknown entry", async () => {
  const acme = copyAcme();
  const exceptions = [
    exception("2020-01-01"),
    exception("2999-01-01", "CARD_EXPIRD"),
    exception(TODAY),
  ];
  acme.edit(
    "catalog.yaml",
    "errorClass:",
    `retirement: { exceptions: [${exceptions.join(", ")}] }\nerrorClass:`,
  );
  const { problems } = await lint(acme.catalog);
  const own = problems.filter(({ rule }) => rule === "retirement");
  expect(own.map(({ severity, message, hint }) => [severity, message, hint])).toEqual([
    [
      "warning",
      "the exception for CARD_EXPIRED ended on 2020-01-01",
      "remove it, or accept the removal for longer",
    ],
    [
      "warning",
      "CARD_EXPIRD is not an entry of the catalog, and was not released",
      'did you mean "CARD_EXPIRED"?',
    ],
  ]);
});
