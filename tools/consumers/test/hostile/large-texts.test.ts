import { localize } from "@hashkey-errors/messages";
import { messages as en } from "@hashkey-errors/messages/en";
import { messages as ja } from "@hashkey-errors/messages/ja";
import catalog from "@hashkey-errors/schemas/catalog.json" with { type: "json" };
import { parseResponse } from "@hashkey-errors/validator";
import { expect, test } from "vitest";

/** `test:consumers` takes a quarter of a megabyte, `test:nightly` ten megabytes. */
const LENGTH = process.env.HOSTILE_VALUES ? 10_000_000 : process.env.THOROUGH ? 250_000 : 50_000;

/** A hundred times what it takes: only time that grows faster than the text is longer. */
const LONGEST_MS = LENGTH / 100;

const FILLS = [" ", "'", ".", "x", "\ud800", "\u200b", "\u05d0"];

/** Texts that fit a template, begin like it, almost fit it, or have its own words in its values. */
const FORMS: Readonly<Record<string, (literals: readonly string[], fill: string) => string>> = {
  fits: (literals, fill) => literals.join(fill.repeat(LENGTH / (literals.length - 1))),
  "lacks its end": ([first = "", ...others], fill) =>
    first + fill.repeat(LENGTH) + others.slice(0, -1).join("y"),
  "begins with a megabyte": (literals, fill) => fill.repeat(LENGTH) + literals.join("y"),
  "repeats a literal": ([first = "", second = ""], fill) =>
    first + `${second || first}${fill}`.repeat(LENGTH / (second || first || "x").length),
};

test(`${LENGTH} characters against any template take no time that matters`, {
  timeout: 1_200_000,
}, () => {
  const templates = catalog.entries
    .flatMap(({ code, message, variants }) =>
      [message, ...variants.map(({ message: text }: { readonly message: string }) => text)].map(
        (text) => ({ code, text }),
      ),
    )
    .filter(({ text }) => text.includes("{"));
  expect(templates.length).toBeGreaterThan(5);
  const slow: string[] = [];
  for (const { code, text } of templates)
    for (const [form, write] of Object.entries(FORMS))
      for (const fill of FILLS) {
        const msg = write(text.split(/\{\w+\}/), fill);
        const began = process.cpuUsage();
        const result = parseResponse({ code, msg });
        if (result.kind === "error") localize(result.error, [ja, en]);
        const { user, system } = process.cpuUsage(began);
        const milliseconds = (user + system) / 1000;
        if (result.kind !== "error" || milliseconds > LONGEST_MS)
          slow.push(
            `${text}, ${form}, ${JSON.stringify(fill)}: ${result.kind}, ${milliseconds} ms`,
          );
      }
  expect(slow).toEqual([]);
});
