import { localize, type MessageBundle } from "@hashkey-errors/messages";
import { type Failure, identify } from "@hashkey-errors/validator";
import { expect, test } from "vitest";
import { bundles, en, zhHans } from "./bundles.js";

test.each(["", " ", "\n\u3000"])("localize takes the blank text %j for none", (blank) => {
  expect(localize(identify("-9999", blank), en)).toEqual(localize(identify("-9999"), en));
  const without = localize(identify("-9999"), []);
  expect(localize(identify("-9999", blank), [])).toEqual(without);
});

test("localize shows the server's text of an unrecognized error, beside the reader's words", () => {
  const [, title, description] = zhHans.texts.UNRECOGNIZED ?? [];
  expect(localize(identify("-9999", "Brand new"), zhHans)).toEqual({
    title,
    message: "Brand new",
    outcome: zhHans.outcomes?.unknown,
    description,
    locale: "zh-Hans",
    messageLocale: "und",
  });
});

test("localize shows each server's text where the reader's words have no place for the code", () => {
  const nl: MessageBundle = {
    locale: "nl",
    outcomes: OUTCOMES,
    texts: { UNRECOGNIZED: ["Onbekende fout.", "Fout", "Kijk eerst."] },
  };
  const said = (text: string | null) => localize(identify("-9999", text), nl).message;
  expect(said(null)).toBe("Onbekende fout.");
  expect(said("Brand new")).toBe("Brand new");
  expect(said("Newer still")).toBe("Newer still");
  expect(said(null)).toBe("Onbekende fout.");
});

const silent: Failure = { name: "NO_RESPONSE", outcome: "unknown", retry: "after-reconcile" };
const OUTCOMES: NonNullable<MessageBundle["outcomes"]> = {
  rejected: "Geweigerd.",
  "rejected-after-reconcile": "Geweigerd, een eerdere kan gelden.",
  unknown: "Onbekend.",
  applied: "Uitgevoerd.",
};

test("localize says that a request was never sent", () => {
  const refused: Failure = { name: "NO_RESPONSE", outcome: "rejected", retry: "after-delay" };
  expect(localize(refused, en)).toMatchObject({
    message: en.texts.NO_RESPONSE_rejected?.[0],
    outcome: en.outcomes?.rejected,
  });
  expect(localize(silent, en)).toMatchObject({
    message: en.texts.NO_RESPONSE?.[0],
    outcome: en.outcomes?.unknown,
  });
});

test("localize shows the sentence without params where they could not be read", () => {
  const [, title, description, paramless] = zhHans.texts.PARAMETER_INVALID ?? [];
  for (const error of [identify("-1130", "Bad parameter"), identify("-1130")]) {
    expect(localize(error, zhHans)).toMatchObject({
      title,
      message: paramless,
      description,
      locale: "zh-Hans",
      messageLocale: "zh-Hans",
    });
  }
});

test("localize puts an ellipsis for each param that is missing where no sentence is without it", () => {
  const nl: MessageBundle = {
    locale: "nl",
    texts: { PARAMETER_INVALID: ["{parameter} is ongeldig.", "Fout", "Wijzig {parameter}."] },
  };
  expect(localize(identify("-1130"), nl)).toMatchObject({
    message: "… is ongeldig.",
    description: "Wijzig ….",
  });
});

test("localize says known values in the reader's language, and echoes others", () => {
  const said = (interval: string) =>
    localize(
      identify("-1015", `Too many new orders, current limit is 10 orders per ${interval}`),
      bundles.ja ?? [],
    ).message;
  expect(said("SECOND")).toContain("1秒");
  expect(said("FORTNIGHT")).toContain("FORTNIGHT");
  expect(said("constructor")).toContain("constructor");
});

test("localize takes the first bundle of a chain that has the error", () => {
  const partial: MessageBundle = {
    locale: "nl",
    outcomes: OUTCOMES,
    texts: { ORDER_DUPLICATE: ["Dubbele order.", "Dubbel", "Kijk eerst."] },
  };
  expect(localize(identify("-1141"), [partial, en])).toEqual({
    title: "Dubbel",
    message: "Dubbele order.",
    outcome: "Geweigerd, een eerdere kan gelden.",
    description: "Kijk eerst.",
    locale: "nl",
    messageLocale: "nl",
  });
  expect(localize(identify("0211"), [partial, en])).toMatchObject({
    locale: "en",
    message: en.texts.ORDER_NOT_FOUND?.[0],
    outcome: en.outcomes?.["rejected-after-reconcile"],
  });
});

test("localize takes the sentence of the outcome from the first bundle of a chain that has it", () => {
  const bare: MessageBundle = { locale: "nl", texts: { NO_RESPONSE: ["Geen antwoord."] } };
  expect(localize(silent, [bare, en]).outcome).toBe(en.outcomes?.unknown);
  expect(localize(silent, [bare, zhHans]).outcome).toBe(zhHans.outcomes?.unknown);
  expect(localize(silent, bare).outcome).toBe("");
});

test("localize says the server's text, or the outcome, of an error that no bundle has", () => {
  const none: MessageBundle = { locale: "nl", outcomes: OUTCOMES, texts: {} };
  const blank = { title: "", description: "" };
  expect(localize(identify("-1112", "Market not open"), [])).toMatchObject(blank);
  expect(localize(identify("0211", "Order not found"), none)).toEqual({
    ...blank,
    message: "Order not found",
    outcome: "Geweigerd, een eerdere kan gelden.",
    locale: "nl",
    messageLocale: "und",
  });
  expect(localize(identify("0102"), none)).toMatchObject({
    ...blank,
    message: "Geweigerd.",
    messageLocale: "nl",
  });
  const careful: MessageBundle = {
    ...none,
    texts: { UNRECOGNIZED: ["Fout {code}.", "Fout", "Kijk eerst."] },
  };
  expect(localize(silent, careful)).toMatchObject({
    message: "Onbekend.",
    description: "Kijk eerst.",
  });
  expect(localize(identify("0211"), [])).toEqual({
    ...blank,
    message: "",
    outcome: "",
    locale: "und",
    messageLocale: "und",
  });
});

test("localize has an ellipsis for the code of an error that has none", () => {
  const uncoded = { ...identify("-9999"), code: "" } as Failure;
  expect(localize(uncoded, en).message).toBe(en.texts.UNRECOGNIZED?.[0].replace("{code}", "…"));
});

test("localize follows an outcome that is more cautious than the error's own", () => {
  const error = identify("0102");
  const doubtful = { ...error, outcome: "unknown", retry: "after-reconcile" } as Failure;
  expect(localize(error, en).outcome).toBe(en.outcomes?.rejected);
  expect(localize(doubtful, en).outcome).toBe(en.outcomes?.unknown);
  expect(localize(error, en).outcome).toBe(en.outcomes?.rejected);
  const unknown = { ...error, outcome: "unknown" } as Failure;
  expect(localize(unknown, en).outcome).toBe(en.outcomes?.unknown);
  expect(localize(error, en).outcome).toBe(en.outcomes?.rejected);
  const repeated = { ...error, retry: "after-reconcile" } as Failure;
  expect(localize(repeated, en).outcome).toBe(en.outcomes?.["rejected-after-reconcile"]);
  expect(localize(error, en).outcome).toBe(en.outcomes?.rejected);
});

test("localize does not say that a result is unknown where the HTTP status says it is not", () => {
  for (const failure of [identify("-9999"), { name: "INVALID_RESPONSE" }]) {
    const known = { ...failure, outcome: "rejected", retry: "after-delay" } as never;
    expect(localize(known, en)).toMatchObject({
      message: en.outcomes?.rejected,
      description: "",
    });
  }
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
  const odd = { ...identify("-9999", "Odd"), name: "constructor" } as never;
  expect(localize(odd, en)).toMatchObject({ title: "", message: "Odd" });
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
  ["fillers of Hangul, which look like nothing", "a\u3164b\u115f\uffa0", "a\ufffdb\ufffd\ufffd"],
  ["letters of tags, which hide a text", "a\u{e0061}\u{e007f}\u206a", "a\ufffd\ufffd\ufffd"],
  ["emoji of several parts", "👩‍💻 ❤️", "👩‍💻 ❤️"],
  ["a variant of a Chinese character", "葛\u{e0100}", "葛\u{e0100}"],
])("localize inserts %s", (_, value, shown) => {
  const error = identify("-1130", `Illegal parameter '${value}'`);
  expect(error).toMatchObject({ name: "PARAMETER_INVALID", params: { parameter: value } });
  const [message = ""] = zhHans.texts.PARAMETER_INVALID ?? [];
  expect(localize(error, zhHans).message).toBe(message.replace("{parameter}", () => shown));
});

test("localize isolates a value in a right-to-left sentence", () => {
  const ar: MessageBundle = {
    locale: "ar",
    texts: { PARAMETER_INVALID: ["قيمة {parameter} غير صالحة."] },
  };
  const error = identify("-1130", "Illegal parameter 'BTC-USDT'");
  expect(localize(error, ar).message).toBe("قيمة \u2068BTC-USDT\u2069 غير صالحة.");
});
