import { createSession, load } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { PAYMENTS } from "../test-faults.js";
import { CODE } from "./single-edits.js";

test("with a session, only changed files are read again", () => {
  const acme = copyAcme();
  const session = createSession();
  const before = load(acme.catalog, { session });
  acme.edit(PAYMENTS, CODE, "code: too_many");
  acme.edit("locales/de.json", "Bitte warten.", "");
  const after = load(acme.catalog, { session });
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

test("with a session, the entries that an edit did not change are the same objects", () => {
  const acme = copyAcme();
  const session = createSession();
  const before = load(acme.catalog, { session }).catalog?.entries ?? [];
  acme.edit(PAYMENTS, CODE, "code: too_many");
  const after = load(acme.catalog, { session }).catalog?.entries ?? [];
  expect(after.filter((entry) => before.includes(entry))).toHaveLength(before.length - 1);
});

const REASON = '      reason: { meaning: Why the bank refused, example: "do not honour" }\n';
const DAYS = '      days: { meaning: How many days to wait, example: "2" }\n';

test.each<[what: string, edit: (text: string) => string]>([
  ["params in another order", (text) => text.replace(REASON + DAYS, DAYS + REASON)],
  [
    "entries in another order",
    (text) => text.replace(/( {2}- .+)( {2}- name: API_ERROR.+)/s, "$2$1"),
  ],
  ["an entry twice", (text) => text.replace(/( {2}- name: API_ERROR.+)/s, "$1$1")],
  [
    "a number that JSON does not have",
    (text) => text.replace("httpStatus: null", "httpStatus: .nan"),
  ],
  ["minus zero", (text) => text.replace("httpStatus: 429", "httpStatus: -0")],
  ["params that are emptied", (text) => text.replace(REASON + DAYS, "")],
  ["a list where an object was", (text) => text.replace(REASON + DAYS, "      - reason\n")],
  ["an object where a list was", (text) => text.replace(/^ {2}- (?=name: CARD_REFUSED)/m, "    ")],
  ["a file that is emptied", () => ""],
])("with a session, an edit to %s is read as without one", (_, edit) => {
  const acme = copyAcme();
  const session = createSession();
  acme.edit(PAYMENTS, "httpStatus: 500", "httpStatus: null");
  load(acme.catalog, { session });
  const [before, after] = [acme.read(PAYMENTS), edit(acme.read(PAYMENTS))];
  expect(after).not.toBe(before);
  for (const text of [after, before]) {
    acme.write(PAYMENTS, text);
    const [known, fresh] = [load(acme.catalog, { session }), load(acme.catalog)];
    expect(JSON.stringify(known.catalog)).toBe(JSON.stringify(fresh.catalog));
    expect(known.problems).toEqual(fresh.problems);
  }
});
