import { localize, type MessageBundle } from "@hashkey-errors/messages";
import { type Failure, identify } from "@hashkey-errors/validator";
import { expect, test } from "vitest";
import { en, zhHans } from "./bundles.js";

// What localize remembers of a bundle and a failure must not show in what it says of the next.

test("localize answers readers of several languages in turns", () => {
  const error = identify("0211");
  const params = identify("-1130", "Illegal parameter 'side'");
  const wrong = [en, zhHans, en, zhHans].filter(
    (bundle) =>
      localize(error, bundle).message !== bundle.texts.ORDER_NOT_FOUND?.[0] ||
      localize(params, bundle).description !== bundle.texts.PARAMETER_INVALID?.[2] ||
      localize(params, bundle).locale !== bundle.locale,
  );
  expect(wrong).toEqual([]);
});

test("localize fills in the params of each error where message and advice have them", () => {
  const bundle: MessageBundle = {
    ...en,
    texts: { PARAMETER_INVALID: ["{parameter} is wrong.", "", "Change {parameter}."] },
  };
  const said = ["side", "type"].map((parameter) =>
    localize(identify("-1130", `Illegal parameter '${parameter}'`), bundle),
  );
  expect(said.map(({ message, description }) => [message, description])).toEqual([
    ["side is wrong.", "Change side."],
    ["type is wrong.", "Change type."],
  ]);
});

test("localize keeps bundles apart where the texts of one are made by localizing with another", () => {
  const plain = structuredClone(en);
  const loud: MessageBundle = {
    locale: "en-x-loud",
    get texts() {
      const { message } = localize(identify("-1001"), plain);
      return { ORDER_NOT_FOUND: [`${message}!`] as const };
    },
  };
  const said = (bundle: MessageBundle) => localize(identify("0211"), bundle).message;
  const loudText = `${en.texts.INTERNAL_ERROR?.[0]}!`;
  const plainText = en.texts.ORDER_NOT_FOUND?.[0];
  expect([said(loud), said(plain), said(loud), said(plain)]).toEqual([
    loudText,
    plainText,
    loudText,
    plainText,
  ]);
});

test("localize says the same of an error without an outcome, whatever came before", () => {
  const bundle = structuredClone(en);
  const bare = { name: "UNRECOGNIZED", code: "-9999", msg: null } as unknown as Failure;
  const first = localize(bare, bundle);
  localize(identify("-9999"), bundle);
  expect(localize(bare, bundle)).toEqual(first);
});

test("localize takes no params from Object.prototype", () => {
  const silent: Failure = { name: "NO_RESPONSE", outcome: "unknown", retry: "after-reconcile" };
  const bundle: MessageBundle = {
    locale: "en",
    texts: { NO_RESPONSE: ["No answer from {host}."] },
  };
  Object.defineProperty(Object.prototype, "params", { value: { host: "x" }, configurable: true });
  const { message } = localize(silent, bundle);
  Reflect.deleteProperty(Object.prototype, "params");
  expect(message).toBe("No answer from ….");
});
