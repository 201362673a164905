/// <reference lib="dom" />
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { isSkipped, PATIENCE_MS } from "./chromium.js";
import { openContext } from "./page.js";

const { folder, site } = inject("reference");
const pages = isSkipped ? [] : listPages();

/** The pages of the site, but for those that only lead to another. */
function listPages(): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".html") && path !== "404.html")
    .filter((path) => !readFileSync(join(folder, path), "utf8").includes('http-equiv="refresh"'));
}

/**
 * Opens a page of the site, and waits for its box with the page's own means: what Playwright waits
 * with is loaded into each page again.
 */
async function openBox(page: Page, path: string): Promise<void> {
  await page.goto(`${site}/${path}`);
  await page.evaluate(async (patience) => {
    const end = performance.now() + patience;
    while (document.querySelector("#box textarea") === null) {
      if (performance.now() > end) throw new Error(`${location.href} has no box`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }, PATIENCE_MS);
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function inContext<T>(
  options: BrowserContextOptions,
  use: (context: BrowserContext) => Promise<T>,
): Promise<T> {
  const context = await openContext(options);
  try {
    return await use(context);
  } finally {
    await context.close();
  }
}

test.skipIf(isSkipped)(
  "every page opens without an error, shows its box, and links only to what is there",
  async () => {
    const wrong: string[] = [];
    const links = new Set<string>();
    // A small window is drawn in less time.
    await inContext({ viewport: { width: 320, height: 200 } }, async (context) => {
      const queue = [...pages];
      const visitAll = async (page: Page) => {
        page.on("console", (message) => wrong.push(`${page.url()}: ${message.text()}`));
        page.on("pageerror", (error) => wrong.push(`${page.url()}: ${error.message}`));
        page.on("response", (response) => {
          if (response.status() >= 400) wrong.push(`${page.url()}: ${response.url()}`);
        });
        for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
          await openBox(page, path);
          const found = await page.evaluate(() =>
            [...document.querySelectorAll<HTMLAnchorElement | HTMLLinkElement>("a, link")]
              .map(({ href }) => href.replace(/[?#].*$/, ""))
              .filter((href) => href.startsWith(location.origin)),
          );
          for (const link of found) links.add(link);
        }
      };
      await Promise.all([1, 2, 3].map(async () => visitAll(await context.newPage())));
      // One after another: a busy machine resets connections when hundreds are opened at once.
      for (const link of links)
        if ((await fetch(link, { method: "HEAD" })).status !== 200) wrong.push(link);
    });
    expect(wrong).toEqual([]);
    expect(pages.length).toBeGreaterThan(800);
  },
);

/** The part of axe's result that is used. */
interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

const TEMPLATES = [
  "index.html",
  "REQUIRED_FIELD_INVALID/",
  "ORDER_PRICE_INVALID/",
  "SERVER_TIMEOUT/",
  "UNRECOGNIZED/",
  "0001/",
  "no-such-page/",
  `index.html?q=${encodeURIComponent('{"code":"0001","msg":"Required field side missing or invalid"}')}`,
];

test.skipIf(isSkipped).each(["light", "dark"] as const)(
  "no template has a fault that axe finds, in a %s theme and in two languages",
  async (colorScheme) => {
    const faults: string[] = [];
    // axe is put into the page, which the page's own policy forbids.
    await inContext({ colorScheme, bypassCSP: true }, async (context) => {
      const page = await context.newPage();
      for (const path of TEMPLATES.flatMap((each) => [each, `ja/${each}`])) {
        await openBox(page, path);
        await page.evaluate(axe);
        // All else that axe has to say is megabytes.
        const { violations } = await page.evaluate<AxeResult>(
          "axe.run({ resultTypes: ['violations'] }).then(({ violations }) => ({ violations }))",
        );
        for (const { id, nodes } of violations) faults.push(`${path}: ${id}: ${nodes[0]?.html}`);
      }
    });
    expect(faults).toEqual([]);
  },
);

test.skipIf(isSkipped)("a page without scripts has all there is to read, and no box", async () => {
  await inContext({ javaScriptEnabled: false }, async (context) => {
    const page = await context.newPage();
    await page.goto(`${site}/SERVER_TIMEOUT/`);
    expect(await page.textContent(".again")).toContain("Not yet");
    expect(await page.locator("textarea, button").count()).toBe(0);
    await page.goto(`${site}/-1007/`);
    await page.waitForURL("**/SERVER_TIMEOUT/index.html");
  });
});

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

test.skipIf(isSkipped)(
  "an answer in a list is not broken, and a text from right to left begins at the right end",
  async () => {
    await inContext({ viewport: { width: 360, height: 800 } }, async (context) => {
      const page = await context.newPage();
      await openBox(page, "ja/0001/");
      expect(await page.locator("li b").count()).toBe(2);
      expect(await findBroken(page, "li b")).toEqual([]);
      expect(await page.textContent("#hint")).not.toMatch(/[。！？]\s/);
    });
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

test.skipIf(isSkipped)(
  "the list is filtered without loading a page, and a filter is a link",
  async () => {
    await inContext({}, async (context) => {
      const page = await context.newPage();
      await page.goto(`${site}/index.html#category=clock`);
      await page.waitForSelector("select");
      const shown = () => page.locator("tr[data-again]:visible th").allTextContents();
      expect(await shown()).toEqual(["Clock out of sync TIMESTAMP_OUT_OF_RANGE"]);
      await page.selectOption("select[name=category]", "");
      await page.selectOption("select[name=outcome]", "unknown");
      const outcomes = await page.locator("tr[data-again]:visible td:last-child").allTextContents();
      expect(new Set(outcomes)).toEqual(new Set(["Unknown"]));
      expect(await page.textContent("#count")).toMatch(/^21 of 173 errors$/);
      expect(page.url()).toContain("#outcome=unknown");
    });
  },
);
