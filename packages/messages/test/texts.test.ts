import { localize } from "@hashkey-errors/messages";
import { identify } from "@hashkey-errors/validator";
import { expect, test } from "vitest";
import { bundles, en, errors } from "./bundles.js";

const tags = Object.keys(bundles);

/** What is wrong with the text of an error in a locale; undefined if nothing is. */
function describeFault(
  { name, code, message, params }: (typeof errors)[number],
  tag: string,
): string | undefined {
  const values = Object.fromEntries(
    Object.entries(params).map(([param, { example }]) => [param, `<${example as string}>`]),
  );
  const msg = message.replaceAll(/\{(\w+)\}/g, (_, param: string) => values[param] ?? "");
  const error = identify(code, msg);
  if (error.name !== name) return `identified as ${error.name}`;
  const said = localize(error, bundles[tag] ?? []);
  if (said.locale !== tag) return `in ${said.locale}`;
  if (/[{}]/.test(said.message + said.description)) return `a placeholder is left: ${said.message}`;
  const lost = Object.values(values).filter((value) => !said.message.includes(value));
  if (lost.length > 0) return `the message lacks ${lost.join(", ")}`;
  return said.message.length > 3 && said.description.length > 3 ? undefined : "too short";
}

test.each(tags)("localize says in %s what each error means, with its params", (tag) => {
  const present = errors.filter(({ name }) => Object.hasOwn(bundles[tag]?.texts ?? {}, name));
  const faults = present.flatMap((entry) => {
    const fault = describeFault(entry, tag);
    return fault === undefined ? [] : [`${entry.name}: ${fault}`];
  });
  // A locale that was just added has no texts yet.
  if (tag === "en") expect(present.length).toBeGreaterThan(150);
  expect(faults).toEqual([]);
});

test("localize falls back for each error that a bundle has no text for", () => {
  const empty = { locale: "nl", texts: {} };
  const others = errors.filter(({ name, code, message }) => {
    const said = localize(identify(code, message), [empty, en]);
    return said.locale !== (Object.hasOwn(en.texts, name) ? "en" : "und");
  });
  expect(others).toEqual([]);
});

test.each(tags)("%s, or the next bundle, has a text for an error that came without one", (tag) => {
  const bundle = bundles[tag] ?? en;
  const said = localize(identify("-9999"), [bundle, en]);
  expect(said.message).toMatch(/\S/);
  expect(said.locale).toBe(Object.hasOwn(bundle.texts, "UNRECOGNIZED") ? tag : "en");
});

/** How each language says to check. */
const CHECK: Readonly<Record<string, RegExp>> = {
  en: /\b[Cc]heck\b.*\bbefore\b/,
  ja: /再度お試しになる前に.*確認/,
  ko: /다시 시도하기 전에.*확인/,
  "zh-Hans": /请先.*再决定是否重试/,
  "zh-Hant-HK": /請先.*再決定是否重試/,
};

test.each(Object.entries(CHECK))(
  "each description in %s of an unknown outcome says to check before trying again",
  (tag, words) => {
    const names = errors.filter(({ outcome }) => outcome === "unknown").map(({ name }) => name);
    const texts = Object.entries(bundles[tag]?.texts ?? {}).filter(([name]) =>
      [...names, "UNRECOGNIZED"].includes(name),
    );
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.filter(([, [, description]]) => !words.test(description))).toEqual([]);
  },
);
