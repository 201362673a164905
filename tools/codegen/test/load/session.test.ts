import { createSession, load } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { CODE, PAYMENTS } from "./single-edits.js";

test("with a session, only changed files are read again", () => {
  const acme = copyAcme();
  const session = createSession();
  const before = load(acme.catalog, session);
  acme.edit(PAYMENTS, CODE, "code: too_many");
  acme.edit("locales/de.json", "Bitte warten.", "");
  const after = load(acme.catalog, session);
  const codes = [before, after].map(
    ({ catalog }) => catalog?.entries.find(({ name }) => name === "RATE_LIMITED")?.code,
  );
  expect(codes).toEqual(["rate_limited", "too_many"]);
  expect(after.problems.map(({ location }) => location.file)).toEqual(["locales/de.json"]);
  const [, beforePtBr] = before.catalog?.locales ?? [];
  const [, afterPtBr] = after.catalog?.locales ?? [];
  expect(beforePtBr?.translations.CARD_EXPIRED).toBeDefined();
  expect(afterPtBr?.translations.CARD_EXPIRED).toBe(beforePtBr?.translations.CARD_EXPIRED);
});

test("without a session, loading keeps nothing", () => {
  const acme = copyAcme();
  const [one, other] = [load(acme.catalog), load(acme.catalog)].map(
    ({ catalog }) => catalog?.locales[1]?.translations.CARD_EXPIRED,
  );
  expect(one).toEqual(other);
  expect(one).not.toBe(other);
});
