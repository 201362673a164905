import { lint } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { PAYMENTS } from "../test-faults.js";

test("lint warns where a public entry refers to an internal one, which public outputs leave out", async () => {
  const acme = copyAcme();
  const retired = "retired: { since: 1.1.0, reason: Gone., replacedBy: API_ERROR }";
  acme.edit(PAYMENTS, "name: CARD_EXPIRED\n", `name: CARD_EXPIRED\n    ${retired}\n`);
  const warnings = async () =>
    (await lint(acme.catalog)).problems
      .filter(({ rule }) => rule === "audience")
      .map(({ message, severity, hint, location: { line } }) => ({
        message,
        severity,
        hint,
        line,
      }));
  expect(await warnings()).toEqual([]);
  acme.edit(PAYMENTS, "name: API_ERROR\n", "name: API_ERROR\n    audience: internal\n");
  expect(await warnings()).toEqual([
    {
      severity: "warning",
      message: "API_ERROR is internal: public outputs do not name it at CARD_EXPIRED",
      hint: "make API_ERROR public, or leave it out here",
      line: acme.read(PAYMENTS).slice(0, acme.read(PAYMENTS).indexOf("replacedBy")).split("\n")
        .length,
    },
  ]);
});
