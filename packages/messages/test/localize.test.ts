import { localize, type MessageBundle } from "@hashkey-errors/messages";
import { type Failure, identify, parseResponse } from "@hashkey-errors/validator";
import { expect, test } from "vitest";
import { en, zhHans } from "./bundles.js";

test("localize takes an empty text for none", () => {
  expect(localize(identify("-9999", ""), en).message).toBe(en.texts.UNRECOGNIZED?.[0]);
});

test("localize shows the server's text of an unrecognized error", () => {
  expect(localize(identify("-9999", "Brand new"), en)).toEqual({
    message: "Brand new",
    description: "",
    locale: "und",
  });
});

test("localize gives invalid and missing responses their own text, or the general one", () => {
  const invalid = parseResponse("<html>", { httpStatus: 502 });
  const own: MessageBundle = { locale: "nl", texts: { NO_RESPONSE: ["Geen antwoord.", "Kijk."] } };
  const general: MessageBundle = { locale: "nl", texts: { UNRECOGNIZED: ["Onbekend.", "Kijk."] } };
  const silent: Failure = { name: "NO_RESPONSE", outcome: "unknown", retry: "after-reconcile" };
  expect(localize(silent, [own])).toMatchObject({ message: "Geen antwoord.", locale: "nl" });
  expect(localize(silent, [general, own])).toMatchObject({ message: "Onbekend." });
  expect(invalid.kind === "invalid" && localize(invalid.error, [own, general])).toMatchObject({
    message: "Onbekend.",
  });
});

test("localize shows the server's text where params could not be read, with the description", () => {
  expect(localize(identify("-1130", "Bad parameter"), zhHans)).toEqual({
    message: "Bad parameter",
    description: zhHans.texts.PARAMETER_INVALID?.[1],
    locale: "und",
  });
  expect(localize(identify("-1130"), en)).toMatchObject({
    message: en.texts.PARAMETER_INVALID?.[0].replace("{parameter}", "…"),
    locale: "en",
  });
});

test("localize takes the first bundle of a chain that has the error", () => {
  const partial: MessageBundle = {
    locale: "nl",
    texts: { ORDER_DUPLICATE: ["Dubbele order.", "Kijk eerst."] },
  };
  expect(localize(identify("-1141"), [partial, en]).locale).toBe("nl");
  expect(localize(identify("0211"), [partial, en])).toMatchObject({
    locale: "en",
    message: en.texts.ORDER_NOT_FOUND?.[0],
  });
  expect(localize(identify("0211", "Order not found"), [partial])).toMatchObject({
    message: "Order not found",
    locale: "und",
  });
  expect(localize(identify("0211"), [])).toEqual({ message: "", description: "", locale: "und" });
});

test("localize inserts a value as received, and never expands it", () => {
  const error = identify(
    "-1015",
    "Too many new orders, current limit is {interval} orders per $& <b>",
  );
  expect(localize(error, en).message).toContain("{interval}");
  expect(localize(error, en).message).toContain("$& <b>");
});

test("localize has no texts for names from Object.prototype", () => {
  expect(localize({ ...identify("-9999"), name: "constructor" } as never, en).locale).toBe("en");
});

test.each<[name: string, value: string, shown: string]>([
  ["Latin in a Chinese sentence", "clientOrderId", "clientOrderId"],
  ["a price", "0.00001000", "0.00001000"],
  ["HTML", "<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"],
  ["a value that looks like a placeholder", "{parameter}", "{parameter}"],
  ["text from right to left", "שלום", "\u2068שלום\u2069"],
  ["an override that would turn the rest of the sentence", "\u202etxet", "\ufffdtxet"],
  ["isolates that are never closed", "\u2066a\u2067b", "\ufffda\ufffdb"],
  ["a mark beside Hebrew", "\u200fא\u2069", "\u2068\ufffdא\ufffd\u2069"],
  [
    "control characters",
    "a\u0000b\u001b[31mc\r\nd\u2028e\u0085",
    "a\ufffdb\ufffd[31mc\ufffd\ufffdd\ufffde\ufffd",
  ],
  ["emoji of several parts", "👩‍💻", "👩‍💻"],
])("localize inserts %s", (_, value, shown) => {
  const error = identify("-1130", `Illegal parameter '${value}'`);
  expect(error).toMatchObject({ name: "PARAMETER_INVALID", params: { parameter: value } });
  const [message = ""] = zhHans.texts.PARAMETER_INVALID ?? [];
  expect(localize(error, zhHans).message).toBe(message.replace("{parameter}", () => shown));
});

test("localize isolates a value in a right-to-left sentence", () => {
  const ar: MessageBundle = {
    locale: "ar",
    texts: { PARAMETER_INVALID: ["قيمة {parameter} غير صالحة.", "."] },
  };
  const error = identify("-1130", "Illegal parameter 'BTC-USDT'");
  expect(localize(error, ar).message).toBe("قيمة \u2068BTC-USDT\u2069 غير صالحة.");
});
