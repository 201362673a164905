import { localize, type MessageBundle } from "@hashkey-errors/messages";
import { developer } from "@hashkey-errors/messages/developer/en";
import { type Failure, identify, parseResponse } from "@hashkey-errors/validator";
import { describe, expect, test } from "vitest";
import { errors as allErrors, bundles, en } from "./bundles.js";

/** The languages that are translated: one that has just been added has no texts yet. */
const tags = Object.keys(bundles).filter((tag) => "UNRECOGNIZED" in (bundles[tag]?.texts ?? {}));

/** The errors that all of them have texts for: a new one is translated before it is released. */
const errors = allErrors.filter(({ name }) =>
  tags.every((tag) => name in (bundles[tag]?.texts ?? {})),
);

/** An error as the API sends it, with a value for each param, and another text of the same code. */
function failuresOf({ name, code, message, params }: (typeof errors)[number]): {
  readonly failure: Failure;
  readonly values: readonly string[];
} {
  const values = new Map(
    Object.entries(params).map(([param, { example }]) => [param, `<${example as string}>`]),
  );
  const msg = message.replaceAll(/\{(\w+)\}/g, (_, param: string) => values.get(param) ?? "");
  const failure = identify(code, msg);
  if (failure.name !== name) throw new Error(`${name} is identified as ${failure.name}`);
  return { failure, values: [...values.values()] };
}

/** The failures that are not errors of the catalog. */
const invalid = parseResponse("<html>", { httpStatus: 502 });
const GENERAL: Readonly<Record<string, Failure>> = {
  "an unrecognized error": identify("-9999"),
  "an answer that is not the API's": (invalid.kind === "invalid" && invalid.error) as Failure,
  "no answer": { name: "NO_RESPONSE", outcome: "unknown", retry: "after-reconcile" },
  "a request that was never sent": {
    name: "NO_RESPONSE",
    outcome: "rejected",
    retry: "after-delay",
  },
};

/** Describes the fault of the four texts of a failure in a locale; undefined if there is none. */
function describeFault(failure: Failure, tag: string, values: readonly string[] = []) {
  const said = localize(failure, bundles[tag] ?? []);
  const { title, message, outcome, description } = said;
  if (said.locale !== tag || said.messageLocale !== tag)
    return `in ${said.locale} and ${said.messageLocale}`;
  const texts = [title, message, outcome, description];
  if (texts.some((text) => text.length < 2)) return "a text is missing";
  if (/[{}…]/.test(texts.join(""))) return `a placeholder is left: ${message}`;
  const lost = values.filter((value) => !message.includes(value));
  return lost.length > 0 ? `the message lacks ${lost.join(", ")}` : undefined;
}

describe.each(tags)("in %s", (tag) => {
  test("localize gives the four texts of each error, with its params", () => {
    expect(errors.length).toBeGreaterThan(150);
    const faults = errors.flatMap((entry) => {
      const { failure, values } = failuresOf(entry);
      const fault = describeFault(failure, tag, values);
      return fault === undefined ? [] : [`${entry.name}: ${fault}`];
    });
    expect(faults).toEqual([]);
  });

  test("localize gives the four texts of each error whose params could not be read", () => {
    const faults = errors.flatMap((entry) => {
      const { failure } = failuresOf(entry);
      if (!("params" in failure) || Object.keys(failure.params ?? {}).length === 0) return [];
      const fault = describeFault({ ...failure, params: null } as Failure, tag);
      return fault === undefined ? [] : [`${entry.name}: ${fault}`];
    });
    expect(faults).toEqual([]);
  });

  test.each(Object.keys(GENERAL))("localize gives the four texts of %s", (what) => {
    expect(describeFault(GENERAL[what] as Failure, tag)).toBeUndefined();
  });

  test("localize says the code of an unrecognized error without a text", () => {
    expect(localize(identify("-9999"), bundles[tag] ?? []).message).toContain("-9999");
  });
});

/** The words of each language for a result that is not known, in the sentence of the outcome. */
const UNKNOWN: Readonly<Record<string, RegExp>> = {
  en: /unknown.*do not send it again yet/,
  ja: /不明.*確認するまで再送信しないでください/,
  ko: /알 수 없음.*확인하기 전에는 다시 보내지 마세요/,
  "zh-Hans": /未知.*确认结果前请勿重试/,
  "zh-Hant-HK": /未明.*確認結果前請勿再試/,
};

/** Words that say that something is settled, which no title of an unknown outcome may have. */
const SETTLED: Readonly<Record<string, RegExp>> = {
  en: /reject|refus|not (placed|executed|sent|carried out)|(?<!partially )cancell?ed$|failed/i,
  ja: /受付不可|拒否|失敗(?!.*未確認)/,
  ko: /거부|실패(?!.*미확인)/,
  "zh-Hans": /拒绝|失败/,
  "zh-Hant-HK": /拒絕|失敗/,
};

test.each(tags)("nobody who reads title and outcome in %s sends an unknown order again", (tag) => {
  const unknown = [
    ...errors
      .filter(({ outcome }) => outcome === "unknown")
      .map((entry) => failuresOf(entry).failure),
    ...Object.values(GENERAL).filter(({ outcome }) => outcome === "unknown"),
    identify("-9999", "Order rejected"),
  ];
  expect(unknown.length).toBeGreaterThan(20);
  const careless = unknown
    .map((failure) => ({ name: failure.name, said: localize(failure, bundles[tag] ?? []) }))
    .filter(
      ({ said }) => !UNKNOWN[tag]?.test(said.outcome) || SETTLED[tag]?.test(said.title) !== false,
    )
    .map(({ name, said }) => `${name}: ${said.title} / ${said.outcome}`);
  expect(careless).toEqual([]);
});

test.each(tags)("a repeat is told in %s that an earlier request may stand", (tag) => {
  const outcomes = bundles[tag]?.outcomes;
  const wrong = errors
    .filter(({ outcome }) => outcome === "rejected")
    .filter((entry) => {
      const key = entry.retry === "after-reconcile" ? "rejected-after-reconcile" : "rejected";
      const said = localize(failuresOf(entry).failure, bundles[tag] ?? []);
      return said.outcome !== outcomes?.[key];
    });
  expect(wrong).toEqual([]);
});

/** The errors that an earlier attempt whose response was lost can cause, such as a used-up balance. */
const caused = errors.filter(({ notes }) => notes?.includes("earlier attempt was lost"));

/**
 * The words of each language that send the reader to look first, and not only among open orders: an
 * earlier attempt may be filled.
 */
const LOOK_FIRST: Readonly<Record<string, RegExp>> = {
  en: /^Check (your|how)|Check whether an earlier attempt was placed\./,
  ja: /先に送信した(出金|注文|同じ注文がないこと)|注文やポジション|先の注文/,
  ko: /먼저 (신청한|보낸 주문|보낸 같은 주문이 없는지)|주문과 포지션|앞선/,
  "zh-Hans": /^请查看|请先查看(当前挂单|条件单)和历史订单|^持仓/,
  "zh-Hant-HK": /^請查看|請先查看(未完成訂單|條件單)及訂單紀錄|^持倉/,
};

test.each(tags)(
  "an error that an earlier attempt can cause sends its reader in %s to look",
  (tag) => {
    const names = caused.map(({ name }) => name);
    expect(names).toContain("OPEN_ORDER_LIMIT_EXCEEDED");
    expect(names.filter((name) => !Object.hasOwn(developer, name))).toEqual([]);
    const careless = caused
      .map((entry) => localize(failuresOf(entry).failure, bundles[tag] ?? []).description)
      .filter((description) => !LOOK_FIRST[tag]?.test(description));
    expect(careless).toEqual([]);
  },
);

test("localize falls back for each error that a bundle has no text for", () => {
  const empty: MessageBundle = { locale: "nl", texts: {} };
  const others = errors.filter((entry) => {
    const said = localize(failuresOf(entry).failure, [empty, en]);
    return said.locale !== "en" || said.messageLocale !== "en";
  });
  expect(others).toEqual([]);
});

test.each(tags)(
  "the brief bundle of %s has the messages and outcomes of the whole one",
  async (tag) => {
    const path = `@hashkey-errors/messages/brief/${tag}`;
    const { messages: brief } = (await import(path)) as { messages: MessageBundle };
    const others = errors.filter((entry) => {
      const { failure } = failuresOf(entry);
      const { message, outcome } = localize(failure, bundles[tag] ?? []);
      const said = localize(failure, brief);
      return said.message !== message || said.outcome !== outcome || said.title + said.description;
    });
    expect(Object.keys(brief.texts)).toEqual(Object.keys(bundles[tag]?.texts ?? {}));
    expect(others).toEqual([]);
  },
);

test("each error that may hide an executed order has a text for developers", () => {
  const names = errors
    .filter(({ outcome, category }) => outcome === "unknown" && category === "order")
    .map(({ name }) => name);
  const texts = new Map(Object.entries(developer));
  const lacking = [...names, "UNRECOGNIZED", "INVALID_RESPONSE", "NO_RESPONSE"].filter(
    (name) => !texts.has(name),
  );
  expect(names.length).toBeGreaterThan(3);
  expect(lacking).toEqual([]);
});
