/// <reference lib="dom" />
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { openBox, TEMPLATES } from "./box-page.js";
import { isSkipped } from "./chromium.js";
import { inContext } from "./page.js";

const { folder, site } = inject("reference");
const pages = isSkipped ? [] : listPages();

/** The pages of the site, but for those that only lead to another. */
function listPages(): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".html") && path !== "404.html")
    .filter((path) => !readFileSync(join(folder, path), "utf8").includes('http-equiv="refresh"'));
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

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
