import { lint } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { copyAcme, type Workspace } from "../acme.js";
import { PAYMENTS } from "../test-faults.js";

/** The problems that the rule audience reports, with the line that each points at. */
async function problemsOf({ catalog }: Workspace) {
  const { problems } = await lint(catalog);
  return problems
    .filter(({ rule }) => rule === "audience")
    .map(({ message, severity, hint, location: { line } }) => ({ message, severity, hint, line }));
}

/** The number of the line in which a text first appears. */
const lineOf = (acme: Workspace, text: string) =>
  acme.read(PAYMENTS).slice(0, acme.read(PAYMENTS).indexOf(text)).split("\n").length;

test("lint warns where a public entry refers to an internal one, which public outputs leave out", async () => {
  const acme = copyAcme();
  const retired = "retired: { since: 1.1.0, reason: Gone., replacedBy: API_ERROR }";
  acme.edit(PAYMENTS, "name: CARD_EXPIRED\n", `name: CARD_EXPIRED\n    ${retired}\n`);
  expect(await problemsOf(acme)).toEqual([]);
  acme.edit(PAYMENTS, "name: API_ERROR\n", "name: API_ERROR\n    audience: internal\n");
  expect(await problemsOf(acme)).toEqual([
    {
      severity: "warning",
      message: "API_ERROR is internal: public outputs do not name it at CARD_EXPIRED",
      hint: "make API_ERROR public, or leave it out here",
      line: lineOf(acme, "replacedBy"),
    },
  ]);
});

test("lint warns where a public entry lists an internal one in alike, and of nothing at internal ones", async () => {
  const acme = copyAcme();
  const expired = "name: CARD_EXPIRED\n    audience: internal\n    alike: [CARD_REFUSED]\n";
  acme.edit(PAYMENTS, "name: CARD_REFUSED\n", "name: CARD_REFUSED\n    alike: [CARD_EXPIRED]\n");
  acme.edit(PAYMENTS, "name: CARD_EXPIRED\n", expired);
  expect(await problemsOf(acme)).toEqual([
    {
      severity: "warning",
      message: "CARD_EXPIRED is internal: public outputs do not name it at CARD_REFUSED",
      hint: "make CARD_EXPIRED public, or leave it out here",
      line: lineOf(acme, "alike: [CARD_EXPIRED]"),
    },
  ]);
  acme.edit(PAYMENTS, "name: CARD_REFUSED\n", "name: CARD_REFUSED\n    audience: internal\n");
  expect(await problemsOf(acme)).toEqual([]);
});

test("lint reports a code that has too many public and internal messages to be compared", async () => {
  const acme = copyAcme();
  const first = acme.read(PAYMENTS).split("\n").length + 1;
  const entries = Array.from({ length: 900 }, (_, index) =>
    many(index, index % 2 === 0 ? "public" : "internal"),
  );
  acme.write(PAYMENTS, acme.read(PAYMENTS) + entries.join(""));
  expect(await problemsOf(acme)).toEqual([
    {
      severity: "error",
      message: 'too many messages with the code "many" begin alike to be compared',
      hint: undefined,
      line: first,
    },
  ]);
});

/** An entry whose message begins with a value, as many others do. */
function many(index: number, audience: string): string {
  return `  - name: MANY_${index}
    code: many
    httpStatus: 500
    message: "{a} ${index}"
    params: { a: { meaning: A value, example: x } }
    description: ""
    category: traffic
    fault: client
    outcome: rejected
    retry: after-fix
    audience: ${audience}
    sources: [{ document: errors.md, line: 7 }]
`;
}
