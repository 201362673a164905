/// <reference lib="dom" />
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openBox, TEMPLATES } from "./box-page.js";
import { isSkipped } from "./chromium.js";
import { inContext } from "./page.js";

test.skipIf(isSkipped)(
  "no page is wider than its window, from 320 pixels on, with texts of twice the size too",
  async () => {
    const tooWide: string[] = [];
    for (const width of [320, 360, 768, 1440])
      await inContext({ viewport: { width, height: 800 } }, async (context) => {
        const page = await context.newPage();
        for (const path of TEMPLATES.flatMap((each) => [
          each,
          `zh-Hant-HK/${each}`,
          `ko/${each}`,
        ])) {
          await openBox(page, path);
          for (const size of ["100%", "200%"]) {
            const isTooWide = await page.evaluate((fontSize) => {
              const root = document.documentElement;
              root.style.fontSize = fontSize;
              return root.scrollWidth > root.clientWidth;
            }, size);
            if (isTooWide) tooWide.push(`${path} at ${width}, ${size}`);
          }
        }
      });
    expect(tooWide).toEqual([]);
  },
);

/** Returns the words of the elements that are broken in two, where no word is a long one. */
async function findBroken(page: Page, selector: string): Promise<readonly string[]> {
  return page.locator(selector).evaluateAll((elements) =>
    elements.flatMap((element) => {
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const broken: string[] = [];
      for (let text = texts.nextNode(); text !== null; text = texts.nextNode())
        for (const { 0: word, index } of (text.textContent ?? "").matchAll(
          /[\w%\u3040-\u9fff]+/g,
        )) {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1)
            broken.push(word);
        }
      return broken;
    }),
  );
}

test.skipIf(isSkipped)("the tables of a telephone break no short word", async () => {
  for (const width of [320, 375])
    await inContext({ viewport: { width, height: 800 } }, async (context) => {
      const page = await context.newPage();
      for (const name of [
        "PARAMETER_MISSING",
        "LONG_MARKET_ORDER_PRICE_TOO_HIGH",
        "REQUIRED_FIELD_INVALID",
      ])
        for (const path of [name, `ja/${name}`]) {
          await openBox(page, `${path}/`);
          expect(await findBroken(page, "th, td:last-child")).toEqual([]);
        }
      await openBox(page, "index.html");
      expect(await findBroken(page, "td")).toEqual([]);
    });
});

test.skipIf(isSkipped)("a telephone breaks no answer in a list in two", async () => {
  await inContext({ viewport: { width: 360, height: 800 } }, async (context) => {
    const page = await context.newPage();
    await openBox(page, "ja/0001/");
    expect(await page.locator("li b").count()).toBe(2);
    expect(await findBroken(page, "li b")).toEqual([]);
  });
});

test.skipIf(isSkipped)("the hint has no blank behind a Japanese full stop", async () => {
  await inContext({}, async (context) => {
    const page = await context.newPage();
    await openBox(page, "ja/0001/");
    expect(await page.textContent("#hint")).not.toMatch(/[。！？]\s/);
  });
});

test.skipIf(isSkipped)(
  "a text of the answer reaches the right end, where one from right to left begins",
  async () => {
    await inContext({ viewport: { width: 1440, height: 800 } }, async (context) => {
      const page = await context.newPage();
      await openBox(page, "RATE_LIMIT_EXCEEDED/");
      const gap = await page.locator(".again").evaluate((box) => {
        const text = box.querySelector("p:last-child") as HTMLElement;
        const padding = Number.parseFloat(getComputedStyle(box).paddingRight);
        return box.getBoundingClientRect().right - padding - text.getBoundingClientRect().right;
      });
      expect(gap).toBe(0);
    });
  },
);

test.skipIf(isSkipped)("a long code leaves room for the names in the list", async () => {
  await inContext({ viewport: { width: 1000, height: 800 } }, async (context) => {
    const page = await context.newPage();
    await openBox(page, "index.html");
    await page.evaluate(() => {
      const code = document.querySelector("tr[data-again] code");
      if (code !== null) code.textContent = "payment_method_".repeat(6);
    });
    expect(await findBroken(page, "tr[data-again] th")).toEqual([]);
  });
});
