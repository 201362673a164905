import { locales, type MessageBundle, negotiateLocale } from "@hashkey-errors/messages";
import { messages as pseudo } from "@hashkey-errors/messages/en-XA";
import { loaders } from "@hashkey-errors/messages/loaders";
import meta from "@hashkey-errors/messages/meta.json" with { type: "json" };
import catalog from "@hashkey-errors/schemas/catalog.json" with { type: "json" };
import { expect, test } from "vitest";
import { bundles, en, zhHans } from "./bundles.js";

test("each loader loads the bundle of its locale", async () => {
  expect(Object.keys(loaders)).toEqual([...locales]);
  const loaded = await Promise.all(locales.map((tag) => loaders[tag]()));
  expect(locales.filter((tag, index) => loaded[index] !== bundles[tag])).toEqual([]);
});

test("meta.json counts the texts of each locale", () => {
  const names = catalog.entries.filter(({ kind }) => kind === "error");
  expect(meta).toMatchObject({ sourceLocale: "en", texts: names.length + 5 });
  expect(Object.keys(meta.locales)).toEqual([...locales]);
  const counted = Object.entries(meta.locales).map(([tag, { status, stale, ...shown }]) => {
    const { texts = {}, outcomes } = bundles[tag] ?? {};
    const present = Object.keys(texts).length + Number(outcomes !== undefined);
    const statuses = Object.values(status).reduce((sum, count) => sum + count);
    const isRead = status.reviewed + status.final === meta.texts && stale === 0;
    const wanted = {
      coverage: Math.floor((present / meta.texts) * 100) / 100,
      missing: meta.texts - present,
      stability: isRead ? "stable" : "experimental",
    };
    return { tag, found: { ...shown, statuses }, wanted: { ...wanted, statuses: present } };
  });
  expect(counted.map(({ tag, found }) => [tag, found])).toEqual(
    counted.map(({ tag, wanted }) => [tag, expect.objectContaining(wanted)]),
  );
});

test("the pseudo-locale has every text of the source, longer and with its params", () => {
  const placeholders = (text: string) => text.match(/\{\w+\}/g)?.join() ?? "";
  const isMarked = (text: string) => /^\[[^a-zA-Z]*(\{\w+\}[^a-zA-Z]*)*\]$/.test(text);
  const stringsIn = (value: unknown): readonly string[] =>
    typeof value === "string" ? [value] : Object.values(value ?? {}).flatMap(stringsIn);
  const textsOf = ({ texts, outcomes }: MessageBundle) => stringsIn([outcomes, texts]);
  const accented = textsOf(pseudo);
  const others = textsOf(en).filter((source, index) => {
    const text = accented[index] ?? "";
    const isSame = placeholders(text) === placeholders(source);
    return text.length <= source.length * 1.2 || !isSame || (text !== "" && !isMarked(text));
  });
  expect(Object.keys(pseudo.texts)).toEqual(Object.keys(en.texts));
  expect(accented.length).toBeGreaterThan(500);
  expect(others).toEqual([]);
});

test("negotiateLocale never chooses the pseudo-locale", () => {
  expect(negotiateLocale("en-XA")).toBe("en");
});

test("an alias of a locale exports the same bundle", async () => {
  const alias = (await import("@hashkey-errors/messages/zh-CN")) as { messages: MessageBundle };
  expect(alias.messages).toBe(zhHans);
});
